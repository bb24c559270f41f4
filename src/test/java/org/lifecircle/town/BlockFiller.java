package org.lifecircle.town;

import static org.lifecircle.town.TownPlan.steps;

import org.lifecircle.model.Access;
import org.lifecircle.model.Serves;
import org.lifecircle.model.Status;
import org.lifecircle.model.StructurePosition;

/** Fills a block with one of the things that make walled districts hard. */
final class BlockFiller {

  private final TownPlan plan;
  private final Homes homes;

  BlockFiller(TownPlan plan) {
    this.plan = plan;
    this.homes = new Homes(plan);
  }

  void fill(Block block) {
    Block ground = block.inset(plan.between(4, 9));
    switch (plan.random.nextInt(14)) {
      case 0, 1 -> walled(ground);
      case 2, 3, 4, 5 -> divided(ground);
      case 6, 7 -> horseshoe(ground);
      case 8, 9 -> yards(ground);
      case 10 -> plaza(block.inset(plan.between(3, 7.5)));
      case 11 -> open(block.inset(plan.between(3, 7.5)));
      case 12 -> inferred(ground);
      default -> empty(block);
    }
  }

  /** One compound in its walls. */
  private void walled(Block ground) {
    Enclosure walls = new Enclosure(plan, ground, sliver());
    plan.compound(null, ground.x0(), ground.y0(), ground.x1(), ground.y1());
    entries(walls, 2, 4, 8);
    if (plan.chance(0.5)) {
      plan.gate(plan.anyAccess(), walls.walls().x0(), ground.y0() + ground.depth() / 3);
    }
    if (plan.chance(0.5)) {
      walls.bridge(10);
    }
    walls.stand();
    homes.build(ground);
    facility(ground);
  }

  /** Two compounds side by side, with one wall or two between them, standing or down. */
  private void divided(Block ground) {
    Enclosure walls = new Enclosure(plan, ground, sliver());
    int style = plan.random.nextInt(6);
    int gap = style < 3 ? 0 : plan.chance(0.5) ? 4 : 6;
    int west = ground.x0() + ground.width() / 2;
    int east = west + gap;
    plan.compound(null, ground.x0(), ground.y0(), west, ground.y1());
    plan.compound(null, east, ground.y0(), ground.x1(), ground.y1());
    boolean standing = style != 2 && style != 5;
    party(walls, west, style == 2 || style >= 4 ? Status.DEMOLISHED : Status.STANDING);
    if (gap > 0) {
      party(walls, east, style == 5 ? Status.DEMOLISHED : Status.STANDING);
    }
    if (standing) {
      plan.saw(gap > 0 ? TownFeature.DOUBLE_WALL : TownFeature.PARTY_WALL);
    }
    int middle = (west + east) / 2;
    int height = ground.y0() + ground.depth() / 2;
    if (standing && plan.chance(0.4)) {
      walls.gate(false, 2, Access.RESIDENTS);
      plan.gate(Access.RESIDENTS, middle, height);
      plan.saw(TownFeature.RESIDENTS_GATES_IN_SERIES);
    } else {
      entries(walls, 2, 4, 8);
      if (standing && plan.chance(0.6)) {
        plan.gate(plan.anyAccess(), middle, height);
      }
    }
    walls.stand();
    Block half = ground.part(0, 6);
    homes.build(half);
    facility(half);
    homes.build(ground.part(6, 12).inset(gap));
  }

  private void party(Enclosure walls, int x, Status status) {
    walls.junction(x);
    plan.wall(status, x, walls.walls().y0(), x, walls.walls().y1());
  }

  /** A compound like a horseshoe, round a notch that opens to the north. */
  private void horseshoe(Block ground) {
    Enclosure place = new Enclosure(plan, ground, 0);
    int a = place.at(4);
    int b = place.at(8);
    int deep = ground.y0() + ground.depth() / 2;
    plan.compound(
        null,
        ground.x0(),
        ground.y0(),
        ground.x1(),
        ground.y0(),
        ground.x1(),
        ground.y1(),
        b,
        ground.y1(),
        b,
        deep,
        a,
        deep,
        a,
        ground.y1(),
        ground.x0(),
        ground.y1());
    plan.saw(TownFeature.U_SHAPED_COMPOUND);
    plan.wall(ground.x0(), ground.y0(), ground.x1(), ground.y0());
    plan.wall(ground.x1(), ground.y0(), ground.x1(), ground.y1(), b, ground.y1());
    plan.wall(b, ground.y1(), b, deep, a, deep, a, ground.y1());
    plan.wall(a, ground.y1(), ground.x0(), ground.y1(), ground.x0(), ground.y0());
    if (plan.chance(0.6)) {
      plan.gate(plan.anyAccess(), (a + b) / 2, deep);
      int x = (a + b) / 2;
      ground.north().branches().add(x);
      plan.footway(x, ground.north().y(), x, deep - (plan.chance(0.7) ? steps(3) : -steps(2)));
    }
    if (plan.chance(0.7)) {
      plan.gate(plan.anyAccess(), place.at(2), ground.y0());
    }
    homes.build(
        new Block(ground.x0(), ground.y0(), ground.x1(), deep, ground.south(), ground.north()));
    plan.entrance(null, (ground.x0() + a) / 2, (deep + ground.y1()) / 2);
    facility(ground);
  }

