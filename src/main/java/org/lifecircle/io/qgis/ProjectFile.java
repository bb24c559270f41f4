package org.lifecircle.io.qgis;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;

/** Writes projects as one file, with their data in it where they have any. */
public final class ProjectFile {

  static final String DATA = "layers.gpkg";

  private ProjectFile() {}

  /**
   * Writes a .qgz.
   *
   * @param data the GeoPackage with the tables of the project's layers; null when they come from
   *     elsewhere
   */
  public static void write(Path file, Project project, Styles styles, @Nullable Path data)
      throws IOException {
    try (ZipOutputStream zip =
        new ZipOutputStream(new BufferedOutputStream(Files.newOutputStream(file)))) {
      zip.putNextEntry(new ZipEntry("lifecircle.qgs"));
      String document = new ProjectXml(project, styles).document();
      zip.write(document.getBytes(StandardCharsets.UTF_8));
      zip.closeEntry();
      if (data != null) {
        zip.putNextEntry(new ZipEntry(DATA));
        Files.copy(data, zip);
        zip.closeEntry();
      }
    }
  }
}
