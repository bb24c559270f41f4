package org.lifecircle;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;

/** A city of as many buildings as wanted, as GeoJSON; 100 000 of them are 40 MB. */
final class ManyBuildings {

  private static final double WEST = 112.2;
  private static final double SOUTH = 34.5;
  private static final double DEGREES_APART = 0.0004;
  private static final int CORNERS = 8;

  private ManyBuildings() {}

  /** Writes them, and a kindergarten, into a folder; the same seed makes the same city. */
  static void write(Path folder, int count, long seed) throws IOException {
    Files.createDirectories(folder);
    Files.writeString(
        folder.resolve("facilities.geojson"),
        """
        {"type": "Feature", "properties": {"id": "f-1", "kind": "kindergarten"},
         "geometry": {"type": "Point", "coordinates": [%s, %s]}}
        """
            .formatted(WEST, SOUTH));
    writeBuildings(folder.resolve("buildings.geojson"), count, new Random(seed));
  }

  private static void writeBuildings(Path file, int count, Random random) throws IOException {
    int wide = (int) Math.ceil(Math.sqrt(count));
    try (BufferedWriter out = Files.newBufferedWriter(file)) {
      out.write("{\"type\":\"FeatureCollection\",\"features\":[\n");
      for (int i = 0; i < count; i++) {
        int row = i / wide;
        if (i > 0) {
          out.write(",\n");
        }
        out.write(
            ("{\"type\":\"Feature\",\"properties\":{\"id\":\"b-%d\",\"use\":\"residential\","
                    + "\"floors\":%d,\"units\":%d,\"households\":%d,\"residents\":%d,"
                    + "\"built_year\":%d},\"geometry\":{\"type\":\"Polygon\",\"coordinates\":[[%s]]}}")
                .formatted(
                    i,
                    2 + random.nextInt(6),
                    1 + random.nextInt(4),
                    10 + random.nextInt(50),
                    30 + random.nextInt(150),
                    1955 + random.nextInt(50),
                    ring(WEST + i % wide * DEGREES_APART, SOUTH + row * DEGREES_APART, random)));
      }
      out.write("\n]}\n");
    }
  }

  /** Eight corners around a place, none like the other's. */
  private static String ring(double lon, double lat, Random random) {
    StringBuilder ring = new StringBuilder();
    String first = "";
    for (int i = 0; i < CORNERS; i++) {
      double angle = 2 * Math.PI * i / CORNERS;
      double radius = DEGREES_APART * (0.25 + 0.2 * random.nextDouble());
      String corner =
          "[%.9f,%.9f]".formatted(lon + radius * Math.cos(angle), lat + radius * Math.sin(angle));
      first = i == 0 ? corner : first;
      ring.append(corner).append(',');
    }
    return ring.append(first).toString();
  }
}
