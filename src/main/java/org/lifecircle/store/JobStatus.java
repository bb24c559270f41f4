package org.lifecircle.store;

import java.util.Locale;

/** How far a long computation is; the words are those of OGC API Processes. */
public enum JobStatus {
  ACCEPTED,
  RUNNING,
  SUCCESSFUL,
  FAILED,
  DISMISSED;

  /** As it is written. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Whether nothing more will come of it. */
  public boolean isOver() {
    return compareTo(RUNNING) > 0;
  }

  static JobStatus of(String code) {
    return valueOf(code.toUpperCase(Locale.ROOT));
  }
}
