package org.lifecircle.store;

import org.jspecify.annotations.Nullable;

/** Somebody else was there first; nothing was written. */
public final class ConflictException extends RuntimeException {

  private static final long serialVersionUID = 1;

  private final @Nullable Integer current;

  ConflictException(@Nullable Integer current) {
    super("current revision: " + current);
    this.current = current;
  }

  /** The revision that is there now; null when nothing is. */
  public @Nullable Integer current() {
    return current;
  }
}
