package org.lifecircle.model.programme;

import org.lifecircle.model.Coded;

/** Which majority a decision of the owners takes (Civil Code art. 278). */
public enum Matter implements Coded {
  /** Raises the repair fund, rebuilds, changes or uses what owners have in common. */
  MAJOR("major"),
  /** Everything else, for example which company manages the property. */
  ORDINARY("ordinary");

  private final String code;

  Matter(String code) {
    this.code = code;
  }

  @Override
  public String code() {
    return code;
  }
}
