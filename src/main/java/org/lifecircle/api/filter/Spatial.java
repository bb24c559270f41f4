package org.lifecircle.api.filter;

import java.util.Set;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.operation.relateng.RelateNG;
import org.locationtech.jts.operation.relateng.RelatePredicate;
import org.locationtech.jts.operation.relateng.TopologyPredicate;

/** How two geometries lie to each other, by the definitions of Simple Features. */
final class Spatial {

  static final Set<String> OPERATORS =
      Set.of(
          "s_intersects",
          "s_equals",
          "s_disjoint",
          "s_touches",
          "s_within",
          "s_overlaps",
          "s_crosses",
          "s_contains");

  private Spatial() {}

  static boolean holds(String operator, Geometry a, Geometry b) {
    return RelateNG.relate(a, b, predicate(operator));
  }

  private static TopologyPredicate predicate(String operator) {
    return switch (operator) {
      case "s_intersects" -> RelatePredicate.intersects();
      case "s_equals" -> RelatePredicate.equalsTopo();
      case "s_disjoint" -> RelatePredicate.disjoint();
      case "s_touches" -> RelatePredicate.touches();
      case "s_within" -> RelatePredicate.within();
      case "s_overlaps" -> RelatePredicate.overlaps();
      case "s_crosses" -> RelatePredicate.crosses();
      case "s_contains" -> RelatePredicate.contains();
      default -> throw new IllegalArgumentException(operator);
    };
  }
}
