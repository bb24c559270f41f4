package org.lifecircle.model;

/** Where a limit comes from, which every coverage row states. */
public enum LimitFrom implements Coded {
  /** The requirement names its own metres. */
  OWN("own"),
  /** The requirement names none and takes its tier's. */
  TIER("tier"),
  /** There is none: judged by presence or by rate. */
  NONE("none");

  private final String code;

  LimitFrom(String code) {
    this.code = code;
  }

  @Override
  public String code() {
    return code;
  }
}
