package org.lifecircle.io.file;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.lifecircle.io.FileFormat;
import org.lifecircle.io.Limits;
import org.lifecircle.io.UnpackedBytes;
import org.lifecircle.model.BadValueException;

/**
 * Unpacks an archive into a folder of its own. Whatever its entries are called, they land there and
 * nowhere else; what comes out is counted; archives inside archives are refused.
 */
final class Unzipper {

  private static final int MAX_NAME = 200;

  private final Limits limits;

  Unzipper(Limits limits) {
    this.limits = limits;
  }

  /**
   * The files in the archive that matter.
   *
   * @param into an empty folder
   * @throws BadValueException if it is damaged, unsafe or too large
   */
  List<Source> unpack(Source archive, Path into) throws IOException {
    limits.requireSize(Files.size(archive.path()));
    try (ZipFile zip = new ZipFile(archive.path().toFile())) {
      UnpackedBytes budget = new UnpackedBytes(Files.size(archive.path()), limits.unpacked());
      budget.requireEntries(zip.size());
      List<Source> unpacked = new ArrayList<>();
      for (Enumeration<? extends ZipEntry> e = zip.entries(); e.hasMoreElements(); ) {
        ZipEntry entry = e.nextElement();
        if (!entry.isDirectory() && !isJunk(entry.getName())) {
          Path file = place(into, entry.getName());
          try (InputStream in = budget.metered(zip.getInputStream(entry))) {
            copy(in, file);
          }
          unpacked.add(new Source(file, archive.shown() + "/" + entry.getName()));
        }
      }
      for (Source source : unpacked) {
        refuseArchive(source);
      }
      return unpacked;
    } catch (ZipException | IllegalArgumentException e) {
      if (e instanceof BadValueException bad) {
        throw bad;
      }
      throw new BadValueException("ZIP 文件已损坏、加密或不完整", "the ZIP is damaged, encrypted or cut off");
    }
  }

  private static void copy(InputStream in, Path file) throws IOException {
    Path folder = file.getParent();
    if (folder != null) {
      Files.createDirectories(folder);
    }
    try (OutputStream out = Files.newOutputStream(file)) {
      in.transferTo(out);
    }
  }

  /** What systems put beside people's files. */
  private static boolean isJunk(String name) {
    return name.startsWith("__MACOSX/") || name.endsWith(".DS_Store") || name.contains("/._");
  }

  private static Path place(Path into, String name) {
    if (name.length() > MAX_NAME || name.chars().anyMatch(c -> c < ' ')) {
      throw new BadValueException("压缩包内文件名过长或含控制字符", "a name in the ZIP is too long, or not text");
    }
    Path file = into.resolve(name.replace('\\', '/').replace(':', '_')).normalize();
    if (!file.startsWith(into) || name.startsWith("/") || name.startsWith("\\")) {
      throw new BadValueException(
          "压缩包内的“" + name + "”指向包外，拒绝解压",
          "'" + name + "' in the ZIP points out of it; it is refused");
    }
    return file;
  }

  private static void refuseArchive(Source source) throws IOException {
    FileFormat format = FileFormat.of(source.path(), source.shown());
    if (format == FileFormat.ZIP) {
      throw new BadValueException(
          "压缩包内还有压缩包“" + source.shown() + "”；请解开后再提供",
          "there is another archive in it, '"
              + source.shown()
              + "'; unpack it and give what it holds");
    }
  }
}
