package org.lifecircle.model.programme;

import org.lifecircle.model.Coded;

/** Who manages a compound. */
public enum ManagementMode implements Coded {
  PROFESSIONAL("professional"),
  TRUSTEESHIP("trusteeship"),
  SELF_RUN("self_run"),
  COMMUNITY_RUN("community_run");

  private final String code;

  ManagementMode(String code) {
    this.code = code;
  }

  @Override
  public String code() {
    return code;
  }
}
