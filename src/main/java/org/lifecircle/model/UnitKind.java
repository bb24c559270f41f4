package org.lifecircle.model;

/** An administrative or planning unit. */
public enum UnitKind implements Coded {
  DISTRICT("district"),
  SUB_DISTRICT("sub_district"),
  COMMUNITY("community"),
  LIFE_CIRCLE("life_circle");

  private final String code;

  UnitKind(String code) {
    this.code = code;
  }

  @Override
  public String code() {
    return code;
  }
}
