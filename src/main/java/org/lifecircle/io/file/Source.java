package org.lifecircle.io.file;

import java.nio.file.Path;
import org.lifecircle.io.FileFormat;

/**
 * A file to read.
 *
 * @param shown how people know it; of a file in an archive {@code town.zip/walls.shp}
 */
record Source(Path path, String shown) {

  static Source of(Path path) {
    return new Source(path, String.valueOf(path.getFileName()));
  }

  /** Its name without folders, archives and ending. */
  String stem() {
    String name = shown.substring(shown.lastIndexOf('/') + 1);
    int dot = name.lastIndexOf('.');
    return dot > 0 ? name.substring(0, dot) : name;
  }

  String ending() {
    return FileFormat.ending(shown);
  }
}
