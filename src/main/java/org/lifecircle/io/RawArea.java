package org.lifecircle.io;

import java.util.List;

/**
 * What every reader hands to the assembly: files read, nothing checked, nothing projected.
 *
 * @param layers in any order; the same layer may come from several files
 * @param issues what the reader itself repaired, derived or left out
 */
public record RawArea(RawProfile profile, List<RawLayer> layers, List<RawIssue> issues) {

  public RawArea {
    layers = List.copyOf(layers);
    issues = List.copyOf(issues);
  }
}
