package org.lifecircle.walk;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import org.lifecircle.model.Gate;
import org.lifecircle.walk.NearestGround.Question;
import org.locationtech.jts.algorithm.locate.IndexedPointInAreaLocator;
import org.locationtech.jts.algorithm.locate.PointOnGeometryLocator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Location;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;

/**
 * Where doors are and what ground they see. Looks only: nothing is set into the arrangement.
 *
 * <p>A door on the width of paths is tied to each of them; any other to the nearest ground of
 * today, and to any that demolition makes nearer. For one thread.
 */
final class DoorPlaces {

  /** How far apart the places along a facility's outline are, and how far inside it. */
  private static final double OUTLINE_STEP_METRES = 5;

  private static final double INSIDE_METRES = 0.3;
  private static final int MOST_OUTLINE_PLACES = 400;

  /** A place of a facility's outline this near to ground is at ground. */
  private static final int AT_GROUND_MILLIMETRES = 2_000;

  /** By so much more a tie is when both its ends are whole millimetres. */
  private static final int ROUNDING_MILLIMETRES = 2;

  /**
   * A place that may become a door, and its straight links to ground.
   *
   * @param onPath whether it stands on the width of a path: that is ground
   */
  record Found(int x, int y, List<Tie> ties, boolean onPath) {

    /** How far the nearest ground is, today or later. */
    int reach(boolean today) {
      return onPath
          ? 0
          : ties.stream()
              .filter(tie -> !today || tie.needs().isEmpty())
              .mapToInt(Tie::lengthMillimetres)
              .min()
              .orElse(Integer.MAX_VALUE);
    }
  }

  /** The doors of a facility without entrances: places, and gates on its outline. */
  record OfFacility(List<Found> places, List<Gate> gates) {}

  private final Survey survey;
  private final NearestGround nearest;
  private final WidthTies widths;

  DoorPlaces(Survey survey, Arrangement arrangement, WidthTies widths) {
    this.survey = survey;
    this.widths = widths;
    nearest = new NearestGround(arrangement);
  }

  /** A door at a place. */
  Found at(Coordinate place) {
    return at(place, survey.rules().tieMillimetres());
  }

  private Found at(Coordinate place, int maxMillimetres) {
    int x = survey.frame().x(place.x);
    int y = survey.frame().y(place.y);
    List<Tie> ties = new ArrayList<>();
    nearest.from(x, y, new Question(maxMillimetres, true, true, false)).ifPresent(ties::add);
    boolean hidden = nearest.wasHidden();
    int upTo = ties.isEmpty() ? maxMillimetres : ties.get(0).lengthMillimetres();
    Collection<Tie> across = nearest.isOnGround(x, y) ? List.of() : widths.of(x, y);
    if (!across.isEmpty()) {
      ties = new ArrayList<>(across);
    }
    if (hidden && (across.isEmpty() || !widths.holdForGood(x, y))) {
      nearest.from(x, y, new Question(upTo, true, true, true));
      ties.addAll(nearest.later());
    }
    return new Found(x, y, ties, !across.isEmpty());
  }

  /** The doors of a facility: one for a point, for a polygon wherever its outline is at ground. */
  OfFacility of(Geometry facility) {
    if (facility instanceof Point point) {
      return new OfFacility(List.of(at(point.getCoordinate())), List.of());
    }
    List<Gate> gates = gatesOn(facility);
    List<Coordinate> places = outlinePlaces(facility);
    List<Found> doors = new ArrayList<>();
    for (Found found : outline(places, AT_GROUND_MILLIMETRES + ROUNDING_MILLIMETRES)) {
      if (found.reach(false) <= AT_GROUND_MILLIMETRES) {
        doors.add(found);
      }
    }
    boolean nowhereYet =
        doors.stream().noneMatch(found -> found.reach(true) <= AT_GROUND_MILLIMETRES);
    if (nowhereYet && gates.isEmpty()) {
      outline(places, survey.rules().tieMillimetres()).stream().limit(1).forEach(doors::add);
    }
    return new OfFacility(doors, gates);
  }

  /** The places along an outline that see ground, the nearest to it first. */
  private List<Found> outline(List<Coordinate> places, int maxMillimetres) {
    return places.stream()
        .map(place -> at(place, maxMillimetres))
        .filter(found -> !found.ties().isEmpty())
        .sorted(Comparator.comparingInt(found -> found.reach(true)))
        .toList();
  }

  private List<Gate> gatesOn(Geometry facility) {
    double tolerance = survey.rules().gateMetres();
    Envelope near = facility.getEnvelopeInternal().copy();
    near.expandBy(tolerance);
    Geometry outline = facility.getBoundary();
    return survey.area().gates().stream()
        .filter(gate -> near.intersects(gate.geometry().getEnvelopeInternal()))
        .filter(gate -> outline.isWithinDistance(gate.geometry(), tolerance))
        .toList();
  }

  /**
   * Places along the outline, a little inside it: a wall along it keeps the street out of sight.
   */
  private static List<Coordinate> outlinePlaces(Geometry facility) {
    List<Coordinate> places = new ArrayList<>();
    for (int i = 0; i < facility.getNumGeometries(); i++) {
      if (facility.getGeometryN(i) instanceof Polygon polygon) {
        addPlaces(polygon.getExteriorRing(), polygon, places);
      }
    }
    return places;
  }

  private static void addPlaces(LinearRing ring, Polygon polygon, List<Coordinate> places) {
    PointOnGeometryLocator inside = new IndexedPointInAreaLocator(polygon);
    double step = Math.max(OUTLINE_STEP_METRES, ring.getLength() / MOST_OUTLINE_PLACES);
    for (int i = 1; i < ring.getNumPoints(); i++) {
      Coordinate a = ring.getCoordinateN(i - 1);
      Coordinate b = ring.getCoordinateN(i);
      double length = a.distance(b);
      int steps = (int) Math.ceil(length / step);
      for (int k = 0; k < steps; k++) {
        double share = (k + 0.5) / steps;
        double x = a.x + share * (b.x - a.x);
        double y = a.y + share * (b.y - a.y);
        double nx = -(b.y - a.y) / length * INSIDE_METRES;
        double ny = (b.x - a.x) / length * INSIDE_METRES;
        addInside(inside, new Coordinate(x + nx, y + ny), places);
        addInside(inside, new Coordinate(x - nx, y - ny), places);
      }
    }
  }

  private static void addInside(
      PointOnGeometryLocator inside, Coordinate place, List<Coordinate> places) {
    if (inside.locate(place) == Location.INTERIOR) {
      places.add(place);
    }
  }
}
