package org.lifecircle.io.osm;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Counts the bytes that pass, and stops where there are too many of them. */
final class MeteredInput extends FilterInputStream {

  /** Says what is wrong with having read so many bytes, by throwing; or does nothing. */
  interface Limit {
    void check(long bytes);
  }

  private final Limit limit;
  private long bytes;

  MeteredInput(InputStream in, Limit limit) {
    super(in);
    this.limit = limit;
  }

  /** How many bytes have been read. */
  long bytes() {
    return bytes;
  }

  @Override
  public int read() throws IOException {
    int read = super.read();
    if (read >= 0) {
      count(1);
    }
    return read;
  }

  @Override
  public int read(byte[] buffer, int offset, int length) throws IOException {
    int read = super.read(buffer, offset, length);
    if (read > 0) {
      count(read);
    }
    return read;
  }

  @Override
  public long skip(long wanted) throws IOException {
    long skipped = super.skip(wanted);
    count(skipped);
    return skipped;
  }

  /** Going back would count twice. */
  @Override
  public boolean markSupported() {
    return false;
  }

  private void count(long more) {
    bytes += more;
    limit.check(bytes);
  }
}
