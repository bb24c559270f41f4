package org.lifecircle.walk;

/** Which way people walk. */
public enum Direction {
  /** From the place asked about to elsewhere: the walkshed. */
  OUT,
  /** From elsewhere to the place asked about: the catchment. */
  IN
}
