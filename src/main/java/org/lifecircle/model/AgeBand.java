package org.lifecircle.model;

/** Which head count the users of a kind are taken from. */
public enum AgeBand implements Coded {
  /** Everybody. */
  RESIDENTS("residents"),
  /** Children under 6, as compounds and the population layer count them. */
  UNDER_6("under_6"),
  /** People of 60 and over, as compounds and the population layer count them. */
  AGED_60_PLUS("aged_60_plus");

  private final String code;

  AgeBand(String code) {
    this.code = code;
  }

  @Override
  public String code() {
    return code;
  }
}
