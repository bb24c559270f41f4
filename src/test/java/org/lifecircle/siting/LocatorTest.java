package org.lifecircle.siting;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.BitSet;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.lifecircle.coverage.Dwellings;
import org.lifecircle.io.policy.PolicyFiles;
import org.lifecircle.model.BadValueException;
import org.lifecircle.model.Facility;
import org.lifecircle.model.Group;
import org.lifecircle.model.RenewalRules;
import org.lifecircle.model.Standard;
import org.lifecircle.model.StudyArea;
import org.lifecircle.siting.LocationRequest.Existing;
import org.lifecircle.siting.LocationRequest.Problem;
import org.lifecircle.town.RandomTown;
import org.lifecircle.town.TownRules;
import org.lifecircle.walk.Measure;
import org.lifecircle.walk.WalkNetwork;
import org.locationtech.jts.geom.Geometry;

/** Sites for the people of walled towns, against the trial of every choice. */
class LocatorTest {

  private static final int LIMIT_METRES = 90;
  private static final RenewalRules RENEWAL = renewal();

  private static RenewalRules renewal() {
    Path config = Path.of(System.getProperty("lifecircle.home", "."), "config");
    try {
      return PolicyFiles.renewalRules(config.resolve("renewal.yaml"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A town and how far its people walk to any choice of facilities. */
  private static final class Trial {
    final StudyArea area;
    final Standard standard;
    final WalkNetwork network;
    final List<Facility> sites;
    final double[] people;

    Trial(long seed) {
      area = RandomTown.of(seed).area();
      standard = WalkTownTest.standard(area);
      network = WalkNetwork.of(area, TownRules.walking());
      sites = area.facilities().stream().limit(9).toList();
      Dwellings dwellings = Dwellings.of(area, TownRules.walking());
      people = new double[area.entrances().size()];
      for (int d = 0; d < dwellings.count(); d++) {
        if (dwellings.entrance(d) != Dwellings.NONE) {
          people[dwellings.entrance(d)] += dwellings.residentsMillionths(d) / 1e6;
        }
      }
    }

    Located locate(Problem problem, int count) {
      List<String> others =
          area.facilities().stream().map(Facility::id).filter(id -> !isSite(id)).toList();
      LocationRequest request =
          new LocationRequest(
              problem,
              "near",
              Group.PLANNING,
              count,
              null,
              problem.isCovering() ? Double.valueOf(LIMIT_METRES) : null,
              Existing.CHOOSE,
              null,
              List.of(),
              others);
      return new Locator(area, standard, TownRules.walking(), RENEWAL, (Geometry g) -> g)
          .locate(request, List.of(), Proof.of(60));
    }

    private boolean isSite(String id) {
      return sites.stream().anyMatch(site -> site.id().equals(id));
    }

    int[] walks(List<Facility> chosen) {
      return network.costsToNearest(chosen, Measure.distance(), WalkNetwork.NO_CUTOFF);
    }

    /** The least that some choice of so many comes to. */
    double least(int count, ToDoubleFunction<int[]> of) {
      double least = Double.POSITIVE_INFINITY;
      for (int bits = 1; bits < 1 << sites.size(); bits++) {
        BitSet set = BitSet.valueOf(new long[] {bits});
        if (set.cardinality() <= count) {
          least =
              Math.min(least, of.applyAsDouble(walks(set.stream().mapToObj(sites::get).toList())));
        }
      }
      return least;
    }

    /** Whoever reaches any facility at all has to be served. */
    boolean[] counted() {
      int[] any = walks(area.facilities());
      boolean[] counted = new boolean[any.length];
      for (int e = 0; e < any.length; e++) {
        counted[e] = any[e] != WalkNetwork.UNREACHED && people[e] > 0;
      }
      return counted;
    }

    double within(int[] walks) {
      return IntStream.range(0, walks.length)
          .filter(e -> walks[e] <= LIMIT_METRES * 1000)
          .mapToDouble(e -> people[e])
          .sum();
    }

    double sum(int[] walks) {
      boolean[] counted = counted();
      double sum = 0;
      for (int e = 0; e < walks.length; e++) {
        if (counted[e] && walks[e] == WalkNetwork.UNREACHED) {
          return Double.POSITIVE_INFINITY;
        }
        sum += counted[e] ? people[e] * walks[e] : 0;
      }
      return sum;
    }

    double longest(int[] walks) {
      boolean[] counted = counted();
      return IntStream.range(0, walks.length)
          .filter(e -> counted[e])
          .mapToDouble(e -> walks[e] == WalkNetwork.UNREACHED ? Double.POSITIVE_INFINITY : walks[e])
          .max()
          .orElse(0);
    }
  }

  @Test
  void sites_are_as_good_as_the_best_of_all_choices() {
    AtomicInteger served = new AtomicInteger();
    RandomTown.seeds(100)
        .limit(Boolean.getBoolean("lifecircle.long") ? 100 : 12)
        .forEach(
            seed -> {
              Trial trial = new Trial(seed);
              String town = "seed " + seed;

              Located covering = trial.locate(Problem.MAXIMAL_COVERING, 2);
              Located median = trial.locate(Problem.P_MEDIAN, 3);
              Located centre = trial.locate(Problem.P_CENTRE, 3);

              double most = -trial.least(2, walks -> -trial.within(walks));
              assertEquals(most, covering.residentsServed(), 0.01 * trial.people.length, town);
              assertEquals(0, covering.gap(), town);
              double sum = trial.least(3, trial::sum);
              assertEquals(Double.isInfinite(sum), median.whyNothing() != null, town);
              double longest = trial.least(3, trial::longest);
              assertEquals(Double.isInfinite(longest), centre.whyNothing() != null, town);
              if (median.whyNothing() == null) {
                double walked = median.meanWalk() * median.residentsServed();
                assertEquals(sum, walked, 1e-4 * sum + 1e4, town);
                assertEquals(longest, centre.longestWalk(), town);
                served.incrementAndGet();
              }
            });
    assertTrue(served.get() > 3, served + " towns where everybody could be served");
  }

  @Test
  void fewest_sites_serve_all_whom_any_serves() {
    RandomTown.seeds(100)
        .limit(Boolean.getBoolean("lifecircle.long") ? 100 : 12)
        .forEach(
            seed -> {
              Trial trial = new Trial(seed);
              double most = trial.within(trial.walks(trial.sites));

              Located found = trial.locate(Problem.SET_COVERING, trial.sites.size());

              assertNull(found.whyNothing());
              assertEquals(most, found.residentsServed(), 1e-6, "seed " + seed);
              int count = found.chosen().size();
              if (count > 0) {
                double fewer = -trial.least(count - 1, walks -> -trial.within(walks));
                assertTrue(count == 1 || fewer < most - 1e-9, "seed " + seed);
              }
            });
  }

  @Test
  void what_serves_only_so_many_serves_no_more() {
    int full = 0;
    for (long seed = 1; seed <= 8; seed++) {
      Trial trial = new Trial(seed);
      LocationRequest request =
          new LocationRequest(
              Problem.MAXIMAL_COVERING,
              "near",
              Group.PLANNING,
              3,
              null,
              (double) LIMIT_METRES,
              Existing.CHOOSE,
              40.0,
              List.of(),
              List.of());

      Located found =
          new Locator(trial.area, trial.standard, TownRules.walking(), RENEWAL, g -> g)
              .locate(request, List.of(), Proof.of(60));

      Located any = new Trial(seed).locate(Problem.MAXIMAL_COVERING, 3);
      for (Located.Chosen site : found.chosen()) {
        assertTrue(site.residents() <= 40 + 0.01 * trial.people.length);
      }
      full += found.residentsServed() < any.residentsServed() - 1 ? 1 : 0;
    }
    assertTrue(full > 0, "nowhere the capacity mattered");
  }

  @Test
  void all_that_stand_may_stay_and_nothing_be_added() {
    Trial trial = new Trial(3);
    LocationRequest request =
        new LocationRequest(
            Problem.P_MEDIAN,
            "near",
            Group.PLANNING,
            0,
            null,
            null,
            Existing.KEEP,
            null,
            List.of(),
            List.of());

    Located kept =
        new Locator(trial.area, trial.standard, TownRules.walking(), RENEWAL, g -> g)
            .locate(request, List.of(), Proof.of(60));

    double sum = trial.sum(trial.walks(trial.area.facilities()));
    assertEquals(sum, kept.meanWalk() * kept.residentsServed(), 1e-6 * sum + 1);
  }

  @Test
  void what_is_too_large_a_question_is_known_before_anything_is_computed() {
    Trial trial = new Trial(3);
    Locator locator = new Locator(trial.area, trial.standard, TownRules.walking(), RENEWAL, g -> g);
    LocationRequest request =
        new LocationRequest(
            Problem.P_MEDIAN,
            "near",
            Group.PLANNING,
            1,
            null,
            null,
            Existing.CHOOSE,
            null,
            List.of(),
            List.of());
    long enough = 4_000_000 / trial.area.entrances().size();

    locator.requireFew(request, enough, List.of());
    BadValueException tooMany =
        assertThrows(
            BadValueException.class, () -> locator.requireFew(request, enough + 1, List.of()));

    assertTrue(tooMany.reason().en().contains(String.valueOf(enough + 1)), tooMany.reason().en());
    assertTrue(tooMany.reason().en().contains("4000000"), tooMany.reason().en());
  }
}
