package org.lifecircle.io.policy;

import java.nio.file.Path;

/** The product's own policy files. */
final class Config {

  private Config() {}

  /** A file of {@code config/}. */
  static Path file(String name) {
    return Path.of(System.getProperty("lifecircle.home", "."), "config", name);
  }
}
