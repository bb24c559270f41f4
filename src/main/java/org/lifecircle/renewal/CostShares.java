package org.lifecircle.renewal;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.lifecircle.model.BadValueException;
import org.lifecircle.model.programme.Flat;
import org.lifecircle.model.programme.ShareTable;

/** Shares out what a lift costs its owners among the flats of its stairwell. */
public final class CostShares {

  private CostShares() {}

  /**
   * What each flat pays, in fen, in the order of the flats; the parts sum to the amount.
   *
   * @param floors the house has
   * @throws BadValueException if a flat is on a floor that the house or the table has not
   */
  public static List<Long> of(long amountFen, List<Flat> flats, ShareTable table, int floors) {
    requireFloors(flats, table, floors);
    List<Flat> ordered = flats;
    long[] parts =
        table.byFloor() ? byFloor(amountFen, ordered, table) : byFlat(amountFen, ordered, table);
    List<Long> shares = new ArrayList<>();
    for (long part : parts) {
      shares.add(part);
    }
    return shares;
  }

  private static void requireFloors(List<Flat> flats, ShareTable table, int floors) {
    for (Flat flat : flats) {
      if (flat.floor() > floors) {
        throw new BadValueException(
            "分摊楼层不存在：有住户在 " + flat.floor() + " 层，而该楼只有 " + floors + " 层",
            "a share for a floor that does not exist: a flat is on floor "
                + flat.floor()
                + " of a house of "
                + floors);
      }
      if (table.factor(flat.floor()).isEmpty()) {
        throw new BadValueException(
            "分摊表“" + table.id() + "”没有第 " + flat.floor() + " 层",
            "table '" + table.id() + "' has no floor " + flat.floor());
      }
    }
    if (flats.stream().allMatch(flat -> factor(table, flat) == 0)) {
      throw new BadValueException("分摊表让所有住户都不付款", "by this table nobody pays anything");
    }
  }

  private static long factor(ShareTable table, Flat flat) {
    return table.factor(flat.floor()).orElseThrow();
  }

  private static long[] byFlat(long amount, List<Flat> flats, ShareTable table) {
    return LargestRemainders.share(
        amount,
        flats.stream()
            .map(
                flat ->
                    BigInteger.valueOf(factor(table, flat))
                        .multiply(BigInteger.valueOf(flat.areaSquareDecimetres())))
            .toList());
  }

  private static long[] byFloor(long amount, List<Flat> flats, ShareTable table) {
    Map<Integer, List<Integer>> floors = new TreeMap<>();
    for (int i = 0; i < flats.size(); i++) {
      floors.computeIfAbsent(flats.get(i).floor(), f -> new ArrayList<>()).add(i);
    }
    List<List<Integer>> groups = List.copyOf(floors.values());
    long[] ofFloors =
        LargestRemainders.share(
            amount,
            groups.stream()
                .map(group -> BigInteger.valueOf(factor(table, flats.get(group.get(0)))))
                .toList());
    long[] parts = new long[flats.size()];
    for (int g = 0; g < groups.size(); g++) {
      List<Integer> group = groups.get(g);
      long[] ofFlats =
          LargestRemainders.share(
              ofFloors[g],
              group.stream()
                  .map(i -> BigInteger.valueOf(flats.get(i).areaSquareDecimetres()))
                  .toList());
      for (int i = 0; i < ofFlats.length; i++) {
        parts[group.get(i)] = ofFlats[i];
      }
    }
    return parts;
  }
}
