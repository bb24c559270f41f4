package org.lifecircle.model;

/** A reason to keep freed ground clear of anything new. */
public enum Deduction implements Coded {
  /** 消防车道: the width a lane keeps clear. */
  FIRE_LANE("fire_lane"),
  /** 建筑退让: the strip before a façade, wider where it has doors. */
  FACADE_SETBACKS("facade_setbacks"),
  /** 防火间距: the distance between buildings. */
  FIRE_SPACING("fire_spacing"),
  /** 日照: the ground south of homes where a box would take their sun. */
  DAYLIGHT("daylight");

  private final String code;

  Deduction(String code) {
    this.code = code;
  }

  @Override
  public String code() {
    return code;
  }
}
