package org.lifecircle.io.osm;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;

/** Where the real extracts are: beside the checkout, or where {@code LIFECIRCLE_SHARED} says. */
public final class Extracts {

  public static final String BEIJING = "beijing_campuses.osm";
  public static final String LAS_PALMAS = "las_palmas/las_palmas.osm.pbf";
  public static final String LAUF = "lauf.osm.pbf";
  public static final String MONACO = "monaco.osm.gz";
  public static final String PORTO_ALEGRE = "porto_alegre/poa_osm.pbf";

  private Extracts() {}

  /** The extract, or the test is given up; where everything must be there (CI) it fails. */
  public static Path path(String name) {
    String home = System.getProperty("lifecircle.home", ".");
    String given = System.getProperty("lifecircle.shared", System.getenv("LIFECIRCLE_SHARED"));
    Path shared = given == null ? Path.of(home, "..", "shared") : Path.of(given);
    Path extract = shared.resolve("data").resolve("osm").resolve(name);
    if (!Files.exists(extract)) {
      String message = extract + " is absent; set LIFECIRCLE_SHARED to the folder that holds data/";
      if (Objects.equals(System.getenv("CI"), "true")) {
        throw new AssertionError(message);
      }
      assumeTrue(false, message);
    }
    return extract;
  }

  /** Full counts are for {@code -Dlifecircle.long=true}; otherwise about a tenth. */
  public static boolean longRun() {
    return Boolean.getBoolean("lifecircle.long");
  }
}
