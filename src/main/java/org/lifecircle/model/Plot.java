package org.lifecircle.model;

/** Whether a facility needs ground of its own. */
public enum Plot implements Coded {
  /** 独立占地. */
  OWN("own"),
  /** 宜独立占地: its own ground is preferred. */
  OWN_PREFERRED("own_preferred"),
  /** 可联合建设: it may share a building with others. */
  SHARED("shared");

  private final String code;

  Plot(String code) {
    this.code = code;
  }

  @Override
  public String code() {
    return code;
  }
}
