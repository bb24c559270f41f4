package org.lifecircle.coverage;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.function.IntUnaryOperator;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.lifecircle.coverage.Searches.Measured;
import org.lifecircle.model.Criterion;
import org.lifecircle.model.JudgedBy;
import org.lifecircle.model.StudyArea;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;

/**
 * Of the compounds' ground inside the boundary, the share that is covered: from where one can walk
 * to what is asked for, or by presence in the compound. As an isochrone shows it: nobody stands
 * where a building does, so walked to it is never all of the ground.
 *
 * <p>Ground is counted on {@link LandSamples}, each decided by its exact walk, for drawing the
 * catchments of sixty requirements takes minutes.
 */
final class LandShares {

  private record Key(List<Integer> facilities, Criterion criterion, String group, int cutoff) {}

  /** The samples, and whoever can tell of them; null when nobody can. */
  private record Land(LandSamples samples, @Nullable Catchments catchments) {}

  private final StudyArea area;
  private final Judge judge;
  private final boolean tells;
  private final Supplier<Land> make;
  private final Map<Key, BitSet> kept = new ConcurrentHashMap<>();
  private final ReentrantLock lock = new ReentrantLock();
  private @Nullable Land land;

  /**
   * @param draughtsman makes catchments over some places; null when there is none
   */
  LandShares(
      StudyArea area, Judge judge, @Nullable Function<List<Coordinate>, Catchments> draughtsman) {
    this.area = area;
    this.judge = judge;
    tells = draughtsman != null;
    make =
        () -> {
          LandSamples samples = new LandSamples(area);
          return new Land(
              samples, draughtsman == null ? null : draughtsman.apply(samples.places()));
        };
  }

  private LandShares(
      LandShares before, StudyArea area, Judge judge, UnaryOperator<Catchments> now) {
    this.area = area;
    this.judge = judge;
    tells = before.tells;
    make =
        () -> {
          Land land = before.land();
          Catchments catchments = land.catchments();
          return new Land(land.samples(), catchments == null ? null : now.apply(catchments));
        };
  }

  /** The shares of the same ground, and boundary, after changes. */
  LandShares after(StudyArea changed, Judge itsJudge, UnaryOperator<Catchments> now) {
    return new LandShares(this, changed, itsJudge, now);
  }

  /** Made when first asked for, since it takes a second or two. */
  private Land land() {
    lock.lock();
    try {
      Land made = land;
      if (made == null) {
        made = make.get();
        land = made;
      }
      return made;
    } finally {
      lock.unlock();
    }
  }

  /**
   * By row: the share of land on which all that is asked is met; null where there is no land to
   * take a share of, or nobody to tell.
   */
  @Nullable Double[] of(List<Ask> asks, CoverageQuery query, Grouping grouping) {
    int rows = grouping.places().size();
    boolean walked = asks.stream().anyMatch(a -> a.requirement().judgedBy() == JudgedBy.WALK);
    if (query.by() == By.BUILDING || (walked && !tells)) {
      return new @Nullable Double[rows];
    }
    Land asked = land();
    BitSet covered = new BitSet();
    covered.set(0, asked.samples().count());
    asks.parallelStream().map(ask -> covered(asked, ask, query)).toList().forEach(covered::and);
    IntUnaryOperator rowOf = rowOf(asked.samples(), query.by(), grouping);
    return shares(asked.samples(), covered, rowOf, rows);
  }

  private BitSet covered(Land asked, Ask ask, CoverageQuery query) {
    LandSamples samples = asked.samples();
    Catchments catchments = asked.catchments();
    if (ask.requirement().judgedBy() == JudgedBy.PRESENCE || catchments == null) {
      BitSet compounds = judge.presence().compounds(ask);
      BitSet covered = new BitSet();
      for (int i = 0; i < samples.count(); i++) {
        covered.set(i, compounds.get(samples.compound(i)));
      }
      return covered;
    }
    Measured measured = judge.measured(ask, query);
    boolean timed = measured.criterion() == Criterion.TIME;
    List<Integer> facilities = judge.pool().accepted(ask);
    int cutoff = Judge.cutoff(ask.requirement().limit(), measured.criterion());
    String group = timed ? measured.group().id() : "";
    return kept.computeIfAbsent(
        new Key(facilities, measured.criterion(), group, cutoff),
        key ->
            catchments.of(
                judge.pool().facilities(facilities),
                measured.criterion(),
                measured.group(),
                cutoff));
  }

  private static @Nullable Double[] shares(
      LandSamples samples, BitSet covered, IntUnaryOperator rowOf, int rows) {
    long[] all = new long[rows];
    long[] within = new long[rows];
    for (int i = 0; i < samples.count(); i++) {
      int row = rowOf.applyAsInt(i);
      if (row != Home.NONE) {
        all[row] += samples.squareMillimetres(i);
        within[row] += covered.get(i) ? samples.squareMillimetres(i) : 0;
      }
    }
    @Nullable Double[] shares = new @Nullable Double[rows];
    Arrays.setAll(shares, row -> all[row] == 0 ? null : (Double) ((double) within[row] / all[row]));
    return shares;
  }

  /** The row a sample is counted in, or {@link Home#NONE}. */
  private IntUnaryOperator rowOf(LandSamples samples, By by, Grouping grouping) {
    if (by == By.AREA || !by.places()) {
      return sample -> 0;
    }
    List<Grouping.Place> places = grouping.places();
    if (by == By.COMPOUND) {
      return samples::compound; // rows are compounds in their order, and then one for elsewhere
    }
    List<Geometry> units = new ArrayList<>();
    for (Grouping.Place place : places) {
      if (place.number() != Home.NONE) {
        units.add(area.units().get(place.number()).geometry());
      }
    }
    PolygonIndex index = new PolygonIndex(units);
    return sample -> {
      int unit = index.at(samples.places().get(sample));
      int elsewhere = units.size() < places.size() ? units.size() : Home.NONE;
      return unit == PolygonIndex.NOWHERE ? elsewhere : unit;
    };
  }
}
