package org.lifecircle.coverage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.ForkJoinPool;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.lifecircle.coverage.PlainCoverage.Flat;
import org.lifecircle.coverage.PlainCoverage.How;
import org.lifecircle.model.CoverageRow;
import org.lifecircle.model.Group;
import org.lifecircle.model.Obligation;
import org.lifecircle.model.Requirement;
import org.lifecircle.model.Standard;
import org.lifecircle.model.Tier;
import org.lifecircle.model.WalkingRules;

/** The laws of coverage, over quarters made by dice. */
class CoverageLawsTest {

  private static final int QUARTERS = Boolean.getBoolean("lifecircle.long") ? 300 : 30;

  /** Counting flat by flat takes long. */
  private static final int COUNTED_BY_HAND = QUARTERS / 3;

  private static final WalkingRules RULES = Policies.walking();
  private static final Standard STANDARD = RandomQuarter.standard();

  private static CoverageStudy study(Quarter quarter, EntranceCosts costs) {
    return CoverageStudy.of(quarter.area(), STANDARD, RULES, costs);
  }

  /** By distance; at two paces; from door to door; for a group's own people. */
  private static Stream<CoverageQuery> queries(By by) {
    CoverageQuery plain = CoverageQuery.by(by);
    return Stream.of(
        plain,
        plain.atThePaceOf(Group.PLANNING),
        plain.atThePaceOf("elder70").fromDoorToDoor(),
        plain.atThePaceOf("wheelchair").fromDoorToDoor(),
        plain.atThePaceOf("child").ofTheGroupOnly());
  }

  private static long millionths(Collection<CoverageRow> rows, ToDoubleFunction<CoverageRow> of) {
    return rows.stream().mapToLong(row -> Math.round(of.applyAsDouble(row) * 1e6)).sum();
  }

  @Test
  void everyone_is_counted_once_at_every_level() {
    for (int seed = 0; seed < QUARTERS; seed++) {
      Quarter quarter = RandomQuarter.of(seed);
      CoverageStudy study = study(quarter, quarter.costs());
      for (CoverageQuery query : queries(By.AREA).toList()) {
        List<CoverageQuery> questions = new ArrayList<>();
        questions.add(query);
        STANDARD.requirements().forEach(r -> questions.add(query.ofRequirements(r.id())));
        for (CoverageQuery question : questions) {
          CoverageRow whole = study.table(question).rows().get(0);
          if (!question.populationOfGroup()) {
            assertEquals(
                study.dwellings().residentsMillionths(), Math.round(whole.residents() * 1e6));
          }
          for (By by : List.of(By.COMPOUND, By.BUILDING, By.UNIT)) {
            assertSameSums(whole, study.table(question.rowsBy(by)).rows());
          }
        }
      }
    }
  }

  private static void assertSameSums(CoverageRow whole, List<CoverageRow> parts) {
    Collection<List<CoverageRow>> divisions =
        parts.stream()
            .collect(Collectors.groupingBy(row -> String.valueOf(row.unitKind())))
            .values();
    for (List<CoverageRow> division : divisions) {
      List<CoverageRow> one = List.of(whole);
      assertEquals(
          millionths(one, CoverageRow::residents), millionths(division, CoverageRow::residents));
      assertEquals(
          millionths(one, CoverageRow::residentsCovered),
          millionths(division, CoverageRow::residentsCovered));
      assertEquals(
          millionths(one, CoverageRow::residentsUnreachable),
          millionths(division, CoverageRow::residentsUnreachable));
    }
  }

  @Test
  void every_figure_is_what_one_gets_by_counting_flat_by_flat() {
    for (int seed = 0; seed < COUNTED_BY_HAND; seed++) {
      Quarter quarter = RandomQuarter.of(seed);
      CoverageStudy study = study(quarter, quarter.costs());
      PlainCoverage plain = new PlainCoverage(quarter);
      for (CoverageQuery query : queries(By.AREA).filter(q -> !q.populationOfGroup()).toList()) {
        for (Requirement requirement : STANDARD.requirements()) {
          check(study, plain, query.ofRequirements(requirement.id()), List.of(requirement));
        }
        for (Tier tier : Tier.values()) {
          check(study, plain, query.atTier(tier), upTo(tier));
        }
      }
    }
  }

  private static List<Requirement> upTo(Tier tier) {
    return STANDARD.requirements().stream()
        .filter(r -> r.obligation() == Obligation.MUST && r.tier().compareTo(tier) <= 0)
        .toList();
  }

  private static void check(
      CoverageStudy study, PlainCoverage plain, CoverageQuery query, List<Requirement> asked) {
    How how = new How(query.criterion(), RULES.group(query.group()), query.doorToDoor());
    for (CoverageRow row : study.table(query).rows()) {
      check(row, plain, flat -> true, how, asked);
    }
    for (CoverageRow row : study.table(query.rowsBy(By.COMPOUND)).rows()) {
      check(row, plain, f -> Objects.equals(f.compound(), row.compoundId()), how, asked);
    }
    for (CoverageRow row : study.table(query.rowsBy(By.BUILDING)).rows()) {
      check(row, plain, f -> f.building().id().equals(row.buildingId()), how, asked);
    }
  }

