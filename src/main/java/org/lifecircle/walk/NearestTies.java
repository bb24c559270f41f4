package org.lifecircle.walk;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The links from a point to the nearest ground it sees, whatever has been taken down: one for each
 * set of needs that no link as near can do with fewer of. So whatever is gone, the nearest of those
 * whose needs are met is the nearest ground there is.
 */
final class NearestTies {

  /** More than rounding can change of a square. */
  private static final double CERTAINLY = 1 + 1e-12;

  /** A link that needs something gone, and how long it is before rounding. */
  private record Later(Tie tie, double millimetres) {

    boolean beats(double other, Needs needs) {
      return millimetres <= other && needs.includes(tie.needs());
    }
  }

  private final List<Later> later = new ArrayList<>();
  private @Nullable Tie today;
  private double best; // of today's

  void begin(double maxMillimetres) {
    best = maxMillimetres;
    today = null;
    later.clear();
  }

  /** Whether a link as far as this, with such needs, is of no use. */
  boolean isBeaten(double dx, double dy, Needs needs) {
    if (isFartherThanBest(dx, dy)) {
      return true;
    }
    if (needs.isEmpty() || later.isEmpty()) {
      return false;
    }
    double distance = Math.hypot(dx, dy);
    for (Later one : later) {
      if (one.beats(distance, needs)) {
        return true;
      }
    }
    return false;
  }

  /** Whether it is no nearer than today's; exact only where it is close. */
  private boolean isFartherThanBest(double dx, double dy) {
    double square = dx * dx + dy * dy;
    return square >= best * best * CERTAINLY
        || (square * CERTAINLY >= best * best && Math.hypot(dx, dy) >= best);
  }

  /** Adds a link that is not beaten. */
  void add(Tie tie, double dx, double dy) {
    Later nearer = new Later(tie, Math.hypot(dx, dy));
    later.removeIf(other -> nearer.beats(other.millimetres(), other.tie().needs()));
    if (tie.needs().isEmpty()) {
      best = nearer.millimetres();
      today = tie;
    } else {
      later.add(nearer);
    }
  }

  /** The link that needs nothing. */
  Optional<Tie> today() {
    return Optional.ofNullable(today);
  }

  /** The links that need something gone, the nearest first. */
  List<Tie> later() {
    return later.stream()
        .sorted(Comparator.comparingDouble(Later::millimetres))
        .map(Later::tie)
        .toList();
  }
}
