package org.lifecircle.io.assembly;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.lifecircle.io.Millimetres;
import org.lifecircle.model.Access;
import org.lifecircle.model.Building;
import org.lifecircle.model.Entrance;
import org.lifecircle.model.IssueAction;
import org.lifecircle.model.Layer;
import org.lifecircle.model.Lift;
import org.lifecircle.model.StudyArea;
import org.lifecircle.model.Text;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;

/**
 * Doors for dwellings that were mapped without any: one for each stairwell, evenly spaced on the
 * long façade nearest a path.
 *
 * <p>A façade is long when it has at least six tenths of the longest one's length; façades against
 * which another building leans have no doors, unless all have one. Where two are as near to a path,
 * within 10 cm, the northern one is taken: rows of flats have their stairs on the north.
 */
final class DerivedEntrances {

  private static final double LONG_SHARE = 0.6;
  private static final double TIE_METRES = 0.1;
  private static final int MOST_DOORS = 100;
  private static final int MOST_FACADES = 50;
  private static final double FIRST_LOOK_METRES = 50;
  private static final double LAST_LOOK_METRES = 2000;

  private final StudyArea area;
  private final SegmentIndex paths = new SegmentIndex();
  private final BuildingIndex buildings;
  private final Set<String> taken;

  private DerivedEntrances(StudyArea area) {
    this.area = area;
    this.buildings = new BuildingIndex(area.buildings());
    area.paths().stream()
        .filter(path -> path.onGround() && path.access() != Access.CLOSED)
        .forEach(path -> paths.add(path.geometry()));
    this.taken =
        area.entrances().stream().map(Entrance::id).collect(Collectors.toCollection(HashSet::new));
  }

  static StudyArea applyTo(StudyArea area, IssueLog issues) {
    return new DerivedEntrances(area).derive(issues);
  }

  private StudyArea derive(IssueLog issues) {
    Set<String> have =
        area.entrances().stream()
            .map(Entrance::buildingId)
            .filter(Objects::nonNull)
            .collect(Collectors.toSet());
    List<Entrance> entrances = new ArrayList<>(area.entrances());
    for (Building building : area.buildings()) {
      if (dwelling(building) && !have.contains(building.id())) {
        List<Entrance> derived = entrances(building);
        entrances.addAll(derived);
        issues.add(
            Layer.BUILDINGS,
            building.id(),
            "entrance_derived",
            IssueAction.DERIVED,
            message(derived.size()),
            building.geometry());
      }
    }
    return area.with(Layer.ENTRANCES, entrances);
  }

  /** Whether somebody lives there, as far as the file says. */
  private static boolean dwelling(Building building) {
    return building.residential()
        || (building.residents() != null && building.residents() > 0)
        || (building.households() != null && building.households() > 0);
  }

  private List<Entrance> entrances(Building building) {
    int units = building.units() == null ? 1 : building.units();
    int count = Math.max(1, Math.min(units, MOST_DOORS));
    List<Coordinate> doors = facade(building, count).doors(count);
    List<Entrance> entrances = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      String unit = String.valueOf(i + 1);
      entrances.add(
          new Entrance(
              freeId(building.id() + "-e" + unit),
              building.id(),
              null,
              unit,
              Lift.NONE,
              null,
              Millimetres.FACTORY.createPoint(doors.get(i))));
    }
    return entrances;
  }

  private Facade facade(Building building, int doors) {
    List<Facade> all =
        Facade.of(building.geometry()).stream()
            .sorted(Comparator.comparingDouble(Facade::length).reversed())
            .limit(MOST_FACADES)
            .toList();
    List<Facade> free = all.stream().filter(f -> free(f, doors, building)).toList();
    List<Facade> usable = free.isEmpty() ? all : free;
    double enough = LONG_SHARE * usable.get(0).length();
    List<Facade> candidates = usable.stream().filter(f -> f.length() >= enough).toList();
    double nearest = metresToPath(candidates);
    return candidates.stream()
        .filter(f -> metresToPath(f, nearest + TIE_METRES) <= nearest + TIE_METRES)
        .max(
            Comparator.comparingDouble((Facade f) -> f.chord().midPoint().y)
                .thenComparingDouble(f -> -f.chord().midPoint().x))
        .orElseThrow();
  }

  private boolean free(Facade facade, int doors, Building building) {
    return facade.doorsteps(doors).stream()
        .noneMatch(step -> buildings.otherAt(step, building.id()));
  }

  /** From the nearest of the façades to its path; infinite where no path is near any of them. */
  private double metresToPath(List<Facade> facades) {
    for (double look = FIRST_LOOK_METRES; look <= LAST_LOOK_METRES; look *= 4) {
      double within = look;
      double metres =
          facades.stream().mapToDouble(f -> metresToPath(f, within)).min().orElseThrow();
      if (metres <= within) {
        return metres;
      }
    }
    return Double.POSITIVE_INFINITY;
  }

  /** Right if at most {@code within}, else at least something more than that. */
  private double metresToPath(Facade facade, double within) {
    if (within == Double.POSITIVE_INFINITY) {
      return within;
    }
    Envelope around = new Envelope(facade.chord().p0, facade.chord().p1);
    around.expandBy(within);
    double[] nearest = {Double.POSITIVE_INFINITY};
    paths.each(
        around, path -> nearest[0] = Math.min(nearest[0], path.at().distance(facade.chord())));
    return nearest[0];
  }

  private String freeId(String wanted) {
    String id = wanted;
    for (int i = 2; !taken.add(id); i++) {
      id = wanted + "-" + i;
    }
    return id;
  }

  private static Text message(int count) {
    return new Text(
        "未测出入口，按规则在临路长边推定 " + count + " 个",
        "no entrance is mapped; " + count + " placed on its long façade nearest a path");
  }
}
