package org.lifecircle.bench;

import java.io.IOException;
import java.util.List;
import org.lifecircle.coverage.By;
import org.lifecircle.coverage.CoverageQuery;
import org.lifecircle.coverage.CoverageStudy;
import org.lifecircle.coverage.OpeningRules;
import org.lifecircle.model.Facility;
import org.lifecircle.model.StudyArea;
import org.lifecircle.walk.WalkNetwork;

/** T5: everything in Las Palmas that could be opened, ranked by what it yields, on all cores. */
final class Ranking {

  /** A gate is tried nowhere but once in every wall: what opens is ranked, as the target says. */
  private static final double ONE_GATE = Double.MAX_VALUE;

  private final Places places;
  private final Table table;

  Ranking(Places places, Table table) {
    this.places = places;
    this.table = table;
  }

  void run() throws IOException {
    StudyArea area = places.read("las_palmas/las_palmas.osm.pbf");
    WalkNetwork network = WalkNetwork.of(area, places.rules());
    CoverageStudy study = CoverageStudy.of(area, places.standard(), places.rules(), network);
    String[] kinds = Places.kinds(area).stream().map(Ranking::kind).toArray(String[]::new);
    CoverageQuery query = CoverageQuery.by(By.AREA).ofKinds(kinds);
    OpeningRules usual = OpeningRules.usual(20, false);
    OpeningRules few =
        new OpeningRules(20, false, ONE_GATE, usual.pairReachMetres(), usual.mostPairs());
    int[] ranked = new int[1];
    double took =
        Timing.leastByTheClock(
            () -> ranked[0] = study.openings(network, query).ranked(few, () -> false).examined(),
            1,
            1);
    table.add(
        "T5",
        "ranking of %,d walls, gates and structures of Las Palmas, and of a gate in each wall, 20 kinds"
            .formatted(ranked[0]),
        Table.time(took),
        "–",
        "≤ 5 s");
  }

  private static String kind(List<Facility> facilities) {
    return facilities.get(0).kind();
  }
}
