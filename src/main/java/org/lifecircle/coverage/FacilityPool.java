package org.lifecircle.coverage;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.lifecircle.model.Compound;
import org.lifecircle.model.Facility;
import org.lifecircle.model.FacilityOrigin;
import org.lifecircle.model.FacilityStatus;
import org.lifecircle.model.Minimum;
import org.lifecircle.model.StudyArea;
import org.lifecircle.model.WalkingRules;
import org.locationtech.jts.algorithm.construct.MaximumInscribedCircle;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygonal;

/**
 * The facilities that count: open ones, no farther beyond the boundary than the rules allow. A
 * facility goes by its number in the area's layer.
 */
final class FacilityPool {

  /** A drawn width may miss the asked one by the rounding of coordinates and of its measurement. */
  private static final double WIDTH_TOLERANCE_METRES = 0.02;

  private final StudyArea area;
  private final Map<String, List<Integer>> byKind = new HashMap<>();
  private final int[] compound;
  private final PolygonIndex compounds;

  FacilityPool(StudyArea area, WalkingRules rules) {
    this.area = area;
    List<Facility> facilities = area.facilities();
    compound = new int[facilities.size()];
    compounds = new PolygonIndex(area.compounds().stream().map(Compound::geometry).toList());
    for (int i = 0; i < facilities.size(); i++) {
      Facility facility = facilities.get(i);
      compound[i] = compoundAt(facility.geometry());
      if (facility.status() == FacilityStatus.OPEN
          && area.boundary().isWithinDistance(facility.geometry(), rules.beyondBoundaryMetres())) {
        byKind.computeIfAbsent(facility.kind(), kind -> new ArrayList<>()).add(i);
      }
    }
  }

  /** Those of one kind that are large enough, ascending. */
  List<Integer> accepted(String kind, Minimum minimum) {
    return byKind.getOrDefault(kind, List.of()).stream()
        .filter(i -> largeEnough(facility(i), minimum))
        .toList();
  }

  /** Those of all kinds that count, ascending. */
  List<Integer> accepted(Ask ask) {
    return ask.kinds().stream()
        .flatMap(kind -> accepted(kind, ask.requirement().minimum()).stream())
        .sorted()
        .toList();
  }

  Facility facility(int number) {
    return area.facilities().get(number);
  }

  List<Facility> facilities(List<Integer> numbers) {
    return numbers.stream().map(this::facility).toList();
  }

  /** The compound it stands in, or {@link PolygonIndex#NOWHERE}. */
  int compound(int number) {
    return compound[number];
  }

  /** The compound something stands in, or {@link PolygonIndex#NOWHERE}. */
  int compoundAt(Geometry geometry) {
    return compounds.at(geometry.getInteriorPoint().getCoordinate());
  }

  /** As given, else as drawn; null when neither. */
  static @Nullable Double landSquareMetres(Facility facility) {
    Double given = facility.landAreaSquareMetres();
    return given == null && facility.geometry() instanceof Polygonal
        ? Double.valueOf(facility.geometry().getArea())
        : given;
  }

  private static boolean largeEnough(Facility facility, Minimum minimum) {
    return minimum.metBy(landSquareMetres(facility)) && wideEnough(facility, minimum);
  }

  /** Width is asked of new ones only, and can be told only of those drawn with their ground. */
  private static boolean wideEnough(Facility facility, Minimum minimum) {
    Geometry ground = facility.geometry();
    if (minimum.widthMetres() == null
        || facility.origin() != FacilityOrigin.FREED_SPACE
        || !(ground instanceof Polygonal)) {
      return true;
    }
    double radius =
        MaximumInscribedCircle.getRadiusLine(ground, WIDTH_TOLERANCE_METRES / 4).getLength();
    return 2 * radius + WIDTH_TOLERANCE_METRES >= minimum.widthMetres();
  }
}
