package org.lifecircle.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** T7: the product's own import command, in a process of its own. */
final class Import {

  private final Path home;
  private final Places places;
  private final Table table;

  Import(Path home, Places places, Table table) {
    this.home = home;
    this.places = places;
    this.table = table;
  }

  void run() throws IOException {
    Path workspace = Files.createTempDirectory("bench");
    try {
      ProcessBuilder builder =
          new ProcessBuilder(
                  home.resolve("lifecircle").toString(),
                  "import",
                  "las-palmas",
                  places.file("las_palmas/las_palmas.osm.pbf").toString(),
                  "--workspace",
                  workspace.toString())
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .redirectErrorStream(true);
      long begun = System.nanoTime();
      Process process = builder.start();
      long peakKilobytes = 0;
      while (process.isAlive()) {
        peakKilobytes = Math.max(peakKilobytes, peak(process.pid()));
        pause();
      }
      double took = System.nanoTime() - begun;
      if (process.exitValue() != 0) {
        throw new IllegalStateException("the import ended with " + process.exitValue());
      }
      table.add(
          "T7",
          "import of Las Palmas (3.3 MB) to a ready network, and kept",
          Table.time(took) + (peakKilobytes == 0 ? "" : ", %.1f GB".formatted(peakKilobytes / 1e6)),
          "–",
          "≤ 20 s, ≤ 1.5 GB");
    } finally {
      delete(workspace);
    }
  }

  /**
   * The most memory a process has had so far, where the system tells; the launcher becomes java.
   */
  private static long peak(long pid) {
    try {
      return Files.readAllLines(Path.of("/proc/" + pid + "/status")).stream()
          .filter(line -> line.startsWith("VmHWM:"))
          .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
          .findFirst()
          .orElse(0);
    } catch (IOException | UncheckedIOException e) {
      return 0;
    }
  }

  private static void pause() {
    try {
      Thread.sleep(100);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void delete(Path folder) throws IOException {
    List<Path> all;
    try (Stream<Path> inside = Files.walk(folder)) {
      all = inside.sorted(Comparator.reverseOrder()).toList();
    }
    for (Path path : all) {
      Files.delete(path);
    }
  }
}
