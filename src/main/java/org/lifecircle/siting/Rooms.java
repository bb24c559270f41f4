package org.lifecircle.siting;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * For how many of those who share places works that build are rewarded in a {@link Relaxation}: by
 * each requirement for no more than they have room for, those with the largest rewards first.
 *
 * <p>Why that still bounds. Leave out, of all that is done, what is in a cut and builds a facility
 * with few places. Whoever is served elsewhere still reaches that, for what is built opens no way;
 * so something else in the cut is done. Hence who is served is so at facilities of the cut, by
 * their rooms, or other works of the cut let all through.
 */
final class Rooms {

  /** A facility with too few places for all rows that have it in a cut. */
  private static final class Room {
    final int work;
    final long most; // weight
    final int[] rows;
    final int[][] cuts; // by place in rows: numbers of the cuts
    final double[] weights; // by place in rows
    final double[] rewards; // by place in rows
    final double[] served; // by place in rows, 0 to 1

    Room(int work, long most, List<Integer> its, List<Cuts.Row> all) {
      this.work = work;
      this.most = most;
      rows = its.stream().mapToInt(r -> r).toArray();
      cuts = its.stream().map(r -> cutsWith(work, all.get(r).cuts())).toArray(int[][]::new);
      weights = its.stream().mapToDouble(r -> all.get(r).weight()).toArray();
      rewards = new double[rows.length];
      served = new double[rows.length];
    }

    private static int[] cutsWith(int work, List<BitSet> cuts) {
      int[] with = new int[cuts.size()];
      int count = 0;
      for (int k = 0; k < with.length; k++) {
        if (cuts.get(k).get(work)) {
          with[count++] = k;
        }
      }
      return Arrays.copyOf(with, count);
    }

    /**
     * Serves those with the largest rewards for their weight; answers all their rewards. It is told
     * by what the last of them is worth, which is never too little whatever was rounded.
     */
    double serve(double[][] rewardsOf) {
      long[] order = new long[rows.length]; // reward for the weight, and the place
      for (int i = 0; i < rows.length; i++) {
        rewards[i] = 0;
        for (int k : cuts[i]) {
          rewards[i] += rewardsOf[rows[i]][k];
        }
        order[i] = (long) Float.floatToIntBits((float) (rewards[i] / weights[i])) << 32 | i;
      }
      Arrays.sort(order);
      double left = most;
      double last = 0;
      for (int o = order.length - 1; o >= 0; o--) {
        int i = (int) order[o];
        served[i] = Math.min(1, left / weights[i]);
        left -= served[i] * weights[i];
        last = left > 0 || served[i] == 0 ? last : rewards[i] / weights[i];
      }
      double all = last * most;
      for (int i = 0; i < rows.length; i++) {
        all += Math.max(0, rewards[i] - last * weights[i]);
      }
      return all;
    }
  }

  private final List<Room> rooms = new ArrayList<>();
  private final List<BitSet> limited = new ArrayList<>(); // by row: works that are rewarded here

  /** Those of the rows of a relaxation. */
  Rooms(List<Cuts.Row> rows) {
    Map<Shared, List<Integer>> rowsOf = new LinkedHashMap<>();
    for (int r = 0; r < rows.size(); r++) {
      limited.add(new BitSet());
      if (rows.get(r).among().isPresent()) {
        rowsOf.computeIfAbsent(rows.get(r).among().get(), s -> new ArrayList<>()).add(r);
      }
    }
    rowsOf.forEach(
        (some, its) -> {
          for (int f = 0; f < some.room().length; f++) {
            addRoom(some.builders()[f], some.room()[f], its, rows);
          }
        });
  }

  private void addRoom(int work, long most, List<Integer> its, List<Cuts.Row> rows) {
    List<Integer> with =
        its.stream()
            .filter(r -> rows.get(r).cuts().stream().anyMatch(cut -> work >= 0 && cut.get(work)))
            .toList();
    if (with.stream().mapToLong(r -> rows.get(r).weight()).sum() > most) {
      rooms.add(new Room(work, most, with, rows));
      with.forEach(r -> limited.get(r).set(work));
    }
  }

  /** The works in the cuts of a row that are rewarded here. */
  BitSet limited(int row) {
    return limited.get(row);
  }

  /**
   * Adds what each work is rewarded.
   *
   * @param rewards by row and cut
   */
  void addGains(double[][] rewards, double[] gain) {
    rooms.forEach(room -> gain[room.work] += room.serve(rewards));
  }

  /**
   * Adds by row and cut how much of it is done by works that were rewarded here last.
   *
   * @param bought by work, 0 to 1
   */
  void addDone(double[] bought, double[][] done) {
    for (Room room : rooms) {
      for (int i = 0; i < room.rows.length; i++) {
        for (int k : room.cuts[i]) {
          done[room.rows[i]][k] += bought[room.work] * room.served[i];
        }
      }
    }
  }
}
