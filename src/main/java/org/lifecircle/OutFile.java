package org.lifecircle;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import org.lifecircle.api.JsonText;

/** A file that a command writes: beside its place first, so that what is there is always whole. */
final class OutFile {

  /** Writes the file. */
  interface Maker {

    /** Writes it to where it is made. */
    void make(Path file) throws IOException;
  }

  private OutFile() {}

  /**
   * Has a file made, and says that it is there.
   *
   * @throws Complaints.UsageException if its folder is not there
   */
  static void write(Path out, boolean json, PrintWriter print, Maker maker) throws IOException {
    Path folder = out.toAbsolutePath().getParent();
    if (folder == null || !Files.isDirectory(folder)) {
      throw new Complaints.UsageException(
          "没有文件夹 " + folder + "，无法写入 " + out, "there is no folder " + folder + " to write into");
    }
    Path aside = out.resolveSibling(out.getFileName() + ".part");
    try {
      maker.make(aside);
      Files.move(aside, out, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(aside);
    }
    print.println(
        json ? JsonText.of(Map.of("file", out.toString(), "bytes", Files.size(out))) : out);
    print.flush();
  }
}
