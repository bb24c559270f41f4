package org.lifecircle.model;

import java.util.List;
import java.util.stream.Collectors;

/** The input cannot be used; here is all that is wrong with it, at once. */
public final class BadInputException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient List<Fault> faults;

  public BadInputException(List<Fault> faults) {
    super(
        faults.stream()
            .map(f -> f.file() + ": " + f.reason().en())
            .collect(Collectors.joining("; ")));
    this.faults = List.copyOf(faults);
  }

  /** Never empty. */
  public List<Fault> faults() {
    return faults;
  }
}
