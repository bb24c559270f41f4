package org.lifecircle.model;

/** How far a value of the policy is confirmed. */
public enum Mark implements Coded {
  /** Seen in the source it names. */
  VERIFIED("verified", true),
  /** Calculated from verified values. */
  CALCULATED("calculated", true),
  /** Seen, but only in a secondary source. */
  VERIFIED_WEAK("verified-weak", false),
  /** Part of the row is confirmed, mostly the radius. */
  PARTIAL("partial", false),
  /** From general knowledge, most likely right. */
  RECALL_HIGH("recall-high", false),
  /** From general knowledge, fairly likely right. */
  RECALL_MED("recall-med", false),
  /** From general knowledge, to be replaced before anybody signs. */
  RECALL_LOW("recall-low", false),
  /** Chosen by whoever wrote the file, within what sources allow. */
  CHOICE("choice", false);

  private final String code;
  private final boolean verified;

  Mark(String code, boolean verified) {
    this.code = code;
    this.verified = verified;
  }

  @Override
  public String code() {
    return code;
  }

  /** Whether a planner may sign a number that rests on it. */
  public boolean verified() {
    return verified;
  }
}
