package org.lifecircle.model;

/** What an open space is. */
public enum OpenSpaceKind implements Coded {
  PLAZA("plaza"),
  GREEN("green"),
  YARD("yard"),
  PARKING("parking");

  private final String code;

  OpenSpaceKind(String code) {
    this.code = code;
  }

  @Override
  public String code() {
    return code;
  }
}
