package org.lifecircle.io.osm;

import com.google.protobuf.InvalidProtocolBufferException;

/**
 * Turns a block's numbers into ten-millionths of a degree.
 *
 * @param granularity nanodegrees in one unit of the block; 100 in almost all files
 * @param lonOffset in nanodegrees
 * @param latOffset in nanodegrees
 */
record PbfGrid(int granularity, long lonOffset, long latOffset) {

  private static final int NANODEGREES_PER_UNIT = 100;

  long lon(long value) throws InvalidProtocolBufferException {
    return units(value, lonOffset);
  }

  long lat(long value) throws InvalidProtocolBufferException {
    return units(value, latOffset);
  }

  private long units(long value, long offset) throws InvalidProtocolBufferException {
    try {
      long nanodegrees = Math.addExact(offset, Math.multiplyExact(value, (long) granularity));
      return Math.floorDiv(
          Math.addExact(nanodegrees, NANODEGREES_PER_UNIT / 2), NANODEGREES_PER_UNIT);
    } catch (ArithmeticException e) {
      throw new InvalidProtocolBufferException("a position out of all bounds");
    }
  }
}
