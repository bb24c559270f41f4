package org.lifecircle.store;

import java.time.Instant;
import java.util.List;

/**
 * How a dataset version came about.
 *
 * @param files names of what was read, without folders
 */
public record Imported(Instant at, List<String> files) {

  public Imported {
    files = List.copyOf(files);
  }
}
