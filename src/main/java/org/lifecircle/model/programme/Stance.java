package org.lifecircle.model.programme;

import org.lifecircle.model.Coded;

/** For or against. */
public enum Stance implements Coded {
  SUPPORT("support"),
  OPPOSE("oppose");

  private final String code;

  Stance(String code) {
    this.code = code;
  }

  @Override
  public String code() {
    return code;
  }
}
