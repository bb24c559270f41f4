package org.lifecircle.coverage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.lifecircle.model.Access;
import org.lifecircle.model.Change;
import org.lifecircle.model.Criterion;
import org.lifecircle.model.Facility;
import org.lifecircle.model.Gate;
import org.lifecircle.model.Group;
import org.lifecircle.model.Obligation;
import org.lifecircle.model.OpeningRanking;
import org.lifecircle.model.Standard;
import org.lifecircle.model.StudyArea;
import org.lifecircle.model.Tier;
import org.lifecircle.model.Wall;
import org.lifecircle.town.RandomTown;
import org.lifecircle.town.TownRules;
import org.lifecircle.walk.WalkNetwork;

/** What is listed without trying everything, against trying everything. */
class OpeningRankingLawTest {

  private static final List<Integer> TOPS = List.of(1, 3, 12, 10_000);
  private static final double ONE_GATE_IN_EACH = Double.MAX_VALUE;

  /** What is near in most towns, and what is far in most. */
  private static Standard standard(StudyArea area, Random random) {
    String[] kinds =
        area.facilities().stream().map(Facility::kind).distinct().toArray(String[]::new);
    int near = 40 + random.nextInt(120);
    return Policies.standard(
        Policies.walk("near", Tier.FIVE, near, 2, kinds),
        Policies.walk("far", Tier.TEN, 2 * near, 4, kinds[0]),
        Policies.withObligation(
            Policies.walk("nice", Tier.TEN, near + 60, 3, kinds[kinds.length - 1]),
            Obligation.MAY));
  }

  private static CoverageQuery query(Random random) {
    return switch (random.nextInt(4)) {
      case 0 -> asked(Criterion.TIME, "wheelchair", List.of());
      case 1 -> asked(Criterion.TIME, Group.PLANNING, List.of());
      case 2 -> asked(Criterion.DISTANCE, Group.PLANNING, List.of("far"));
      default -> CoverageQuery.by(By.REQUIREMENT);
    };
  }

  private static CoverageQuery asked(Criterion criterion, String group, List<String> requirements) {
    return new CoverageQuery(
        By.REQUIREMENT, criterion, group, null, false, false, requirements, List.of());
  }

  private static List<Change> openings(StudyArea area) {
    List<Change> all = new ArrayList<>();
    area.walls().stream()
        .filter(wall -> wall.removable() && wall.standing())
        .map(Wall::id)
        .forEach(id -> all.add(new Change.RemoveWall(id)));
    area.gates().stream()
        .filter(gate -> gate.access() != Access.PUBLIC)
        .map(Gate::id)
        .forEach(id -> all.add(new Change.OpenGate(id)));
    return all;
  }

  private static OpeningRanking ranked(
      CoverageStudy study, WalkNetwork network, CoverageQuery query, OpeningRules rules) {
    return study.openings(network, query).ranked(rules, () -> false);
  }

  @Test
  void what_is_listed_is_what_trying_everything_lists() {
    AtomicInteger gaining = new AtomicInteger();
    AtomicInteger idle = new AtomicInteger();
    RandomTown.seeds(800)
        .parallel()
        .forEach(
            seed -> {
              Random random = new Random(seed);
              StudyArea town = RandomTown.of(seed).area();
              List<Change> made = openings(town);
              Collections.shuffle(made, random);
              made = made.subList(0, Math.min(made.size(), random.nextInt(5)));
              WalkNetwork network = WalkNetwork.of(town, TownRules.walking()).with(made);
              StudyArea area = town;
              for (Change change : made) {
                area = change.applyTo(area);
              }
              CoverageStudy study =
                  CoverageStudy.of(area, standard(area, random), TownRules.walking(), network);
              CoverageQuery query = query(random);
              double step = random.nextBoolean() ? 10 : ONE_GATE_IN_EACH;

              OpeningRules every = new OpeningRules(10_000, false, step, 150, 2000);
              OpeningRanking all = new PlainRanking(study, area, network, every, query).ranked();

              for (int top : TOPS) {
                OpeningRules rules = new OpeningRules(top, false, step, 150, 2000);
                OpeningRanking listed = ranked(study, network, query, rules);
                String what = "seed " + seed + ", the first " + top;
                assertEquals(all.examined(), listed.examined(), what);
                assertEquals(
                    all.openings().subList(0, Math.min(top, all.openings().size())),
                    listed.openings(),
                    what);
              }
              boolean gains =
                  all.openings().size() >= 3 && all.openings().get(2).residentsGained() > 0;
              (gains ? gaining : idle).incrementAndGet();
            });
    assertTrue(gaining.get() > 40 && idle.get() > 10, gaining + " gain, " + idle + " do not");
  }

  @Test
  void pairs_are_those_that_trying_everything_finds() {
    AtomicInteger pairs = new AtomicInteger();
    RandomTown.seeds(250)
        .parallel()
        .forEach(
            seed -> {
              Random random = new Random(seed);
              StudyArea area = RandomTown.of(seed).area();
              WalkNetwork network = WalkNetwork.of(area, TownRules.walking());
              CoverageStudy study =
                  CoverageStudy.of(area, standard(area, random), TownRules.walking(), network);
              CoverageQuery query = query(random);
              int top = TOPS.get(random.nextInt(TOPS.size()));
              int most = random.nextBoolean() ? 100_000 : 50;
              OpeningRules rules = new OpeningRules(top, true, ONE_GATE_IN_EACH, 60, most);

              OpeningRanking listed = ranked(study, network, query, rules);

              OpeningRanking plain = new PlainRanking(study, area, network, rules, query).ranked();
              assertEquals(plain, listed, "seed " + seed);
              pairs.addAndGet(plain.pairs().size());
            });
    assertTrue(pairs.get() > 10, pairs + " pairs");
  }
}
