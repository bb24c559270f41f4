package org.lifecircle.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

/** Whole GeoPackages: each is written aside, forced to disk and renamed into place. */
public final class GeoPackageFile {

  private GeoPackageFile() {}

  /**
   * Writes a GeoPackage. When this returns it is complete and on disk; if it throws, whatever was
   * there before still is.
   *
   * @param when said to be the time of change of every table
   * @throws UncheckedIOException if the disk refuses
   */
  public static void write(Path file, Crs crs, List<FeatureTable> tables, Instant when) {
    write(file, crs, tables, List.of(), when);
  }

  /** The same with styles, by which QGIS draws the tables when it opens them. */
  public static void write(
      Path file, Crs crs, List<FeatureTable> tables, List<LayerStyle> styles, Instant when) {
    Path aside = file.resolveSibling(file.getFileName() + ".tmp");
    try {
      try {
        Files.deleteIfExists(aside);
        try (var connection = Sqlite.create(aside)) {
          new GeoPackageWriter(connection, crs, when).write(tables, styles);
        }
        forceToDisk(aside, StandardOpenOption.WRITE);
        Files.move(aside, file, StandardCopyOption.ATOMIC_MOVE);
        forceToDisk(
            Objects.requireNonNull(file.toAbsolutePath().getParent()), StandardOpenOption.READ);
      } catch (SQLException e) {
        throw new IOException("SQLite could not write " + file.getFileName(), e);
      } finally {
        Files.deleteIfExists(aside);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void forceToDisk(Path path, StandardOpenOption option) throws IOException {
    boolean folder = Files.isDirectory(path);
    if (folder && System.getProperty("os.name", "").startsWith("Windows")) {
      return; // there a folder cannot be opened, and a rename needs no such help
    }
    try (FileChannel channel = FileChannel.open(path, option)) {
      channel.force(true);
    }
  }
}
