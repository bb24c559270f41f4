package org.lifecircle.town;

import static org.lifecircle.town.TownPlan.steps;

import java.util.NavigableSet;
import java.util.TreeSet;
import org.lifecircle.model.Access;

/** The walls round a block and the ways through its south and north sides. */
final class Enclosure {

  private final TownPlan plan;
  private final Block walls;
  private final NavigableSet<Integer> southNodes = new TreeSet<>();
  private final NavigableSet<Integer> northNodes = new TreeSet<>();

  /** Walls that stand this far outside the ground. */
  Enclosure(TownPlan plan, Block ground, int sliver) {
    this.plan = plan;
    this.walls = ground.inset(-sliver);
    if (sliver > 0) {
      plan.saw(TownFeature.SLIVER);
    }
  }

  Block walls() {
    return walls;
  }

  /** A place on the south or north wall, so many twelfths along it. */
  int at(int twelfths) {
    return walls.x0() + walls.width() * twelfths / 12;
  }

  private int wallY(boolean north) {
    return north ? walls.y1() : walls.y0();
  }

  /** A gate in the south or north wall, on a footway in from the street more often than not. */
  void gate(boolean north, int twelfths, Access access) {
    plan.gate(access, at(twelfths), wallY(north));
    if (plan.chance(0.6)) {
      footwayIn(north, twelfths, plan.chance(0.7));
    }
  }

  /** A footway straight through the wall; a node on the wall only counts where nodes do. */
  void unmarkedCrossing(boolean north, int twelfths) {
    footwayIn(north, twelfths, plan.chance(0.5));
    plan.saw(TownFeature.UNMARKED_CROSSING);
  }

  private void footwayIn(boolean north, int twelfths, boolean sharesNode) {
    int x = at(twelfths);
    Block.Street street = north ? walls.north() : walls.south();
    street.branches().add(x);
    int inside = wallY(north) + (north ? -steps(8) : steps(8));
    if (sharesNode) {
      (north ? northNodes : southNodes).add(x);
      plan.footway(x, street.y(), x, wallY(north), x, inside);
    } else {
      plan.footway(x, street.y(), x, inside);
    }
  }

  /** A footbridge from the street over the south wall. */
  void bridge(int twelfths) {
    int x = at(twelfths);
    int street = walls.south().y();
    walls.south().branches().add(x);
    plan.footway(x, street, x, street + steps(1.5));
    plan.bridge(x, street + steps(1.5), x, walls.y0() + steps(4));
    plan.footway(x, walls.y0() + steps(4), x, walls.y0() + steps(6));
  }

  /** A wall across the ground from south to north, whose ends are nodes of the outer walls. */
  void junction(int x) {
    southNodes.add(x);
    northNodes.add(x);
  }

  /** Puts up the four walls, in one piece each or cut at their nodes. */
  void stand() {
    plan.wall(walls.x0(), walls.y0(), walls.x0(), walls.y1());
    plan.wall(walls.x1(), walls.y0(), walls.x1(), walls.y1());
    side(southNodes, walls.y0());
    side(northNodes, walls.y1());
  }

  private void side(NavigableSet<Integer> nodes, int y) {
    nodes.add(walls.x0());
    nodes.add(walls.x1());
    boolean cut = plan.chance(0.3);
    int[] xs = nodes.stream().mapToInt(Integer::intValue).toArray();
    if (cut) {
      for (int i = 1; i < xs.length; i++) {
        plan.wall(xs[i - 1], y, xs[i], y);
      }
    } else {
      int[] line = new int[2 * xs.length];
      for (int i = 0; i < xs.length; i++) {
        line[2 * i] = xs[i];
        line[2 * i + 1] = y;
      }
      plan.wall(line);
    }
  }
}
