package org.lifecircle.model;

import java.util.List;

/**
 * What plans do where they are not told.
 *
 * @param kinds ids of the kinds of facility they build
 * @param seconds after so long a plan is the best found by then, with the gap proven by then
 */
public record PlanRules(List<String> kinds, double seconds) {

  public PlanRules {
    kinds = List.copyOf(kinds);
  }
}
