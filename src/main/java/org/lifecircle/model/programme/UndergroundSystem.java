package org.lifecircle.model.programme;

import org.lifecircle.model.Coded;
import org.lifecircle.model.Text;

/** What lies in the ground and has to be renewed. */
public enum UndergroundSystem implements Coded {
  HEATING("heating", "供热", "heating"),
  SEWAGE("sewage", "污水", "sewage"),
  RAIN("rain", "雨水", "rain water"),
  POWER("power", "强电", "power"),
  LOW_CURRENT("low_current", "弱电", "low-current cabling"),
  TELECOM("telecom", "通信", "telecom");

  private final String code;
  private final String zh;
  private final String en;

  UndergroundSystem(String code, String zh, String en) {
    this.code = code;
    this.zh = zh;
    this.en = en;
  }

  @Override
  public String code() {
    return code;
  }

  /** What people call it. */
  public Text title() {
    return new Text(zh, en);
  }
}
