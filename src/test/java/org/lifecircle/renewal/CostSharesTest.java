package org.lifecircle.renewal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lifecircle.model.BadValueException;
import org.lifecircle.model.programme.Flat;
import org.lifecircle.model.programme.ProgrammeRules;
import org.lifecircle.model.programme.ShareTable;

/** Who pays what for a lift: the worked examples of Guangzhou's table, and the sums, to the fen. */
class CostSharesTest {

  private static final ProgrammeRules RULES = Rulebook.shipped();
  private static final ShareTable GUANGZHOU = RULES.findTable("guangzhou").orElseThrow();

  /** Two flats of 70 square metres a floor. */
  static List<Flat> stairwell(int floors) {
    List<Flat> flats = new ArrayList<>();
    for (int floor = 1; floor <= floors; floor++) {
      flats.add(new Flat(floor + "01", floor, 7000, null));
      flats.add(new Flat(floor + "02", floor, 7000, null));
    }
    return flats;
  }

  @Test
  void six_floors_share_360_000_yuan_as_in_the_worked_example() {
    Subsidy subsidy = Subsidy.granted(45_000_000, 6, RULES.subsidy());
    assertEquals(9_000_000, subsidy.fen());

    List<Long> fen = CostShares.of(45_000_000 - subsidy.fen(), stairwell(6), GUANGZHOU, 6);

    long[] yuan = {0, 17_647, 35_294, 38_824, 42_353, 45_882};
    for (int i = 0; i < fen.size(); i++) {
      assertEquals(yuan[i / 2], Math.round(fen.get(i) / 100.0), "flat " + i);
    }
    assertEquals(36_000_000, fen.stream().mapToLong(Long::longValue).sum());
  }

  @ParameterizedTest
  @CsvSource({
    "6, 0 9.80 19.61 21.57 23.53 25.49",
    "7, 0 7.69 15.38 16.92 18.46 20.00 21.54",
  })
  void floors_bear_the_per_cent_of_the_worked_example(int floors, String perCent) {
    List<Long> fen = CostShares.of(100_000_000, stairwell(floors), GUANGZHOU, floors);

    String[] expected = perCent.split(" ", -1);
    for (int floor = 1; floor <= floors; floor++) {
      long both = fen.get(2 * floor - 2) + fen.get(2 * floor - 1);
      BigDecimal share =
          BigDecimal.valueOf(both).divide(BigDecimal.valueOf(1_000_000), 2, RoundingMode.HALF_UP);
      assertEquals(0, new BigDecimal(expected[floor - 1]).compareTo(share), "floor " + floor);
    }
  }

  @Test
  void a_table_by_per_cent_gives_a_floor_its_per_cent_however_large_its_flats_are() {
    List<Flat> flats =
        List.of(
            new Flat("101", 1, 6000, null),
            new Flat("201", 2, 6000, null),
            new Flat("202", 2, 9000, null),
            new Flat("301", 3, 4000, null));
    ShareTable table = RULES.findTable("web_6f_a").orElseThrow();

    List<Long> fen = CostShares.of(25_000_00, flats, table, 6);

    assertEquals(List.of(0L, 4_000_00L, 6_000_00L, 15_000_00L), fen);
  }

  @Test
  void shares_sum_to_the_fen_and_none_is_a_fen_or_more_from_its_quota() {
    Random random = new Random(9);
    for (int round = 0; round < 500; round++) {
      int floors = 2 + random.nextInt(8);
      List<Flat> flats = new ArrayList<>();
      for (int i = 0; i < 1 + random.nextInt(20); i++) {
        flats.add(
            new Flat("f" + i, 2 + random.nextInt(floors - 1), 1 + random.nextInt(20_000), null));
      }
      long amount = random.nextInt(1_000_000_000);

      List<Long> fen = CostShares.of(amount, flats, GUANGZHOU, floors);

      assertEquals(amount, fen.stream().mapToLong(Long::longValue).sum());
      // The table again, by hand: half, one, and a tenth more a floor.
      double[] weights =
          flats.stream()
              .mapToDouble(
                  f ->
                      f.areaSquareDecimetres() * (f.floor() == 2 ? 0.5 : 1 + 0.1 * (f.floor() - 3)))
              .toArray();
      double sum = java.util.Arrays.stream(weights).sum();
      for (int i = 0; i < weights.length; i++) {
        assertTrue(Math.abs(fen.get(i) - amount * weights[i] / sum) < 1.001, "round " + round);
      }
    }
  }

  @Test
  void a_fen_that_is_left_goes_to_the_largest_remainder() {
    assertEquals(34, LargestRemainders.share(100, 1, 1, 1)[0]);
    assertEquals(33, LargestRemainders.share(100, 1, 1, 1)[1]);
    // Quotas 1.25, 3.75: the second is nearer to one more.
    assertEquals(4, LargestRemainders.share(5, 1, 3)[1]);
    assertThrows(IllegalArgumentException.class, () -> LargestRemainders.share(5, 0, 0));
  }

  @ParameterizedTest
  @CsvSource({
    // cost, floors, subsidy, city: a fifth, a hundred thousand at most, three tenths of it the
    // city's
    "450000, 6, 90000, 27000",
    "500000, 6, 100000, 30000",
    "700000, 6, 100000, 30000",
    "450000, 4, 90000, 27000",
    "450000, 3, 0, 0",
  })
  void luoyang_grants_a_fifth_up_to_a_hundred_thousand(
      long cost, int floors, long subsidy, long city) {
    Subsidy granted = Subsidy.granted(100 * cost, floors, RULES.subsidy());

    assertEquals(100 * subsidy, granted.fen());
    assertEquals(100 * city, granted.cityFen());
  }

  @Test
  void a_share_for_a_floor_that_does_not_exist_is_refused() {
    BadValueException tooHigh =
        assertThrows(BadValueException.class, () -> CostShares.of(100, stairwell(7), GUANGZHOU, 6));
    assertTrue(tooHigh.reason().en().contains("floor 7 of a house of 6"), tooHigh.getMessage());

    ShareTable six = RULES.findTable("web_6f_a").orElseThrow();
    assertThrows(BadValueException.class, () -> CostShares.of(100, stairwell(7), six, 7));
  }
}
