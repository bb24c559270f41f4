package org.lifecircle.bench;

import java.io.IOException;
import java.util.List;
import org.lifecircle.model.Facility;
import org.lifecircle.model.Group;
import org.lifecircle.model.StudyArea;
import org.lifecircle.walk.Measure;
import org.lifecircle.walk.WalkNetwork;

/** T3 with open ground: coverage of Las Palmas, one thread. */
final class CityCoverage {

  private static final int MINUTE = 60_000;

  private final Places places;
  private final Table table;
  private final boolean quick;

  CityCoverage(Places places, Table table, boolean quick) {
    this.places = places;
    this.table = table;
    this.quick = quick;
  }

  void run() throws IOException {
    StudyArea area = places.read("las_palmas/las_palmas.osm.pbf");
    WalkNetwork network = WalkNetwork.of(area, places.rules());
    List<List<Facility>> kinds = Places.kinds(area);
    Group planning = places.rules().group(Group.PLANNING);
    double one = Timing.median(() -> cover(network, kinds, planning), quick ? 2 : 4, quick ? 3 : 9);
    table.add(
        "T3",
        "coverage of Las Palmas, %d kinds × 5/10/15 min, one thread".formatted(kinds.size()),
        Table.time(one),
        "–",
        "≤ 0.3 s");
    List<Group> groups = List.copyOf(places.rules().groups());
    double all =
        Timing.median(
            () -> groups.forEach(group -> cover(network, kinds, group)), 1, quick ? 1 : 3);
    table.add(
        "T3", "the same for all %d groups".formatted(groups.size()), Table.time(all), "–", "≤ 2 s");
  }

  private static long cover(WalkNetwork network, List<List<Facility>> kinds, Group group) {
    long covered = 0;
    for (List<Facility> kind : kinds) {
      for (int cost : network.costsToNearest(kind, Measure.time(group), 15 * MINUTE)) {
        covered += cost <= 5 * MINUTE ? 1 : 0;
        covered += cost <= 10 * MINUTE ? 1 : 0;
        covered += cost <= 15 * MINUTE ? 1 : 0;
      }
    }
    return covered;
  }
}
