package org.lifecircle.model.programme;

import org.lifecircle.model.Coded;

/** How an owner voted. */
public enum Choice implements Coded {
  YES("yes"),
  NO("no"),
  ABSTAIN("abstain");

  private final String code;

  Choice(String code) {
    this.code = code;
  }

  @Override
  public String code() {
    return code;
  }
}
