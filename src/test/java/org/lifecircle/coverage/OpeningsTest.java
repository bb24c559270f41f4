package org.lifecircle.coverage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ForkJoinPool;
import org.junit.jupiter.api.Test;
import org.lifecircle.model.Access;
import org.lifecircle.model.Change;
import org.lifecircle.model.CoverageRow;
import org.lifecircle.model.Facility;
import org.lifecircle.model.Gate;
import org.lifecircle.model.IllegalStructure;
import org.lifecircle.model.Layer;
import org.lifecircle.model.Obligation;
import org.lifecircle.model.Opening;
import org.lifecircle.model.OpeningPair;
import org.lifecircle.model.OpeningRanking;
import org.lifecircle.model.Standard;
import org.lifecircle.model.StudyArea;
import org.lifecircle.model.Tier;
import org.lifecircle.model.Wall;
import org.lifecircle.town.DrawnTown;
import org.lifecircle.town.RandomTown;
import org.lifecircle.town.TownRules;
import org.lifecircle.walk.Measure;
import org.lifecircle.walk.WalkNetwork;

/** Rankings against one study of the whole town for every opening. */
class OpeningsTest {

  private static final CoverageQuery QUERY = CoverageQuery.by(By.REQUIREMENT);

  private static Standard standard(StudyArea area) {
    String[] kinds =
        area.facilities().stream().map(Facility::kind).distinct().toArray(String[]::new);
    return Policies.standard(
        Policies.walk("near", Tier.FIVE, 80, 2, kinds),
        Policies.walk("far", Tier.TEN, 200, 4, kinds[0]),
        Policies.withObligation(
            Policies.walk("nice", Tier.TEN, 140, 3, kinds[kinds.length - 1]), Obligation.MAY));
  }

  /** Everything there is to open, by layer and id. */
  private static Map<List<Object>, Change> all(StudyArea area) {
    Map<List<Object>, Change> all = new TreeMap<>((a, b) -> a.toString().compareTo(b.toString()));
    for (Wall wall : area.walls()) {
      if (wall.removable() && wall.standing()) {
        all.put(List.of(Layer.WALLS, wall.id()), new Change.RemoveWall(wall.id()));
      }
    }
    for (IllegalStructure structure : area.illegalStructures()) {
      if (structure.blocksGround()) {
        all.put(
            List.of(Layer.ILLEGAL_STRUCTURES, structure.id()),
            new Change.RemoveStructure(structure.id()));
      }
    }
    for (Gate gate : area.gates()) {
      if (gate.access() != Access.PUBLIC) {
        all.put(List.of(Layer.GATES, gate.id()), new Change.OpenGate(gate.id()));
      }
    }
    return all;
  }

  /** Residents × requirements, people with all, and person-seconds at a metre a second. */
  private record Town(double covered, double complete, double seconds) {

    static Town of(StudyArea area, WalkNetwork network) {
      Standard standard = standard(area);
      CoverageStudy study = CoverageStudy.of(area, standard, TownRules.walking(), network);
      double covered =
          study.table(QUERY).rows().stream().mapToDouble(CoverageRow::residentsCovered).sum();
      double complete = study.table(CoverageQuery.by(By.AREA)).rows().get(0).residentsCovered();
      double seconds = 0;
      for (var requirement : standard.requirements()) {
        int[] costs =
            network.costsToNearest(
                area.facilities().stream().filter(f -> requirement.acceptsKind(f.kind())).toList(),
                Measure.distance(),
                WalkNetwork.NO_CUTOFF);
        for (int d = 0; d < study.dwellings().count(); d++) {
          int entrance = study.dwellings().entrance(d);
          if (entrance >= 0) {
            double people = study.dwellings().residentsMillionths(d) / 1e6;
            seconds += people * Math.min(costs[entrance], 200_000) / 1000.0;
          }
        }
      }
      return new Town(covered, complete, seconds);
    }
  }

