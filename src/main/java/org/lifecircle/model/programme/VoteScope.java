package org.lifecircle.model.programme;

import org.lifecircle.model.Coded;

/** Whose owners vote. */
public enum VoteScope implements Coded {
  UNIT("unit"),
  BUILDING("building"),
  COMPOUND("compound");

  private final String code;

  VoteScope(String code) {
    this.code = code;
  }

  @Override
  public String code() {
    return code;
  }
}
