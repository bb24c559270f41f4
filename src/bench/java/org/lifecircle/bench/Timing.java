package org.lifecircle.bench;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Times contestants in turn, round after round, and keeps the median of each. Work of one thread is
 * timed by what its processor spent on it: a machine shared with others changes that little.
 */
public final class Timing {

  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  private Timing() {}

  /**
   * The median time of each.
   *
   * @param contestants what to time, by name, in the order they take turns
   * @return nanoseconds by name
   */
  public static Map<String, Double> medians(
      Map<String, Runnable> contestants, int warmUps, int rounds) {
    Map<String, long[]> times = new LinkedHashMap<>();
    contestants.keySet().forEach(name -> times.put(name, new long[rounds]));
    for (int round = -warmUps; round < rounds; round++) {
      for (Map.Entry<String, Runnable> contestant : contestants.entrySet()) {
        long begun = THREADS.getCurrentThreadCpuTime();
        contestant.getValue().run();
        long took = THREADS.getCurrentThreadCpuTime() - begun;
        if (round >= 0) {
          times.getOrDefault(contestant.getKey(), new long[rounds])[round] = took;
        }
      }
    }
    Map<String, Double> medians = new LinkedHashMap<>();
    times.forEach((name, all) -> medians.put(name, median(all)));
    return medians;
  }

  /** The median of one piece of work of one thread. */
  public static double median(Runnable work, int warmUps, int rounds) {
    return medians(Map.of("", work), warmUps, rounds).getOrDefault("", Double.NaN);
  }

  /** The least that work of many threads takes by the clock: what a machine left alone gives. */
  public static double leastByTheClock(Runnable work, int warmUps, int rounds) {
    long least = Long.MAX_VALUE;
    for (int round = -warmUps; round < rounds; round++) {
      long begun = System.nanoTime();
      work.run();
      least = Math.min(least, round < 0 ? least : System.nanoTime() - begun);
    }
    return least;
  }

  /** What one thread's work on each of some things takes, after as many to warm up. */
  public static <T> long[] each(List<T> things, int warmUps, Consumer<T> work) {
    for (int i = 0; i < warmUps; i++) {
      work.accept(things.get(i % things.size()));
    }
    return things.stream()
        .mapToLong(
            thing -> {
              long begun = THREADS.getCurrentThreadCpuTime();
              work.accept(thing);
              return THREADS.getCurrentThreadCpuTime() - begun;
            })
        .toArray();
  }

  /** The median and the 95th percentile of some times, in words. */
  public static String middleAndHigh(long[] times) {
    return "p50 %s, p95 %s"
        .formatted(Table.time(percentile(times, 50)), Table.time(percentile(times, 95)));
  }

  /** The time that so many of a hundred do not exceed. */
  public static double percentile(long[] times, int of) {
    long[] sorted = times.clone();
    Arrays.sort(sorted);
    return sorted[Math.min(sorted.length - 1, sorted.length * of / 100)];
  }

  private static double median(long[] times) {
    long[] sorted = times.clone();
    Arrays.sort(sorted);
    int middle = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2.0;
  }
}