  @Test
  void every_opening_yields_what_studying_the_whole_town_again_says() {
    RandomTown.seeds(120)
        .parallel()
        .forEach(
            seed -> {
              StudyArea area = RandomTown.of(seed).area();
              WalkNetwork network = WalkNetwork.of(area, TownRules.walking());
              Town before = Town.of(area, network);

              OpeningRanking ranking =
                  CoverageStudy.of(area, standard(area), TownRules.walking(), network)
                      .openings(network, QUERY)
                      .ranked(OpeningRules.usual(10_000, false), () -> false);

              Map<List<Object>, Change> all = all(area);
              assertEquals(all.size(), ranking.examined());
              Opening last = null;
              for (Opening opening : ranking.openings()) {
                Change change = all.get(List.of(opening.layer(), opening.id()));
                if (change != null) {
                  Town after = Town.of(area, network.with(List.of(change)));
                  String what = seed + " " + change;
                  assertEquals(
                      after.covered() - before.covered(), opening.residentsGained(), 1e-6, what);
                  assertEquals(
                      after.complete() - before.complete(),
                      opening.residentsCompleted(),
                      1e-6,
                      what);
                  assertEquals(
                      before.seconds() - after.seconds(), opening.secondsSaved(), 0.5, what);
                } else {
                  assertEquals("add_gate", opening.change());
                }
                assertTrue(
                    last == null || last.residentsGained() >= opening.residentsGained(), "order");
                last = opening;
              }
            });
  }

  @Test
  void pairs_are_all_that_yield_more_than_their_parts() {
    RandomTown.seeds(20)
        .parallel()
        .forEach(
            seed -> {
              StudyArea area = RandomTown.of(seed).area();
              WalkNetwork network = WalkNetwork.of(area, TownRules.walking());
              Town before = Town.of(area, network);
              List<Map.Entry<List<Object>, Change>> all =
                  new ArrayList<>(all(area).entrySet()).subList(0, 8);
              double[] alone =
                  all.stream()
                      .mapToDouble(
                          one ->
                              Town.of(area, network.with(List.of(one.getValue()))).covered()
                                  - before.covered())
                      .toArray();

              OpeningRanking ranking =
                  CoverageStudy.of(area, standard(area), TownRules.walking(), network)
                      .openings(network, QUERY)
                      .ranked(new OpeningRules(100_000, true, 10, 1e6, 100_000), () -> false);

              Map<Set<List<Object>>, OpeningPair> found = new java.util.HashMap<>();
              for (OpeningPair pair : ranking.pairs()) {
                found.put(
                    Set.of(
                        List.of(pair.layer(), pair.id()),
                        List.of(pair.otherLayer(), pair.otherId())),
                    pair);
              }
              for (int i = 0; i < all.size(); i++) {
                for (int j = i + 1; j < all.size(); j++) {
                  List<Change> both = List.of(all.get(i).getValue(), all.get(j).getValue());
                  double gain = Town.of(area, network.with(both)).covered() - before.covered();
                  OpeningPair pair =
                      found.get(new HashSet<>(List.of(all.get(i).getKey(), all.get(j).getKey())));
                  boolean more = gain - alone[i] - alone[j] > 1e-6;
                  assertEquals(more, pair != null, seed + " " + both);
                  if (pair != null) {
                    assertEquals(gain, pair.residentsGained(), 1e-6);
                    assertEquals(gain - alone[i] - alone[j], pair.residentsExtra(), 1e-6);
                  }
                }
              }
            });
  }

  @Test
  void two_walls_in_series_gain_nothing_alone_and_all_together() {
    DrawnTown town =
        DrawnTown.of(
            """
            #####################
            #.....a.....b.......#
            #K....a.....b......A#
            #.....a.....b.......#
            #####################
            K: kindergarten
            """);
    StudyArea area = town.area();
    WalkNetwork network = WalkNetwork.of(area, TownRules.walking());
    Standard standard =
        Policies.standard(Policies.walk("kindergarten", Tier.FIVE, 300, 5, "kindergarten"));

    OpeningRanking ranking =
        CoverageStudy.of(area, standard, TownRules.walking(), network)
            .openings(network, QUERY)
            .ranked(OpeningRules.usual(20, true), () -> false);

    assertEquals(0, ranking.openings().get(0).residentsGained());
    OpeningPair pair = ranking.pairs().get(0);
    assertEquals(List.of("a", "b"), List.of(pair.id(), pair.otherId()));
    assertEquals(1, pair.residentsGained());
  }

  @Test
  void one_core_or_many_the_ranking_is_the_same_and_it_stops_when_told() throws Exception {
    StudyArea area = RandomTown.of(3).area();
    WalkNetwork network = WalkNetwork.of(area, TownRules.walking());
    Openings openings =
        CoverageStudy.of(area, standard(area), TownRules.walking(), network)
            .openings(network, QUERY);
    OpeningRules rules = OpeningRules.usual(1000, true);

    OpeningRanking many = openings.ranked(rules, () -> false);
    OpeningRanking one =
        new ForkJoinPool(1).submit(() -> openings.ranked(rules, () -> false)).get();

    assertEquals(many, one);
    assertThrows(CancellationException.class, () -> openings.ranked(rules, () -> true));
  }
}
