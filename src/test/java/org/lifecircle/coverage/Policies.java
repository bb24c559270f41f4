package org.lifecircle.coverage;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.lifecircle.model.AreaRange;
import org.lifecircle.model.CrossingRules;
import org.lifecircle.model.Evidence;
import org.lifecircle.model.FacilityKind;
import org.lifecircle.model.GroundRules;
import org.lifecircle.model.Group;
import org.lifecircle.model.JudgedBy;
import org.lifecircle.model.LiftRide;
import org.lifecircle.model.Limit;
import org.lifecircle.model.LimitFrom;
import org.lifecircle.model.Mark;
import org.lifecircle.model.Minimum;
import org.lifecircle.model.Obligation;
import org.lifecircle.model.PathKind;
import org.lifecircle.model.PathThroughBuilding;
import org.lifecircle.model.Plot;
import org.lifecircle.model.Provenance;
import org.lifecircle.model.Rate;
import org.lifecircle.model.Requirement;
import org.lifecircle.model.ResidentRules;
import org.lifecircle.model.Slopes;
import org.lifecircle.model.StairPace;
import org.lifecircle.model.Standard;
import org.lifecircle.model.Text;
import org.lifecircle.model.Tier;
import org.lifecircle.model.UnmarkedCrossing;
import org.lifecircle.model.WalkingRules;

/** Policies small enough to be worked out in the head. */
final class Policies {

  private static final Provenance MADE_UP = new Provenance("made up for tests", Mark.CHOICE);

  private Policies() {}

  /** One metre a second, 20 s up and 10 s down a floor; lifts 10 s and 3 s a floor. */
  static WalkingRules walking() {
    return new WalkingRules(
        List.of(
            group(Group.PLANNING, 1000, new StairPace(20, 10, 0, 0), 1.0),
            group("child", 1000, new StairPace(20, 10, 0, 0), 0.1),
            group("elder60", 1000, new StairPace(30, 20, 0, 0), 0.12),
            group("elder70", 500, new StairPace(40, 30, 60, 2), 0.06),
            group("elder80", 500, new StairPace(40, 30, 60, 2), 0.02),
            group("wheelchair", 500, null, null)),
        new GroundRules(50, 2, 5, 5, 0.5, 50, 0.24),
        Stream.of(PathKind.values())
            .collect(
                java.util.stream.Collectors.toMap(k -> k, k -> 3.0, (a, b) -> a, TreeMap::new)),
        Map.of(
            Evidence.OSM,
            new CrossingRules(UnmarkedCrossing.SHARED_NODE, PathThroughBuilding.OPEN),
            Evidence.SURVEY,
            new CrossingRules(UnmarkedCrossing.BLOCKED, PathThroughBuilding.BLOCKED)),
        1500,
        50,
        10,
        new ResidentRules(30, 3),
        new LiftRide(4, 3, 1000, 3000, MADE_UP));
  }

  private static Group group(
      String id, int speed, @Nullable StairPace stairs, @Nullable Double share) {
    return new Group(
        id,
        new Text(id, id),
        speed,
        stairs == null ? null : 500,
        stairs,
        stairs == null ? new Slopes(0.08, true) : null,
        0,
        share,
        MADE_UP);
  }

  /** A standard of these requirements, over all kinds they accept. */
  static Standard standard(Requirement... requirements) {
    return standard(Map.of(), requirements);
  }

  /** The same, where some kinds have rates. */
  static Standard standard(Map<String, Rate> rates, Requirement... requirements) {
    List<FacilityKind> kinds =
        Stream.of(requirements)
            .flatMap(r -> r.accepts().stream())
            .distinct()
            .map(
                kind ->
                    new FacilityKind(
                        kind,
                        new Text(kind, kind),
                        true,
                        Plot.SHARED,
                        AreaRange.ANY,
                        AreaRange.ANY,
                        null,
                        rates.get(kind),
                        MADE_UP))
            .toList();
    return new Standard(
        "test", new Text("标准", "standard"), List.of(), kinds, List.of(requirements), MADE_UP);
  }

  /** A walk of so many metres, or minutes; any of the kinds will do. */
  static Requirement walk(
      String id, Tier tier, int metres, @Nullable Integer minutes, String... kinds) {
    Limit limit = new Limit(metres, minutes, LimitFrom.OWN);
    return requirement(
        id, tier, JudgedBy.WALK, limit, Obligation.MUST, Minimum.NONE, List.of(kinds));
  }

  /** One in one's own compound. */
  static Requirement presence(String id, String... kinds) {
    return requirement(
        id,
        Tier.BLOCK,
        JudgedBy.PRESENCE,
        Limit.NONE,
        Obligation.MUST,
        Minimum.NONE,
        List.of(kinds));
  }

  /** Counted against the rates of its kinds. */
  static Requirement rate(String id, Tier tier, String... kinds) {
    return requirement(
        id, tier, JudgedBy.RATE, Limit.NONE, Obligation.MUST, Minimum.NONE, List.of(kinds));
  }

  static Requirement withObligation(Requirement r, Obligation obligation) {
    return requirement(
        r.id(), r.tier(), r.judgedBy(), r.limit(), obligation, r.minimum(), r.accepts());
  }

  static Requirement withMinimum(Requirement r, Minimum minimum) {
    return requirement(
        r.id(), r.tier(), r.judgedBy(), r.limit(), r.obligation(), minimum, r.accepts());
  }

  private static Requirement requirement(
      String id,
      Tier tier,
      JudgedBy judgedBy,
      Limit limit,
      Obligation obligation,
      Minimum minimum,
      List<String> kinds) {
    return new Requirement(
        id, new Text(id, id), tier, kinds, obligation, judgedBy, limit, minimum, MADE_UP);
  }
}
