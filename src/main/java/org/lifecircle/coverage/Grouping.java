package org.lifecircle.coverage;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.lifecircle.model.StudyArea;
import org.lifecircle.model.Unit;
import org.lifecircle.model.UnitKind;

/**
 * Puts every dwelling into exactly one row. Those that belong to none of the places share a last
 * row that names none, so that rows always add up to everyone.
 */
final class Grouping {

  /**
   * What a row stands for.
   *
   * @param number of the place in its layer, or {@link Home#NONE}
   */
  record Place(
      int number,
      @Nullable String unitId,
      @Nullable UnitKind unitKind,
      @Nullable String compoundId,
      @Nullable String buildingId) {}

  private final List<Place> places;
  private final int[] row;

  private Grouping(List<Place> places, int[] row) {
    this.places = List.copyOf(places);
    this.row = row;
  }

  /** One grouping; by unit one for each kind of unit there is, for they overlap. */
  static List<Grouping> by(By by, StudyArea area, Dwellings dwellings) {
    return switch (by) {
      case AREA, REQUIREMENT, KIND -> List.of(whole(dwellings));
      case COMPOUND -> List.of(byCompound(area, dwellings));
      case BUILDING -> List.of(byBuilding(area, dwellings));
      case UNIT ->
          Arrays.stream(UnitKind.values())
              .filter(kind -> area.units().stream().anyMatch(unit -> unit.kind() == kind))
              .map(kind -> byUnit(kind, area, dwellings))
              .toList();
    };
  }

  private static Grouping whole(Dwellings dwellings) {
    return new Grouping(
        List.of(new Place(Home.NONE, null, null, null, null)), new int[dwellings.count()]);
  }

  private static Grouping byCompound(StudyArea area, Dwellings dwellings) {
    List<Place> places = new ArrayList<>();
    for (int c = 0; c < area.compounds().size(); c++) {
      places.add(new Place(c, null, null, area.compounds().get(c).id(), null));
    }
    return of(places, null, dwellings, dwellings::compound);
  }

  private static Grouping byBuilding(StudyArea area, Dwellings dwellings) {
    List<Place> places = new ArrayList<>();
    int[] rowOfBuilding = new int[area.buildings().size()];
    Arrays.fill(rowOfBuilding, Home.NONE);
    IntStream.range(0, dwellings.count())
        .map(dwellings::building)
        .filter(b -> b != Home.NONE)
        .distinct()
        .sorted()
        .forEach(
            b -> {
              rowOfBuilding[b] = places.size();
              places.add(new Place(b, null, null, null, area.buildings().get(b).id()));
            });
    return of(
        places,
        null,
        dwellings,
        i -> dwellings.building(i) == Home.NONE ? Home.NONE : rowOfBuilding[dwellings.building(i)]);
  }

  private static Grouping byUnit(UnitKind kind, StudyArea area, Dwellings dwellings) {
    List<Place> places = new ArrayList<>();
    List<Unit> units = new ArrayList<>();
    for (int u = 0; u < area.units().size(); u++) {
      Unit unit = area.units().get(u);
      if (unit.kind() == kind) {
        units.add(unit);
        places.add(new Place(u, unit.id(), kind, null, null));
      }
    }
    PolygonIndex index = new PolygonIndex(units.stream().map(Unit::geometry).toList());
    return of(places, kind, dwellings, i -> index.at(dwellings.place(i)));
  }

  private static Grouping of(
      List<Place> places, @Nullable UnitKind kind, Dwellings dwellings, IntUnaryOperator rowOf) {
    int[] row = IntStream.range(0, dwellings.count()).map(rowOf).toArray();
    int rest = places.size();
    boolean any = false;
    for (int i = 0; i < row.length; i++) {
      if (row[i] == Home.NONE) {
        row[i] = rest;
        any = true;
      }
    }
    if (any) {
      places.add(new Place(Home.NONE, null, kind, null, null));
    }
    return new Grouping(places, row);
  }

  List<Place> places() {
    return places;
  }

  int row(int dwelling) {
    return row[dwelling];
  }
}
