package org.lifecircle.io.osm;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * Keeps a parser from swallowing a file whole: between two steps of it only so many bytes may pass.
 * That bounds an attribute, a text, a comment and whatever else a parser would buffer, in any
 * encoding.
 */
final class StepGuard extends FilterInputStream {

  private final int limitBytes;
  private int bytes;

  StepGuard(InputStream in, int limitBytes) {
    super(in);
    this.limitBytes = limitBytes;
  }

  /** The parser has come to something; what it buffered is behind it. */
  void step() {
    bytes = 0;
  }

  @Override
  public int read() throws IOException {
    check(1);
    return super.read();
  }

  @Override
  public int read(byte[] buffer, int offset, int length) throws IOException {
    int read = super.read(buffer, offset, length);
    check(Math.max(0, read));
    return read;
  }

  /** Who opened the stream closes it; the parser would, at its end. */
  @Override
  public void close() {}

  private void check(int more) {
    bytes += more;
    if (bytes > limitBytes) {
      throw new UnreadableException(
          "一个标签、文本或注释超过 %d 字节，不是 OpenStreetMap 数据。".formatted(limitBytes),
          "one tag, text or comment is longer than %d bytes; this is no OpenStreetMap data."
              .formatted(limitBytes));
    }
  }
}
