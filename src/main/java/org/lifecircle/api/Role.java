package org.lifecircle.api;

import org.lifecircle.model.Coded;

/** What somebody may do here. */
public enum Role implements Coded {
  /** Nothing but ask whether the server is alive. */
  NONE("none"),
  /** Reads what is public. */
  VIEWER("viewer"),
  /** Also imports, plans, and keeps records that are not about persons. */
  PLANNER("planner"),
  /** Also reads and keeps records of persons; nobody else does. */
  REGISTRAR("registrar"),
  /** A planner who also runs the server; sees no persons. */
  ADMIN("admin");

  private final String code;

  Role(String code) {
    this.code = code;
  }

  @Override
  public String code() {
    return code;
  }

  /** Whether it reads what is public. */
  boolean reads() {
    return this != NONE;
  }

  /** Whether it changes areas, scenarios and plans. */
  boolean plans() {
    return this == PLANNER || this == ADMIN;
  }

  /** Whether it keeps records of the programme that are not about persons. */
  boolean keepsRecords() {
    return plans() || this == REGISTRAR;
  }

  /** Whether it sees names, votes and opinions one by one. */
  public boolean seesPersons() {
    return this == REGISTRAR;
  }
}
