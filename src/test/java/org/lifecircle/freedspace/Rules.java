package org.lifecircle.freedspace;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import org.lifecircle.io.policy.PolicyFiles;
import org.lifecircle.model.RenewalRules;
import org.lifecircle.model.Standard;
import org.lifecircle.model.WalkingRules;

/** The rules that are shipped. */
final class Rules {

  static final RenewalRules RENEWAL = read(() -> PolicyFiles.renewalRules(config("renewal.yaml")));
  static final WalkingRules WALKING = read(() -> PolicyFiles.walkingRules(config("walking.yaml")));
  static final Standard STANDARD =
      read(() -> PolicyFiles.standard(config("standards/gb50180-2018.yaml")));

  private interface Reading<T> {
    T read() throws IOException;
  }

  private Rules() {}

  private static Path config(String name) {
    return Path.of(System.getProperty("lifecircle.home", "."), "config").resolve(name);
  }

  private static <T> T read(Reading<T> reading) {
    try {
      return reading.read();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
