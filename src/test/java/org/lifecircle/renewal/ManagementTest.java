package org.lifecircle.renewal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lifecircle.model.BadValueException;
import org.lifecircle.model.programme.Agreed;
import org.lifecircle.model.programme.FeePeriod;
import org.lifecircle.model.programme.ItemClass;
import org.lifecircle.model.programme.Management;
import org.lifecircle.model.programme.ManagementMode;
import org.lifecircle.model.programme.Opinion;
import org.lifecircle.model.programme.OpinionTopic;
import org.lifecircle.model.programme.Programme;
import org.lifecircle.model.programme.ProgrammeRecord;
import org.lifecircle.model.programme.Work;
import org.lifecircle.model.programme.WorkItem;

/** Fees, relapse, agreement and wishes. */
class ManagementTest {

  private static final LocalDate DONE = LocalDate.of(2021, 12, 31);

  private static FeePeriod year(int year, int paying) {
    return new FeePeriod(
        LocalDate.of(year, 1, 1), LocalDate.of(year, 12, 31), 24_000_00, 0, 100, paying, "x");
  }

  private static CompoundStanding standing(LocalDate day, FeePeriod... periods) {
    WorkItem item =
        new WorkItem(
            "i",
            ItemClass.BASIC,
            "x",
            null,
            DONE.minusYears(1),
            DONE.minusMonths(6),
            DONE,
            null,
            List.of(),
            List.of(),
            List.of());
    List<ProgrammeRecord> records = new ArrayList<>();
    records.add(new Work("k", "x", null, List.of("c"), List.of(item)));
    if (periods.length > 0) {
      records.add(
          new Management(
              "m", "c", ManagementMode.PROFESSIONAL, true, DONE, null, List.of(periods)));
    }
    return CompoundStanding.of("c", new Programme(records), Rulebook.shipped().relapse(), day);
  }

  @Test
  void the_newspapers_fees_pay_only_if_the_old_ones_were_under_53_yuan() {
    BreakEven village = new BreakEven(936, 40, 0.3, 20, 0.8);

    assertEquals(53.33, village.oldYuanBelow(), 0.005);
    assertEquals(179_712, village.newYearlyYuan(), 1e-6);
    assertTrue(village.newYearlyYuan() > village.oldYearlyYuan());
    assertEquals(15, village.breakEvenYuan(), 1e-9);
    assertEquals(0.6, village.breakEvenRate(), 1e-9);
    BreakEven even = new BreakEven(936, village.oldYuanBelow(), 0.3, 20, 0.8);
    assertEquals(even.oldYearlyYuan(), even.newYearlyYuan(), 1e-6);
  }

  @ParameterizedTest
  @CsvSource({
    // paying of 100 in 2022 and 2023, risks in 2024
    "80, 71, 0",
    "80, 70, 1", // ten points down
    "50, 50, 0",
    "50, 49, 1", // under a half
    "59, 49, 2",
  })
  void a_compound_may_relapse_when_fewer_pay(int first, int then, int risks) {
    CompoundStanding standing =
        standing(LocalDate.of(2024, 6, 1), year(2022, first), year(2023, then));

    assertEquals(risks, standing.risks().size(), standing.risks().toString());
  }

  @Test
  void it_is_watched_for_three_years_and_only_once_it_is_renewed() {
    assertEquals(1, standing(DONE).risks().size(), "nobody manages it");
    assertEquals(1, standing(DONE.plusYears(3)).risks().size());
    assertEquals(0, standing(DONE.plusYears(3).plusDays(1)).risks().size());
    assertNull(standing(DONE.minusDays(1)).renewedOn());
    assertEquals(0, standing(DONE.minusDays(1)).risks().size());
  }

  @Test
  void a_period_counts_once_it_has_ended() {
    FeePeriod year = year(2022, 80);
    assertNull(standing(LocalDate.of(2022, 12, 30), year).last());
    assertEquals(year, standing(LocalDate.of(2022, 12, 31), year).last());
    assertEquals(20, FeeHistory.yuanPerHouseholdMonth(year), 1e-9);
  }

  @Test
  void periods_are_whole_months_in_order_and_have_a_denominator() {
    assertThrows(BadValueException.class, () -> standing(DONE, year(2022, 1), year(2022, 1)));
    assertThrows(BadValueException.class, () -> year(2022, 101));
    LocalDate day = LocalDate.of(2022, 1, 1);
    LocalDate end = LocalDate.of(2022, 12, 31);
    assertThrows(BadValueException.class, () -> new FeePeriod(day, end, 0, 0, 1, 0, "x"));
    assertThrows(BadValueException.class, () -> new FeePeriod(day, end, 1, 0, 0, 0, "x"));
    assertThrows(BadValueException.class, () -> new FeePeriod(end, day, 1, 0, 1, 0, "x"));
    assertThrows(
        BadValueException.class, () -> new FeePeriod(day.plusDays(1), end, 1, 0, 1, 0, "x"));
  }

  @Test
  void in_the_demo_everything_that_went_was_agreed_and_what_was_refused_is_not() {
    DemoProgramme demo = new DemoProgramme();
    Agreed before = Agreed.of(demo.area(), demo.programme(), LocalDate.of(2022, 1, 31));
    Agreed after = Agreed.of(demo.area(), demo.programme(), LocalDate.of(2022, 12, 31));

    assertEquals(0, before.walls().size() + before.structures().size());
    WorksDone works = WorksDone.of(demo.area(), demo.programme(), LocalDate.of(2022, 4, 30));
    assertEquals(after.walls().size() + after.structures().size(), works.down().size());
    works
        .down()
        .forEach(
            d ->
                assertTrue(
                    after.walls().contains(d.feature().id())
                        || after.structures().contains(d.feature().id()),
                    d.feature().id()));
    long refused =
        demo.programme().all(org.lifecircle.model.programme.Consent.class).stream()
            .filter(c -> c.answeredOn() != null && !c.agreed())
            .peek(c -> assertTrue(!after.walls().contains(c.featureId()), c.id()))
            .count();
    assertTrue(refused > 0);
  }

  @Test
  void wishes_weigh_by_households_and_few_weigh_nothing() {
    List<ProgrammeRecord> opinions = new ArrayList<>();
    for (int i = 0; i < 39; i++) {
      String kind = i < 20 ? "canteen" : i < 30 ? "garden" : "nursery";
      String compound = i < 30 ? "c1" : "c2"; // nine households there want a nursery
      opinions.add(
          new Opinion("o" + i, compound, "h" + i, null, OpinionTopic.WISH, kind, null, null, DONE));
    }
    for (int i = 0; i < 9; i++) { // and nine a garden, which is not told either
      opinions.add(
          new Opinion("p" + i, "c2", "h" + i, null, OpinionTopic.WISH, "garden", null, null, DONE));
    }

    assertEquals(
        java.util.Map.of("canteen", 1.0, "garden", 0.5),
        PublicOpinion.weights(new Programme(opinions), 10));
  }
}
