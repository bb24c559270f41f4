package org.lifecircle.coverage;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.lifecircle.model.Building;
import org.lifecircle.model.Compound;
import org.lifecircle.model.Criterion;
import org.lifecircle.model.Entrance;
import org.lifecircle.model.Facility;
import org.lifecircle.model.FacilityStatus;
import org.lifecircle.model.Group;
import org.lifecircle.model.JudgedBy;
import org.lifecircle.model.Lift;
import org.lifecircle.model.Requirement;
import org.lifecircle.model.Serves;
import org.lifecircle.model.StudyArea;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygon;

/**
 * Coverage worked out the long way: one person-list, one loop, doubles, nothing kept. What the real
 * one is checked against; it shares no code with it.
 */
final class PlainCoverage {

  /** A floor behind an entrance. */
  record Flat(
      Entrance entrance,
      Building building,
      @Nullable String compound,
      int floor,
      double residents) {}

  /** How it is asked. */
  record How(Criterion criterion, Group group, boolean doorToDoor) {}

  private final StudyArea area;
  private final Quarter quarter;
  private final List<Flat> flats = new ArrayList<>();

  PlainCoverage(Quarter quarter) {
    this.quarter = quarter;
    area = quarter.area();
    PlainResidents residents = new PlainResidents(area);
    for (Entrance entrance : area.entrances()) {
      Building building = residents.building(entrance);
      Compound compound = PlainResidents.compound(area, building);
      String home = compound == null ? null : compound.id();
      int floors = PlainResidents.floors(building);
      for (int floor = 1; floor <= floors; floor++) {
        flats.add(new Flat(entrance, building, home, floor, residents.of(entrance) / floors));
      }
    }
  }

  List<Flat> flats() {
    return flats;
  }

  double residents(Predicate<Flat> who) {
    return flats.stream().filter(who).mapToDouble(Flat::residents).sum();
  }

  boolean covered(Flat flat, Requirement requirement, How how) {
    if (requirement.judgedBy() == JudgedBy.PRESENCE) {
      return present(flat, requirement);
    }
    boolean timed = how.criterion() == Criterion.TIME && requirement.limit().minutes() != null;
    double limit =
        timed
            ? 60.0 * Objects.requireNonNull(requirement.limit().minutes())
            : Objects.requireNonNull(requirement.limit().metres());
    return accepted(requirement).stream().anyMatch(f -> walk(flat, f, how, timed) <= limit);
  }

  boolean unreachable(Flat flat, Requirement requirement, How how) {
    return requirement.judgedBy() == JudgedBy.WALK
        && accepted(requirement).stream()
            .allMatch(f -> Double.isInfinite(walk(flat, f, how, false)));
  }

  boolean straight(Flat flat, Requirement requirement) {
    if (requirement.judgedBy() == JudgedBy.PRESENCE) {
      return present(flat, requirement);
    }
    return accepted(requirement).stream()
        .filter(
            f ->
                f.serves() == Serves.PUBLIC
                    || (flat.compound() != null && Objects.equals(compoundOf(f), flat.compound())))
        .anyMatch(
            f ->
                f.geometry().distance(flat.entrance().geometry())
                    <= Objects.requireNonNull(requirement.limit().metres()));
  }

  private double walk(Flat flat, Facility facility, How how, boolean timed) {
    Integer millimetres = quarter.walkMillimetres(flat.entrance().id(), facility.id());
    double down = how.doorToDoor() ? down(flat, how.group()) : 0;
    if (millimetres == null || Double.isInfinite(down)) {
      return Double.POSITIVE_INFINITY;
    }
    return timed
        ? Math.floor(millimetres * 1000.0 / how.group().speedMillimetresPerSecond()) / 1000 + down
        : millimetres / 1000.0;
  }

  /** Seconds: stairs as the group's; the lift 10 s and 3 s a floor; the quicker of both. */
  private static double down(Flat flat, Group group) {
    double floors = flat.floor() - 1;
    if (floors == 0) {
      return 0;
    }
    double none = Double.POSITIVE_INFINITY;
    double stairs = group.stairs() == null ? none : group.stairs().downSecondsPerFloor() * floors;
    Lift lift = flat.entrance().lift();
    if (lift == Lift.LEVEL) {
      return Math.min(stairs, 10 + 3 * floors);
    }
    return lift == Lift.HALF_LANDING && group.stairs() != null
        ? Math.min(stairs, group.stairs().downSecondsPerFloor() * 0.5 + 10 + 3 * (floors - 0.5))
        : stairs;
  }

  private boolean present(Flat flat, Requirement requirement) {
    String home = flat.compound();
    if (home == null) {
      return false;
    }
    List<Facility> here =
        accepted(requirement).stream().filter(f -> home.equals(compoundOf(f))).toList();
    Double perResident = requirement.minimum().squareMetresPerResident();
    return !here.isEmpty()
        && (perResident == null
            || here.stream().mapToDouble(PlainCoverage::land).sum()
                >= perResident * residents(f -> home.equals(f.compound())));
  }

  private @Nullable String compoundOf(Facility facility) {
    Geometry inside = facility.geometry().getInteriorPoint();
    return area.compounds().stream()
        .filter(c -> c.geometry().covers(inside))
        .map(Compound::id)
        .findFirst()
        .orElse(null);
  }

  private static double land(Facility facility) {
    if (facility.landAreaSquareMetres() != null) {
      return facility.landAreaSquareMetres();
    }
    return facility.geometry() instanceof Polygon polygon ? polygon.getArea() : 0;
  }

  private List<Facility> accepted(Requirement requirement) {
    Double least = requirement.minimum().landAreaSquareMetres();
    return area.facilities().stream()
        .filter(f -> requirement.accepts().contains(f.kind()))
        .filter(f -> f.status() == FacilityStatus.OPEN)
        .filter(f -> least == null || land(f) >= least)
        .toList();
  }
}
