package org.lifecircle.io;

import java.util.List;
import org.lifecircle.model.Fault;

/**
 * What every reader hands to the assembly: files read, nothing checked, nothing projected.
 *
 * @param layers in any order; the same layer may come from several files
 * @param issues what the reader itself repaired, derived or left out
 * @param faults what the reader could not read; assembly adds its own and throws them all at once
 */
public record RawArea(
    RawProfile profile, List<RawLayer> layers, List<RawIssue> issues, List<Fault> faults) {

  public RawArea {
    layers = List.copyOf(layers);
    issues = List.copyOf(issues);
    faults = List.copyOf(faults);
  }

  /** An area all of whose files could be read. */
  public RawArea(RawProfile profile, List<RawLayer> layers, List<RawIssue> issues) {
    this(profile, layers, issues, List.of());
  }
}
