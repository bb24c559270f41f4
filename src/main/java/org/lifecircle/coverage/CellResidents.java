package org.lifecircle.coverage;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.lifecircle.model.Layer;
import org.lifecircle.model.PopulationCell;
import org.lifecircle.model.ResidentsSource;
import org.lifecircle.model.StudyArea;

/**
 * Third source: a population layer. A cell's people, less those already known to live in it, are
 * shared among its residential buildings by the floor area that lies in it. A building cut by
 * several cells gets its part of each. Cells are taken not to overlap.
 */
final class CellResidents {

  /** What a home got from all cells it lies in. */
  private static final class Received {
    private long residents;
    private long aged60Plus;
    private long agedUnder6;

    private static long plus(long sum, long part) {
      return sum == Millionths.UNKNOWN || part == Millionths.UNKNOWN
          ? Millionths.UNKNOWN
          : sum + part;
    }
  }

  private final StudyArea area;
  private final List<Home> homes;
  private final ResidentIssues issues;
  private final HousingFloorArea floorArea;
  private final Map<Home, Received> received = new LinkedHashMap<>();

  private CellResidents(StudyArea area, List<Home> homes, ResidentIssues issues) {
    this.area = area;
    this.homes = homes;
    this.issues = issues;
    floorArea = new HousingFloorArea(area, homes);
  }

  /** Settles homes, and adds one for each cell whose people have no building. */
  static void settle(StudyArea area, List<Home> homes, ResidentIssues issues) {
    if (area.population().isEmpty()) {
      return;
    }
    CellResidents cells = new CellResidents(area, homes, issues);
    long[] known = cells.peopleOfNoBuilding();
    List<Home> added = new ArrayList<>();
    for (int i = 0; i < known.length; i++) {
      PopulationCell cell = area.population().get(i);
      if (!cells.share(cell, known[i])) {
        added.add(homeless(cell));
        issues.withoutBuilding(Layer.POPULATION, cell, Millionths.of(cell.residents()));
      }
    }
    cells.received.forEach(
        (home, got) -> {
          home.settle(got.residents, ResidentsSource.POPULATION);
          home.setAged60Plus(got.aged60Plus);
          home.setAgedUnder6(got.agedUnder6);
        });
    homes.addAll(added);
  }

  /** By cell: people already known to live in it, of whose building nothing is known. */
  private long[] peopleOfNoBuilding() {
    PolygonIndex cells =
        new PolygonIndex(area.population().stream().map(PopulationCell::geometry).toList());
    long[] known = new long[area.population().size()];
    for (Home home : homes) {
      if (home.building() == Home.NONE) {
        int cell = cells.at(home.place());
        if (cell != PolygonIndex.NOWHERE) {
          known[cell] += home.residents();
        }
      }
    }
    return known;
  }

  /** Whether there was anybody to share among, or nobody to share out. */
  private boolean share(PopulationCell cell, long knownOfNoBuilding) {
    Map<Home, Double> inside = floorArea.inside(cell.geometry());
    List<Home> takers = HomeGroups.takers(List.copyOf(inside.keySet()));
    long total = Millionths.of(cell.residents());
    long known = knownOfNoBuilding;
    for (Map.Entry<Home, Double> home : inside.entrySet()) {
      double share = home.getValue() / floorArea.of(home.getKey());
      known += Math.round(home.getKey().residents() * share);
    }
    if (takers.isEmpty() && known == 0) {
      return total == 0;
    }
    if (known > total || (takers.isEmpty() && known < total)) {
      issues.disagree(Layer.POPULATION, cell, total, known);
    }
    if (!takers.isEmpty()) {
      give(cell, Math.max(0, total - known), takers, inside);
    }
    return true;
  }

  private void give(PopulationCell cell, long people, List<Home> takers, Map<Home, Double> inside) {
    long[] weights =
        takers.stream()
            .mapToLong(home -> Math.round(inside.getOrDefault(home, 0.0) * 1e6))
            .toArray();
    long[] parts = Apportionment.share(people, weights);
    long[] old = ages(cell, cell.residents60Plus(), people, parts);
    long[] young = ages(cell, cell.residentsUnder6(), people, parts);
    for (int i = 0; i < parts.length; i++) {
      Received got = received.computeIfAbsent(takers.get(i), home -> new Received());
      got.residents += parts[i];
      got.aged60Plus = Received.plus(got.aged60Plus, old[i]);
      got.agedUnder6 = Received.plus(got.agedUnder6, young[i]);
    }
  }

  private static long[] ages(
      PopulationCell cell, @Nullable Double aged, long people, long[] parts) {
    long total = Millionths.of(cell.residents());
    if (aged == null || total == 0) {
      long[] all = new long[parts.length];
      Arrays.fill(all, aged == null ? Millionths.UNKNOWN : 0);
      return all;
    }
    long theirs = Millionths.ofProportion(Millionths.of(aged.doubleValue()), people, total);
    return Apportionment.share(theirs, parts);
  }

  private static Home homeless(PopulationCell cell) {
    Home.Address address =
        new Home.Address(
            Home.NONE, Home.NONE, Home.NONE, cell.geometry().getInteriorPoint().getCoordinate());
    Home home = new Home(address, Home.Housing.OTHER, 1);
    home.settle(Millionths.of(cell.residents()), ResidentsSource.POPULATION);
    home.setAged60Plus(Millionths.of(cell.residents60Plus()));
    home.setAgedUnder6(Millionths.of(cell.residentsUnder6()));
    return home;
  }
}
