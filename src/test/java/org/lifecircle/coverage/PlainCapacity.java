package org.lifecircle.coverage;

import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.lifecircle.model.CapacityRow;
import org.lifecircle.model.CapacityTable;
import org.lifecircle.model.Facility;
import org.lifecircle.model.FacilityStatus;
import org.lifecircle.model.StudyArea;
import org.lifecircle.walk.Measure;
import org.lifecircle.walk.WalkNetwork;

/**
 * The two steps as the paper has them: a full matrix of walks, a double loop over it, and another.
 */
final class PlainCapacity {

  private final StudyArea area;
  private final Dwellings dwellings;
  private final WalkNetwork network;
  private final List<Facility> facilities;
  private final Map<Integer, Double> access = new HashMap<>(); // by dwelling
  private double placesOfReached;

  PlainCapacity(StudyArea area, Dwellings dwellings, WalkNetwork network, String kind) {
    this.area = area;
    this.dwellings = dwellings;
    this.network = network;
    facilities =
        area.facilities().stream()
            .filter(f -> f.kind().equals(kind) && f.status() == FacilityStatus.OPEN)
            .toList();
  }

  void compute(Measure measure, double limit, List<Double> weights) {
    double[][] weight = new double[facilities.size()][dwellings.count()];
    for (int f = 0; f < facilities.size(); f++) {
      int[] walks =
          network.costsToNearest(List.of(facilities.get(f)), measure, WalkNetwork.NO_CUTOFF);
      for (int d = 0; d < dwellings.count(); d++) {
        int entrance = dwellings.entrance(d);
        double share = entrance < 0 ? 9 : walks[entrance] / limit;
        weight[f][d] = share > 1 ? 0 : weights.get(Math.max(0, (int) Math.ceil(share * 3) - 1));
      }
    }
    for (int f = 0; f < facilities.size(); f++) {
      double demand = 0;
      for (int d = 0; d < dwellings.count(); d++) {
        demand += dwellings.residentsMillionths(d) / 1e6 * weight[f][d];
      }
      double places = requireNonNull(facilities.get(f).capacity());
      placesOfReached += demand > 0 ? places : 0;
      for (int d = 0; d < dwellings.count() && demand > 0; d++) {
        access.merge(d, places / demand * weight[f][d], Double::sum);
      }
    }
  }

  /** The table by building says the same, and loses no place and nobody. */
  void check(CapacityTable table, String where) {
    Map<String, Double> places = new TreeMap<>();
    Map<String, Double> without = new TreeMap<>();
    for (int d = 0; d < dwellings.count(); d++) {
      int b = dwellings.building(d);
      String building = b < 0 ? "" : area.buildings().get(b).id();
      double people = dwellings.residentsMillionths(d) / 1e6;
      places.merge(building, people * access.getOrDefault(d, 0.0), Double::sum);
      without.merge(building, people * Math.max(0, 1 - access.getOrDefault(d, 0.0)), Double::sum);
    }
    double all = 0;
    for (CapacityRow row : table.rows()) {
      String building = row.buildingId() == null ? "" : row.buildingId();
      assertEquals(places.getOrDefault(building, 0.0), row.places(), 1e-9, where);
      assertEquals(
          without.getOrDefault(building, 0.0),
          requireNonNull(row.peopleWithoutPlace()),
          1e-9,
          where);
      all += row.places();
    }
    assertEquals(placesOfReached, all, 1e-9, where);
  }
}
