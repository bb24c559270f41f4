package org.lifecircle.io.shapefile;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The files that lie beside one of a Shapefile's, by their endings; in any case. */
final class Sidecars {

  private final Map<String, Path> byEnding;

  private Sidecars(Map<String, Path> byEnding) {
    this.byEnding = byEnding;
  }

  static Sidecars of(Path file) throws IOException {
    Map<String, Path> found = new TreeMap<>();
    String stem = stem(file);
    Path folder = file.toAbsolutePath().getParent();
    if (folder != null) {
      try (Stream<Path> all = Files.list(folder)) {
        all.filter(f -> stem(f).equals(stem))
            .sorted()
            .forEach(f -> found.put(name(f).substring(stem.length() + 1), f));
      }
    }
    return new Sidecars(found);
  }

  /** The file with this ending; null when there is none. */
  @Nullable Path find(String ending) {
    return byEnding.get(ending);
  }

  private static String name(Path file) {
    return String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
  }

  private static String stem(Path file) {
    String name = name(file);
    int dot = name.lastIndexOf('.');
    return dot > 0 ? name.substring(0, dot) : "";
  }
}
