package org.lifecircle.model;

/** A value that a record cannot take, in words for its owner. */
public final class BadValueException extends IllegalArgumentException {

  private static final long serialVersionUID = 1L;

  private final transient Text reason;

  public BadValueException(String zh, String en) {
    super(en);
    this.reason = new Text(zh, en);
  }

  /** What is wrong with it. */
  public Text reason() {
    return reason;
  }

  /** The same complaint, saying which column it is about. */
  BadValueException inColumn(String column) {
    return new BadValueException(
        "“" + column + "”：" + reason.zh(), "'" + column + "': " + reason.en());
  }
}
