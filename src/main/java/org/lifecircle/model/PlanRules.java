package org.lifecircle.model;

import java.util.List;

/**
 * What plans do where they are not told.
 *
 * @param kinds ids of the kinds of facility they build
 */
public record PlanRules(List<String> kinds) {

  public PlanRules {
    kinds = List.copyOf(kinds);
  }
}
