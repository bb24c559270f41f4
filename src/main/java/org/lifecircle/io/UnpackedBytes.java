package org.lifecircle.io;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.lifecircle.model.BadValueException;

/**
 * Bounds what comes out of one archive, all its entries together: 10 MB may hold 10 GB of zeros.
 */
public final class UnpackedBytes {

  /** Small archives may be mostly zeros. */
  private static final int SLACK_BYTES = 1 << 20;

  private final long packedBytes;
  private final long mostBytes;
  private final Limits.Unpacked limits;
  private long bytes;

  /** Of an archive of this size. */
  public UnpackedBytes(long packedBytes, Limits.Unpacked limits) {
    this.packedBytes = packedBytes;
    this.limits = limits;
    this.mostBytes = Math.min(limits.bytes(), packedBytes * limits.ratio() + SLACK_BYTES);
  }

  /** The size of the archive. */
  public long packedBytes() {
    return packedBytes;
  }

  /**
   * To be called before its entries are looked at.
   *
   * @throws BadValueException if there are too many
   */
  public void requireEntries(int count) {
    if (count > limits.entries()) {
      throw new BadValueException(
          "压缩包内文件过多(" + count + ")，上限为 " + limits.entries(),
          "the archive holds too many files (" + count + "); at most " + limits.entries());
    }
  }

  /** The stream of an entry, which throws {@link BadValueException} where too much has come out. */
  public InputStream metered(InputStream entry) {
    return new FilterInputStream(entry) {
      @Override
      public int read() throws IOException {
        int read = super.read();
        count(read < 0 ? 0 : 1);
        return read;
      }

      @Override
      public int read(byte[] buffer, int offset, int length) throws IOException {
        int read = super.read(buffer, offset, length);
        count(Math.max(0, read));
        return read;
      }

      @Override
      public boolean markSupported() {
        return false;
      }
    };
  }

  private void count(int more) {
    bytes += more;
    if (bytes > mostBytes) {
      throw new BadValueException(
          "解压后超过上限(" + (limits.bytes() >> 20) + " MB，且不超过压缩包的 " + limits.ratio() + " 倍)，拒绝解压",
          "it unpacks to more than is allowed ("
              + (limits.bytes() >> 20)
              + " MB, and "
              + limits.ratio()
              + " times its size); it is refused");
    }
  }
}