  /** One compound of three yards with walls between them. */
  private void yards(Block ground) {
    Enclosure walls = new Enclosure(plan, ground, sliver());
    plan.compound(null, ground.x0(), ground.y0(), ground.x1(), ground.y1());
    plan.saw(TownFeature.MULTI_YARD_COMPOUND);
    boolean closed = plan.chance(0.4);
    for (int i = 1; i <= 2; i++) {
      int x = walls.at(4 * i);
      party(walls, x, Status.STANDING);
      if (i == 1 || !closed) {
        plan.gate(plan.anyAccess(), x, ground.y0() + ground.depth() * (i + 1) / 5);
      }
    }
    if (closed) {
      entries(walls, 2, 6);
      plan.saw(TownFeature.CLOSED_YARD);
    } else {
      entries(walls, 2, 6, 10);
    }
    walls.stand();
    for (int i = 0; i < 3; i++) {
      homes.build(ground.part(4 * i, 4 * i + 4));
    }
    facility(ground);
  }

  /** An open plaza along the streets, with a pond and a wall that leads nowhere. */
  private void plaza(Block ground) {
    plan.plaza(ground.x0(), ground.y0(), ground.x1(), ground.y1());
    plan.saw(TownFeature.OPEN_FRONTAGE);
    int x = ground.x0() + ground.width() / 3;
    int y = ground.y0() + ground.depth() / 3;
    plan.water(x, y, x + plan.between(8, 20), y + plan.between(8, 20));
    if (plan.chance(0.6)) {
      plan.wall(ground.x1(), y, ground.x1() - plan.between(10, 30), y + plan.between(0, 20));
    }
    plan.facility(Serves.PUBLIC, x - steps(3), y + steps(2));
    plan.entrance(null, x + steps(2), ground.y1() - steps(4));
  }

  /** A compound nobody walled in. */
  private void open(Block ground) {
    plan.compound(null, ground.x0(), ground.y0(), ground.x1(), ground.y1());
    plan.saw(TownFeature.OPEN_FRONTAGE);
    homes.build(ground);
  }

  /** A compound said to be gated, its walls not mapped. */
  private void inferred(Block ground) {
    Enclosure outline = new Enclosure(plan, ground, 0);
    plan.compound(true, ground.x0(), ground.y0(), ground.x1(), ground.y1());
    plan.saw(TownFeature.INFERRED_WALL);
    if (plan.chance(0.5)) {
      outline.unmarkedCrossing(false, 4);
    }
    outline.gate(true, 7, plan.anyAccess());
    homes.build(ground);
    facility(ground);
  }

  /** No ground at all: an alley, a house beside it, perhaps a door walled in for good. */
  private void empty(Block block) {
    int x = block.x0() + block.width() / 2;
    int y = block.y0() + block.depth() / 2;
    block.south().branches().add(x);
    block.north().branches().add(x);
    plan.footway(x, block.south().y(), x, block.north().y());
    if (plan.chance(0.6)) {
      plan.gate(plan.anyAccess(), x, y);
      plan.saw(TownFeature.GATE_ON_PATH);
    }
    if (plan.chance(0.5)) {
      plan.structure(
          StructurePosition.GROUND, x - steps(2), y + steps(8), x + steps(1), y + steps(12));
      plan.saw(TownFeature.STRUCTURE_ON_PATH);
    }
    String house = plan.building(x + steps(6), y - steps(12), x + steps(20), y - steps(3));
    plan.entrance(house, x + steps(6), y - steps(8));
    if (plan.chance(0.6)) {
      int bx = block.x0() + steps(15);
      int by = block.y0() + steps(15);
      int side = steps(6);
      plan.wall(bx, by, bx + side, by, bx + side, by + side, bx, by + side, bx, by);
      plan.entrance(null, bx + steps(2), by + steps(2));
      plan.saw(TownFeature.SEES_NOTHING);
    }
  }

  private void entries(Enclosure walls, int... twelfths) {
    for (int place : twelfths) {
      double dice = plan.random.nextDouble();
      boolean north = plan.chance(0.5);
      if (dice < 0.55) {
        walls.gate(north, place, plan.anyAccess());
      } else if (dice < 0.65) {
        walls.unmarkedCrossing(north, place);
      }
    }
  }

  private int sliver() {
    return plan.chance(0.35) ? 2 + plan.random.nextInt(6) : 0;
  }

  private void facility(Block ground) {
    if (plan.chance(0.5)) {
      boolean everyone = plan.chance(0.5);
      plan.facility(
          everyone ? Serves.PUBLIC : Serves.COMPOUND,
          ground.x0() + steps(3),
          ground.y0() + steps(3));
      plan.saw(
          everyone
              ? TownFeature.PUBLIC_FACILITY_IN_GATED_COMPOUND
              : TownFeature.FACILITY_FOR_ITS_COMPOUND);
    }
  }
}
