package org.lifecircle.report;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.time.LocalDateTime;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/** Writes an archive anew without the time it was made at. */
final class SteadyZip {

  private static final LocalDateTime LONG_AGO = LocalDateTime.of(1980, 1, 1, 0, 0);

  private SteadyZip() {}

  static void rewrite(byte[] archive, OutputStream out) throws IOException {
    try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(archive))) {
      ZipOutputStream copy = new ZipOutputStream(out);
      for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
        ZipEntry again = new ZipEntry(entry.getName());
        again.setTimeLocal(LONG_AGO);
        copy.putNextEntry(again);
        in.transferTo(copy);
        copy.closeEntry();
      }
      copy.finish();
    }
  }
}
