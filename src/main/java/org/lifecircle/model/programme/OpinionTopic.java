package org.lifecircle.model.programme;

import org.lifecircle.model.Coded;

/** What an opinion is about. */
public enum OpinionTopic implements Coded {
  /** A kind of facility that is wanted. */
  WISH("wish"),
  /** Taking down a wall or a structure. */
  DEMOLITION("demolition"),
  /** A lift for a stairwell. */
  LIFT("lift");

  private final String code;

  OpinionTopic(String code) {
    this.code = code;
  }

  @Override
  public String code() {
    return code;
  }
}
