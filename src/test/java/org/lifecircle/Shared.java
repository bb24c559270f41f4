package org.lifecircle;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;

/** Data to compare with: beside the checkout, or where {@code LIFECIRCLE_SHARED} says. */
public final class Shared {

  private Shared() {}

  /** The folder, or the test is given up; where everything must be there (CI) it fails. */
  public static Path folder(String name) {
    String home = System.getProperty("lifecircle.home", ".");
    String given = System.getProperty("lifecircle.shared", System.getenv("LIFECIRCLE_SHARED"));
    Path shared = given == null ? Path.of(home, "..", "shared") : Path.of(given);
    Path folder = shared.resolve(name);
    if (!Files.exists(folder)) {
      String message = folder + " is absent; set LIFECIRCLE_SHARED to the folder that holds it";
      if (Objects.equals(System.getenv("CI"), "true")) {
        throw new AssertionError(message);
      }
      assumeTrue(false, message);
    }
    return folder;
  }
}
