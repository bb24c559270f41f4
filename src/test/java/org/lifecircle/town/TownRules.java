package org.lifecircle.town;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.lifecircle.model.CrossingRules;
import org.lifecircle.model.Evidence;
import org.lifecircle.model.GroundRules;
import org.lifecircle.model.Group;
import org.lifecircle.model.LiftRide;
import org.lifecircle.model.Mark;
import org.lifecircle.model.PathKind;
import org.lifecircle.model.PathThroughBuilding;
import org.lifecircle.model.Provenance;
import org.lifecircle.model.ResidentRules;
import org.lifecircle.model.Slopes;
import org.lifecircle.model.StairPace;
import org.lifecircle.model.Text;
import org.lifecircle.model.UnmarkedCrossing;
import org.lifecircle.model.WalkingRules;

/** Round numbers to walk by, so that a claim can be checked in the head: one metre a second. */
public final class TownRules {

  private static final Provenance MADE_UP = new Provenance("round numbers for tests", Mark.CHOICE);

  private TownRules() {}

  /** The rules of the walk model with the defaults it names. */
  public static WalkingRules walking() {
    return new WalkingRules(
        List.of(planning(), wheelchair()),
        new GroundRules(50, 2, 5, 5, 0.5, 50, 0.24),
        widths(),
        Map.of(
            Evidence.OSM,
            new CrossingRules(UnmarkedCrossing.SHARED_NODE, PathThroughBuilding.OPEN),
            Evidence.SURVEY,
            new CrossingRules(UnmarkedCrossing.BLOCKED, PathThroughBuilding.BLOCKED)),
        1500,
        50,
        10,
        new ResidentRules(30, 3),
        new LiftRide(30, 5, 1000, 3000, MADE_UP));
  }

  private static Group planning() {
    return new Group(
        Group.PLANNING,
        new Text("规划", "planning"),
        1000,
        500,
        new StairPace(20, 15, 0, 0),
        null,
        0,
        null,
        MADE_UP);
  }

  private static Group wheelchair() {
    return new Group(
        "wheelchair",
        new Text("轮椅", "wheelchair"),
        800,
        null,
        null,
        new Slopes(0.08, true),
        10,
        0.01,
        MADE_UP);
  }

  private static Map<PathKind, Double> widths() {
    Map<PathKind, Double> widths = new EnumMap<>(PathKind.class);
    for (PathKind kind : PathKind.values()) {
      widths.put(kind, kind == PathKind.STREET ? 6.0 : 2.0);
    }
    return widths;
  }
}
