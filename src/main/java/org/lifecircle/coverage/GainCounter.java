package org.lifecircle.coverage;

import java.util.Arrays;
import java.util.BitSet;
import org.jspecify.annotations.Nullable;
import org.lifecircle.walk.Difference;
import org.lifecircle.walk.FieldRepair;

/** Counts what openings yield, one after the other; for one thread. */
final class GainCounter {

  /**
   * What an opening yields.
   *
   * @param gained residents × requirements, millionths
   * @param completed people, millionths
   */
  record Gain(long gained, long completed, double seconds) {

    static final Gain NOTHING = new Gain(0, 0, 0);

    boolean betterThan(Gain other) {
      return gained > other.gained || (gained == other.gained && seconds > other.seconds);
    }
  }

  private final Wants wants;
  private final @Nullable FieldRepair[] repairs; // by field; large, so on demand
  private final int[][] now; // by want and entrance: the least cost
  private int[] touched = new int[128]; // want and entrance in turn
  private int touchedCount;
  private final int[] metNow; // by dwelling
  private int[] nearer = new int[128]; // dwellings with something newly met

  GainCounter(Wants wants) {
    this.wants = wants;
    repairs = new FieldRepair[wants.fields().size()];
    now = new int[wants.wantCount()][];
    Arrays.setAll(now, wants::today);
    metNow = new int[wants.dwellingCount()];
  }

  /** What an opening yields. */
  Gain of(Difference shortcuts) {
    return of(shortcuts, wants.allFields());
  }

  /** What an opening yields as far as some fields tell, all others staying as they are. */
  Gain of(Difference shortcuts, BitSet fields) {
    for (int f = fields.nextSetBit(0); f >= 0; f = fields.nextSetBit(f + 1)) {
      FieldRepair repair = repair(f);
      repair.follow(shortcuts);
      for (int i = 0; i < repair.changedCount(); i++) {
        for (int want : wants.wantsOf(f)) {
          note(want, repair.entrance(i), repair.cost(i));
        }
      }
    }
    return count();
  }

  private FieldRepair repair(int field) {
    FieldRepair repair = repairs[field];
    if (repair == null) {
      repair = wants.fields().get(field).repair();
      repairs[field] = repair;
    }
    return repair;
  }

  /** The nodes that an opening brings nearer to anything, the last that all fields followed. */
  BitSet nodesNearer() {
    BitSet nodes = new BitSet();
    for (int f = 0; f < repairs.length; f++) {
      repair(f).addNodesChanged(nodes);
    }
    return nodes;
  }

  private void note(int want, int entrance, int cost) {
    if (cost >= now[want][entrance] || wants.peopleAt(entrance) == 0) {
      return;
    }
    if (now[want][entrance] == wants.today(want, entrance)) {
      if (touchedCount + 2 > touched.length) {
        touched = Arrays.copyOf(touched, 2 * touched.length);
      }
      touched[touchedCount++] = want;
      touched[touchedCount++] = entrance;
    }
    now[want][entrance] = cost;
  }

  private Gain count() {
    long gained = 0;
    long millimetres = 0; // times thousandths of people: a whole city fits
    long milliseconds = 0;
    int dwellings = 0;
    for (int i = 0; i < touchedCount; i += 2) {
      int want = touched[i];
      int entrance = touched[i + 1];
      int before = wants.today(want, entrance);
      int after = now[want][entrance];
      now[want][entrance] = before;
      int horizon = wants.horizon(want);
      long saved = (long) Math.min(before, horizon) - Math.min(after, horizon);
      if (wants.timed(want)) {
        milliseconds += saved * wants.peopleAt(entrance) / 1000;
      } else {
        millimetres += saved * wants.peopleAt(entrance) / 1000;
      }
      if (before > wants.cutoff(want) && after <= wants.cutoff(want)) {
        for (int dwelling : wants.dwellingsAt(entrance)) {
          gained += wants.people(dwelling);
          if (wants.together(want) && metNow[dwelling]++ == 0) {
            nearer = dwellings == nearer.length ? Arrays.copyOf(nearer, 2 * dwellings) : nearer;
            nearer[dwellings++] = dwelling;
          }
        }
      }
    }
    touchedCount = 0;
    double seconds = milliseconds / 1e6 + millimetres / 1e3 / wants.millimetresPerSecond();
    return new Gain(gained, completed(dwellings), seconds);
  }

  private long completed(int dwellings) {
    long completed = 0;
    for (int i = 0; i < dwellings; i++) {
      int dwelling = nearer[i];
      completed += metNow[dwelling] == wants.missing(dwelling) ? wants.people(dwelling) : 0;
      metNow[dwelling] = 0;
    }
    return completed;
  }
}
