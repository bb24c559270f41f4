package org.lifecircle.io.qgis;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Writes projects with their data in one file. */
public final class ProjectFile {

  private static final String DATA = "layers.gpkg";

  private ProjectFile() {}

  /**
   * Writes a .qgz.
   *
   * @param data the GeoPackage with the tables of the project's layers
   */
  public static void write(Path file, Project project, Styles styles, Path data)
      throws IOException {
    try (ZipOutputStream zip =
        new ZipOutputStream(new BufferedOutputStream(Files.newOutputStream(file)))) {
      zip.putNextEntry(new ZipEntry("lifecircle.qgs"));
      String document = new ProjectXml(project, styles, DATA).document();
      zip.write(document.getBytes(StandardCharsets.UTF_8));
      zip.closeEntry();
      zip.putNextEntry(new ZipEntry(DATA));
      Files.copy(data, zip);
      zip.closeEntry();
    }
  }
}
