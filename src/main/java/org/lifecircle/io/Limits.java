package org.lifecircle.io;

/**
 * How much a file from outside may hold. Every reader checks these before it allocates.
 *
 * @param fileBytes of one file
 * @param depth of nesting
 * @param stringChars of one text value
 * @param columns of one feature
 * @param features of one file
 * @param vertices of one geometry
 * @param selfCrossings of one polygon; repair takes time in their square
 */
public record Limits(
    long fileBytes,
    int depth,
    int stringChars,
    int columns,
    int features,
    int vertices,
    int selfCrossings) {

  /** Generous for a city, small for a machine. */
  public static final Limits USUAL =
      new Limits(512L << 20, 64, 64 << 10, 200, 2_000_000, 200_000, 20_000);

  /** The same with another bound on the size of a file. */
  public Limits withFileBytes(long newFileBytes) {
    return new Limits(newFileBytes, depth, stringChars, columns, features, vertices, selfCrossings);
  }
}
