package org.lifecircle.model;

/** What was done about a fault in the data. */
public enum IssueAction implements Coded {
  REPAIRED("repaired"),
  /** The feature was left out. */
  REJECTED("rejected"),
  /** A missing thing was derived by a rule. */
  DERIVED("derived"),
  /** Kept as it is. */
  NOTED("noted");

  private final String code;

  IssueAction(String code) {
    this.code = code;
  }

  @Override
  public String code() {
    return code;
  }
}
