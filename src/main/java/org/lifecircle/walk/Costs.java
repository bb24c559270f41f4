package org.lifecircle.walk;

import org.lifecircle.model.Group;
import org.lifecircle.model.Path;
import org.lifecircle.model.PathKind;

/**
 * What every link costs in one measure. Along a path, costs are differences of what the path costs
 * from its start, so that a split changes nothing.
 */
final class Costs {

  /** A link that this group cannot use. */
  static final int IMPASSABLE = -1;

  /** Tobler's walkers are fastest on a slope of 5 % downhill: exp(3.5 × 0.05) of the level. */
  private static final double FASTEST = 1.2;

  private final int[] byHalf;
  private final int[] outward; // see arcs
  private final int[] inward;
  private final Measure measure;
  private final LaidPaths paths;
  private final int groundMillimetresPerSecond; // 0 measures distance

  Costs(Measure measure, Links links, LaidPaths paths) {
    this.measure = measure;
    this.paths = paths;
    groundMillimetresPerSecond = measure.group().map(Group::speedMillimetresPerSecond).orElse(0);
    byHalf = new int[2 * links.count()];
    for (int i = 0; i < links.count(); i++) {
      Links.Link link = links.get(i);
      if (link.path() == Links.NO_PATH) {
        byHalf[2 * i] = ground(link.lengthMillimetres());
        byHalf[2 * i + 1] = byHalf[2 * i];
      } else {
        PathChain chain = paths.chain(link.path());
        int from = chain.chainage(link.fromPosition());
        int to = chain.chainage(link.toPosition());
        byHalf[2 * i] = stretch(link.path(), from, to);
        byHalf[2 * i + 1] = stretch(link.path(), to, from);
      }
    }
    outward = arcs(links, 0);
    inward = arcs(links, 1);
  }

  private int[] arcs(Links links, int turned) {
    int[] arcs = new int[2 * byHalf.length];
    for (int at = 0; at < byHalf.length; at++) {
      arcs[2 * at] = links.plainTarget(at);
      arcs[2 * at + 1] = byHalf[links.half(at) ^ turned];
    }
    return arcs;
  }

  /** What it costs to walk along a path from one chainage to another, or {@link #IMPASSABLE}. */
  int stretch(int path, int from, int to) {
    int low = Math.min(from, to);
    int high = Math.max(from, to);
    if (measure.group().isEmpty()) {
      return high - low;
    }
    Group group = measure.group().get();
    Path walked = paths.path(path);
    double incline = walked.incline() == null ? 0 : walked.incline();
    int speed = group.millimetresPerSecond(walked.kind(), from <= to ? incline : -incline);
    return speed == 0
        ? IMPASSABLE
        : between(group, walked, paths.chain(path).length(), low, high, speed);
  }

  private static int between(Group group, Path path, int length, int from, int to, int speed) {
    long walked = Group.milliseconds(to, speed) - Group.milliseconds(from, speed);
    if (path.kind() == PathKind.CROSSING && length > 0) {
      long wait = group.crossingWaitSeconds() * 1000L;
      walked += wait * to / length - wait * from / length;
    }
    return Math.toIntExact(walked);
  }

  /** What a stretch over open ground costs. */
  int ground(int millimetres) {
    return groundMillimetresPerSecond == 0
        ? millimetres
        : milliseconds(millimetres, groundMillimetresPerSecond);
  }

  /**
   * What {@link Group#milliseconds} says, without its long division: both numbers are whole, so
   * that a quotient which is none lies farther from the next whole number than a double can err.
   */
  private static int milliseconds(int millimetres, int millimetresPerSecond) {
    return (int) Math.ceil(1000.0 * millimetres / millimetresPerSecond);
  }

  /** What a walk of this length costs at least, whatever it is walked on. */
  long least(long millimetres) {
    if (measure.group().isEmpty()) {
      return millimetres;
    }
    Integer steps = measure.group().get().stepsMillimetresPerSecond();
    double fastest = Math.max(groundMillimetresPerSecond * FASTEST, steps == null ? 0 : steps);
    return (long) (millimetres * 1000 / fastest);
  }

  /** How far over open ground a cost reaches, millimetres. */
  int reach(int cost) {
    return groundMillimetresPerSecond == 0
        ? cost
        : (int) Math.min(Integer.MAX_VALUE, (long) cost * groundMillimetresPerSecond / 1000);
  }

  /**
   * By twice the position of a half-link in the packed links: the node it leads to if it is there
   * for everybody, else -1; then what it costs, or {@link #IMPASSABLE}.
   *
   * @param against whether they are walked against the direction of the search
   */
  int[] arcs(boolean against) {
    return against ? inward : outward;
  }

  /** What a half-link costs, or {@link #IMPASSABLE}. */
  int half(int half) {
    return byHalf[half];
  }
}
