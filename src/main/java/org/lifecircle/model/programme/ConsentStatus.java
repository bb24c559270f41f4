package org.lifecircle.model.programme;

import org.lifecircle.model.Coded;

/** How far an owner has come. */
public enum ConsentStatus implements Coded {
  ASKED("asked"),
  AGREED("agreed"),
  REFUSED("refused"),
  /** Agreed, and the work is carried out. */
  DONE("done");

  private final String code;

  ConsentStatus(String code) {
    this.code = code;
  }

  @Override
  public String code() {
    return code;
  }
}
