package org.lifecircle.model.programme;

import org.lifecircle.model.Coded;

/** How far works are. */
public enum Phase implements Coded {
  PLANNED("planned"),
  UNDER_WAY("under_way"),
  DONE("done");

  private final String code;

  Phase(String code) {
    this.code = code;
  }

  @Override
  public String code() {
    return code;
  }
}
