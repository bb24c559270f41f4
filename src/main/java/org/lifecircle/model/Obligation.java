package org.lifecircle.model;

/** How strongly a standard asks. */
public enum Obligation implements Coded {
  /** 应配建, marked ▲ in GB 50180: decides whether a life circle is complete. */
  MUST("must"),
  /** Policy outside GB 50180, or TD/T 1062's 品质提升型. */
  SHOULD("should"),
  /** 按实际情况按需配建, marked △ in GB 50180. */
  MAY("may");

  private final String code;

  Obligation(String code) {
    this.code = code;
  }

  @Override
  public String code() {
    return code;
  }
}