  private static void check(
      CoverageRow row,
      PlainCoverage plain,
      Predicate<Flat> here,
      How how,
      List<Requirement> asked) {
    Predicate<Flat> covered = f -> asked.stream().allMatch(r -> plain.covered(f, r, how));
    List<Requirement> walked = asked.stream().filter(r -> r.limit().metres() != null).toList();
    Predicate<Flat> unreachable =
        f -> !walked.isEmpty() && walked.stream().allMatch(r -> plain.unreachable(f, r, how));
    double residents = plain.residents(here);
    double straight =
        plain.residents(here.and(f -> asked.stream().allMatch(r -> plain.straight(f, r))));
    assertEquals(residents, row.residents(), 1e-3);
    assertEquals(plain.residents(here.and(covered)), row.residentsCovered(), 1e-3);
    assertEquals(
        plain.residents(here.and(unreachable).and(covered.negate())),
        row.residentsUnreachable(),
        1e-3);
    assertShare(residents == 0 ? null : straight / residents, row.shareStraight());
    double met =
        asked.stream()
            .mapToDouble(r -> plain.residents(here.and(f -> plain.covered(f, r, how))))
            .sum();
    assertShare(residents == 0 ? null : met / residents / asked.size(), row.compliance());
    assertShare(buildingsShare(plain, here, covered), row.buildingsShare());
  }

  private static @Nullable Double buildingsShare(
      PlainCoverage plain, Predicate<Flat> here, Predicate<Flat> covered) {
    List<Double> shares =
        plain.flats().stream()
            .filter(here)
            .collect(Collectors.groupingBy(f -> f.building().id()))
            .values()
            .stream()
            .filter(flats -> flats.stream().anyMatch(f -> f.residents() > 0))
            .map(flats -> (double) flats.stream().filter(covered).count() / flats.size())
            .toList();
    return shares.isEmpty()
        ? null
        : Double.valueOf(shares.stream().mapToDouble(share -> share).sum() / shares.size());
  }

  private static void assertShare(@Nullable Double expected, @Nullable Double actual) {
    if (expected == null || actual == null) {
      assertEquals(expected, actual);
    } else {
      assertEquals(expected.doubleValue(), actual.doubleValue(), 1e-6);
    }
  }

  @Test
  void a_shorter_walk_never_covers_fewer() {
    for (int seed = 0; seed < QUARTERS; seed++) {
      Quarter quarter = RandomQuarter.of(seed);
      EntranceCosts before = quarter.costs();
      long dice = seed;
      EntranceCosts after =
          (facilities, criterion, group) -> {
            Random random = new Random(dice + facilities.hashCode());
            return IntStream.of(before.toNearest(facilities, criterion, group))
                .map(cost -> random.nextInt(3) == 0 ? random.nextInt(cost / 2 + 1) : cost)
                .toArray();
          };
      CoverageStudy old = study(quarter, before);
      CoverageStudy opened = study(quarter, after);
      for (By by : By.values()) {
        queries(by).forEach(query -> assertNoneWorse(old, opened, query));
      }
    }
  }

  private static void assertNoneWorse(
      CoverageStudy old, CoverageStudy opened, CoverageQuery query) {
    List<CoverageRow> before = old.table(query).rows();
    List<CoverageRow> after = opened.table(query).rows();
    for (int i = 0; i < before.size(); i++) {
      assertTrue(after.get(i).residentsCovered() >= before.get(i).residentsCovered());
      assertTrue(after.get(i).residentsUnreachable() <= before.get(i).residentsUnreachable());
    }
  }

  @Test
  void any_number_of_threads_gives_the_same_rows() throws Exception {
    Quarter quarter = RandomQuarter.of(4);
    List<CoverageQuery> questions =
        Stream.of(By.values()).flatMap(CoverageLawsTest::queries).toList();
    List<List<CoverageRow>> alone = new ArrayList<>();
    ForkJoinPool one = new ForkJoinPool(1);
    CoverageStudy quiet = study(quarter, quarter.costs());
    for (CoverageQuery question : questions) {
      alone.add(one.submit(() -> quiet.table(question).rows()).get());
    }
    one.shutdown();

    CoverageStudy busy = study(quarter, quarter.costs());
    List<List<CoverageRow>> crowd =
        IntStream.range(0, 8 * questions.size())
            .parallel()
            .mapToObj(i -> busy.table(questions.get(i % questions.size())).rows())
            .toList();

    for (int i = 0; i < crowd.size(); i++) {
      assertEquals(alone.get(i % questions.size()), crowd.get(i));
    }
  }

  @Test
  void gaps_are_all_that_the_table_leaves_uncovered() {
    for (int seed = 0; seed < QUARTERS; seed++) {
      Quarter quarter = RandomQuarter.of(seed);
      CoverageStudy study = study(quarter, quarter.costs());
      CoverageQuery query = CoverageQuery.by(By.REQUIREMENT).atThePaceOf("elder60");
      double uncovered =
          study.table(query).rows().stream()
              .mapToDouble(row -> row.residents() - row.residentsCovered())
              .sum();
      for (By by : List.of(By.AREA, By.COMPOUND, By.BUILDING)) {
        assertEquals(
            uncovered,
            study.gaps(query.rowsBy(by)).stream().mapToDouble(gap -> gap.residents()).sum(),
            1e-6);
      }
    }
  }
}
