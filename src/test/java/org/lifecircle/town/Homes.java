package org.lifecircle.town;

import static org.lifecircle.town.TownPlan.steps;

import org.lifecircle.model.StructurePosition;

/** Rows of houses with their doors, sheds and passages, kept well clear of walls and gates. */
final class Homes {

  private final TownPlan plan;

  Homes(TownPlan plan) {
    this.plan = plan;
  }

  /** Fills a ground with plots of about 30 by 34 m, some of them left empty. */
  void build(Block ground) {
    int columns = Math.max(1, ground.width() / steps(28));
    int rows = Math.max(1, ground.depth() / steps(30));
    for (int column = 0; column < columns; column++) {
      for (int row = 0; row < rows; row++) {
        int x0 = ground.x0() + ground.width() * column / columns;
        int x1 = ground.x0() + ground.width() * (column + 1) / columns;
        int y = ground.y0() + ground.depth() * (2 * row + 1) / (2 * rows);
        boolean needed = column == 0 && row == 0;
        if (x1 - x0 < steps(18)) {
          plan.entrance(null, (x0 + x1) / 2, y);
        } else if (needed || plan.chance(0.55)) {
          house(x0 + steps(5), y - steps(4), x1 - steps(5), y + steps(5));
        } else if (plan.chance(0.4)) {
          int x = (x0 + x1) / 2;
          plan.structure(StructurePosition.GROUND, x, y, x + steps(4), y + steps(3));
        }
      }
    }
  }

  private void house(int x0, int y0, int x1, int y1) {
    String id = plan.building(x0, y0, x1, y1);
    plan.entrance(id, (x0 + x1) / 2, plan.chance(0.7) ? y0 : y1);
    if (plan.chance(0.35)) {
      plan.structure(StructurePosition.ATTACHED, x0, y0 - steps(3), x0 + steps(3), y0);
    }
    if (x1 - x0 > steps(16) && plan.chance(0.4)) {
      int x = x0 + (x1 - x0) * 3 / 4;
      plan.footway(x, y0 - steps(3), x, y0);
      plan.passage(x, y0, x, y1);
      plan.footway(x, y1, x, y1 + steps(3));
    }
  }
}
