package org.lifecircle.model;

/** A level of the life circle 生活圈层级, from one's own block to a quarter of an hour away. */
public enum Tier implements Coded {
  /** 居住街坊: one's own compound. */
  BLOCK("block"),
  FIVE("5"),
  TEN("10"),
  FIFTEEN("15");

  private final String code;

  Tier(String code) {
    this.code = code;
  }

  /**
   * The tier that has this code.
   *
   * @throws IllegalArgumentException naming the code and the four that exist
   */
  public static Tier of(String code) {
    return Coded.of(Tier.class, code);
  }

  @Override
  public String code() {
    return code;
  }
}
