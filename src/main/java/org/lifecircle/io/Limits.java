package org.lifecircle.io;

import org.lifecircle.model.BadValueException;

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
 * @param unpacked of an archive
 */
public record Limits(
    long fileBytes,
    int depth,
    int stringChars,
    int columns,
    int features,
    int vertices,
    int selfCrossings,
    Unpacked unpacked) {

  /**
   * What may come out of an archive.
   *
   * @param bytes all together
   * @param ratio of unpacked to packed bytes
   */
  public record Unpacked(long bytes, int ratio, int entries) {}

  /** Generous for a city, small for a machine. */
  public static final Limits USUAL =
      new Limits(
          512L << 20,
          64,
          64 << 10,
          200,
          2_000_000,
          200_000,
          20_000,
          new Unpacked(2L << 30, 100, 500));

  /** The same with another bound on the size of a file. */
  public Limits withFileBytes(long newFileBytes) {
    return new Limits(
        newFileBytes, depth, stringChars, columns, features, vertices, selfCrossings, unpacked);
  }

  /**
   * To be called before a file is read.
   *
   * @throws BadValueException if it is larger than a file may be
   */
  public void requireSize(long bytes) {
    if (bytes > fileBytes) {
      long megabytes = fileBytes >> 20;
      throw new BadValueException(
          "文件过大，上限为 " + megabytes + " MB", "the file is too large; at most " + megabytes + " MB");
    }
  }

  /**
   * To be called before room for a geometry is made.
   *
   * @throws BadValueException if it has more vertices than a geometry may
   */
  public void requireVertices(long count) {
    if (count > vertices) {
      throw new BadValueException(
          "顶点过多(" + count + ")，单个图形上限为 " + vertices,
          "too many vertices (" + count + "); at most " + vertices + " in one geometry");
    }
  }

  /**
   * To be called before a text is kept.
   *
   * @throws BadValueException if it is longer than a text may be
   */
  public void requireText(long chars) {
    if (chars > stringChars) {
      throw new BadValueException(
          "文本过长，上限为 " + stringChars + " 字符",
          "a text is too long; at most " + stringChars + " characters");
    }
  }

  /**
   * To be called before columns are made.
   *
   * @throws BadValueException if there are more than a feature may have
   */
  public void requireColumns(long count) {
    if (count > columns) {
      throw new BadValueException("属性过多，上限为 " + columns, "too many columns; at most " + columns);
    }
  }
}
