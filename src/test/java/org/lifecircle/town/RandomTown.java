package org.lifecircle.town;

import java.util.Arrays;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeSet;
import java.util.stream.LongStream;
import org.lifecircle.model.Evidence;
import org.lifecircle.model.Serves;
import org.lifecircle.model.StudyArea;
import org.lifecircle.town.Block.Street;

/**
 * A small town made by dice: five streets, four blocks between them, each filled with one of the
 * things that make walled districts hard. The same seed gives the same town.
 *
 * <p>Things that touch are drawn to touch exactly, even where the town is slanted; whether lines a
 * hair apart meet is a question for readers of files, not for the laws of walking. Gates stand at
 * least three metres from corners, so that it is plain which wall they open.
 */
public final class RandomTown {

  private final StudyArea area;
  private final Map<TownFeature, Integer> features;

  private RandomTown(TownPlan plan) {
    this.area = plan.build();
    this.features = Map.copyOf(plan.features());
  }

  /** The town of this seed. */
  public static RandomTown of(long seed) {
    TownPlan plan = new TownPlan(seed);
    int streetCount = 3;
    int[] xs = avenues(plan);
    Street[] streets = new Street[streetCount];
    for (int i = 0; i < streetCount; i++) {
      int y = i * TownPlan.steps(80);
      streets[i] = new Street(y, new TreeSet<>());
    }
    BlockFiller filler = new BlockFiller(plan);
    for (int row = 0; row + 1 < streetCount; row++) {
      for (int column = 0; column + 1 < xs.length; column++) {
        filler.fill(
            new Block(
                xs[column],
                streets[row].y(),
                xs[column + 1],
                streets[row + 1].y(),
                streets[row],
                streets[row + 1]));
      }
    }
    for (int i = 0; i < 2; i++) {
      int at = TownPlan.steps(10) + plan.random.nextInt(xs[2] - TownPlan.steps(20));
      Street street = streets[plan.random.nextInt(streetCount)];
      street.branches().add(at);
      plan.facility(Serves.PUBLIC, at, street.y());
    }
    layStreets(plan, xs, streets);
    return new RandomTown(plan);
  }

  /**
   * The seeds to try: so many, or a tenth of them unless {@code -Dlifecircle.long=true}; a fixed
   * range, so that a failing seed can be named.
   *
   * @param once what was wrong in them once; they are always tried
   */
  public static LongStream seeds(int count, long... once) {
    long end = Boolean.getBoolean("lifecircle.long") ? count : count / 10;
    LongStream others = Arrays.stream(once).filter(seed -> seed >= end);
    return LongStream.concat(LongStream.range(0, end), others);
  }

  /** The town as the readers would hand it over. */
  public StudyArea area() {
    return area;
  }

  /** What it contains, and how often. */
  public Map<TownFeature, Integer> features() {
    return features;
  }

  private static int[] avenues(TownPlan plan) {
    int middle = plan.between(85, 110);
    return new int[] {0, middle, middle + plan.between(85, 110)};
  }

  /**
   * Surveyed streets may be long lines that merely cross; in OpenStreetMap they share nodes, and
   * either may be cut at every junction.
   */
  private static void layStreets(TownPlan plan, int[] xs, Street[] streets) {
    boolean cut = plan.chance(0.5);
    boolean shared = cut || plan.evidence == Evidence.OSM || plan.chance(0.5);
    NavigableSet<Integer> ys = new TreeSet<>();
    for (Street street : streets) {
      ys.add(street.y());
      for (int x : xs) {
        if (shared || x == xs[0] || x == xs[2]) {
          street.branches().add(x);
        }
      }
      lay(plan, cut, street.branches(), street.y(), true);
    }
    for (int x : xs) {
      NavigableSet<Integer> stops =
          shared ? ys : new TreeSet<>(java.util.Set.of(ys.first(), ys.last()));
      lay(plan, cut, stops, x, false);
    }
  }

  private static void lay(
      TownPlan plan, boolean cut, NavigableSet<Integer> stops, int across, boolean eastward) {
    int[] at = stops.stream().mapToInt(Integer::intValue).toArray();
    int[] line = new int[2 * at.length];
    for (int i = 0; i < at.length; i++) {
      line[2 * i] = eastward ? at[i] : across;
      line[2 * i + 1] = eastward ? across : at[i];
    }
    if (!cut) {
      plan.street(line);
      return;
    }
    for (int i = 0; i + 1 < at.length; i++) {
      plan.street(java.util.Arrays.copyOfRange(line, 2 * i, 2 * i + 4));
    }
  }
}
