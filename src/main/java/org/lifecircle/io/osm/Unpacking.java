package org.lifecircle.io.osm;

import java.io.IOException;
import java.io.InputStream;
import java.util.zip.GZIPInputStream;

/** Bounds on what comes out of few bytes: a file of 10 MB may hold 10 GB of zeros. */
final class Unpacking {

  private final OsmLimits limits;

  Unpacking(OsmLimits limits) {
    this.limits = limits;
  }

  /** The content of a gzip stream, which fails when it outgrows what it came from. */
  InputStream gunzip(MeteredInput packed) throws IOException {
    return new MeteredInput(
        new GZIPInputStream(packed, 1 << 16), bytes -> check(packed.bytes(), bytes));
  }

  /**
   * Fails where more came out than a file of this kind may hold.
   *
   * @param packedBytes read so far
   * @param unpackedBytes that came of them
   */
  void check(long packedBytes, long unpackedBytes) {
    if (unpackedBytes > limits.unpackedBytes()) {
      throw new UnreadableException(
          "解压后超过 %d 字节；请裁剪出更小的范围。".formatted(limits.unpackedBytes()),
          "it unpacks to more than %d bytes; cut a smaller extract."
              .formatted(limits.unpackedBytes()));
    }
    if (unpackedBytes > limits.ratio() * packedBytes + OsmLimits.RATIO_SLACK_BYTES) {
      throw new UnreadableException(
          "压缩比超过 %d:1，不像地图数据，拒绝解压。".formatted(limits.ratio()),
          "it unpacks to more than %d times its size, as no map does; it is refused."
              .formatted(limits.ratio()));
    }
  }
}
