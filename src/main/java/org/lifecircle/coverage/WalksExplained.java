package org.lifecircle.coverage;

import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.lifecircle.model.Access;
import org.lifecircle.model.Change;
import org.lifecircle.model.EntranceWalk;
import org.lifecircle.model.Facility;
import org.lifecircle.model.FacilityStatus;
import org.lifecircle.model.Gate;
import org.lifecircle.model.Layer;
import org.lifecircle.model.NearestInLine;
import org.lifecircle.model.NearestInLine.Why;
import org.lifecircle.model.Serves;
import org.lifecircle.model.StudyArea;
import org.lifecircle.model.Walk;
import org.lifecircle.model.WalkingRules;
import org.lifecircle.walk.Measure;
import org.lifecircle.walk.WalkNetwork;
import org.lifecircle.walk.WalksOut;
import org.locationtech.jts.geom.Point;

/** Finds and explains the walk from an entrance to the nearest facility that counts. */
final class WalksExplained {

  private final StudyArea area;
  private final WalkingRules rules;
  private final WalkNetwork network;
  private final Judge judge;
  private final Ask ask;
  private final Measure measure;
  private final List<Facility> facilities;
  private final int cutoff;
  private @Nullable WalkNetwork everyGateOpen;

  WalksExplained(
      StudyArea area,
      WalkingRules rules,
      WalkNetwork network,
      Judge judge,
      Ask ask,
      Measure measure,
      List<Facility> facilities,
      int cutoff) {
    this.area = area;
    this.rules = rules;
    this.network = network;
    this.judge = judge;
    this.ask = ask;
    this.measure = measure;
    this.facilities = facilities;
    this.cutoff = cutoff;
  }

  EntranceWalk of(int entrance, double residents) {
    WalksOut out = network.walksFrom(entrance, measure, WalkNetwork.NO_CUTOFF);
    Facility nearest =
        facilities.stream()
            .filter(f -> out.costTo(f) != WalkNetwork.UNREACHED)
            .min(Comparator.comparingInt(out::costTo))
            .orElse(null);
    Walk walk =
        nearest == null
            ? null
            : out.walkTo(nearest)
                .map(w -> w.withForcedBy(forcedBy(entrance, nearest, w, out.costTo(nearest))))
                .orElseThrow();
    boolean covered = nearest != null && out.costTo(nearest) <= cutoff;
    return new EntranceWalk(
        area.entrances().get(entrance),
        residents,
        covered,
        nearest,
        walk,
        inLine(entrance, out, nearest));
  }

  private record Gain(String id, int millimetres) {}

  /** Barriers whose removal alone shortens the walk to this very facility enough, best first. */
  private List<String> forcedBy(int entrance, Facility to, Walk walk, int cost) {
    int least = (int) Math.ceil(rules.forcedByMinMetres() * 1000);
    int worthIt = measure.group().isEmpty() ? cost - least : cost;
    List<Change> promising =
        network.promisingOpenings(entrance, List.of(to), measure, worthIt).stream()
            .filter(change -> change.layer() != Layer.GATES)
            .toList();
    return promising.parallelStream()
        .map(change -> gain(change, entrance, to, walk, cost))
        .filter(gain -> gain.millimetres() >= least)
        .sorted(Comparator.comparingInt(Gain::millimetres).reversed().thenComparing(Gain::id))
        .map(Gain::id)
        .toList();
  }

  private Gain gain(Change change, int entrance, Facility to, Walk walk, int cost) {
    try (WalksOut out = network.with(List.of(change)).walksFrom(entrance, measure, cost)) {
      int millimetres = out.walkTo(to).orElse(walk).distanceMillimetres();
      return new Gain(change.id(), walk.distanceMillimetres() - millimetres);
    }
  }

  /** What looks nearest on the map, if it is not where one goes. */
  private @Nullable NearestInLine inLine(int entrance, WalksOut out, @Nullable Facility nearest) {
    Point from = area.entrances().get(entrance).geometry();
    int best = -1;
    double least = Double.POSITIVE_INFINITY;
    for (int f = 0; f < area.facilities().size(); f++) {
      if (ask.kinds().contains(area.facilities().get(f).kind())) {
        double metres = judge.straightLines().metres(from, f);
        if (metres < least) {
          least = metres;
          best = f;
        }
      }
    }
    if (best < 0 || Objects.equals(area.facilities().get(best), nearest)) {
      return null;
    }
    return why(entrance, best, least, out, nearest);
  }

  private NearestInLine why(
      int entrance, int number, double metres, WalksOut out, @Nullable Facility nearest) {
    Facility facility = area.facilities().get(number);
    Optional<Walk> walk = out.walkTo(facility);
    Integer millimetres = walk.map(Walk::distanceMillimetres).orElse(null);
    if (facility.status() != FacilityStatus.OPEN) {
      return new NearestInLine(facility, metres, Why.NOT_OPEN, millimetres, List.of());
    }
    if (!area.boundary().isWithinDistance(facility.geometry(), rules.beyondBoundaryMetres())) {
      return new NearestInLine(facility, metres, Why.TOO_FAR_OUT, millimetres, List.of());
    }
    if (!facilities.contains(facility)) {
      return new NearestInLine(facility, metres, Why.TOO_SMALL, millimetres, List.of());
    }
    if (facility.serves() == Serves.COMPOUND && walk.isEmpty()) {
      return new NearestInLine(facility, metres, Why.OTHER_COMPOUND_ONLY, null, List.of());
    }
    int toBeat = nearest == null ? WalkNetwork.NO_CUTOFF : out.costTo(nearest);
    List<String> gates = residentsGates(entrance, facility, toBeat, out);
    if (!gates.isEmpty()) {
      return new NearestInLine(facility, metres, Why.BEHIND_RESIDENTS_GATE, millimetres, gates);
    }
    Why why = walk.isEmpty() ? Why.NO_WALK : Why.LONGER_WALK;
    return new NearestInLine(facility, metres, why, millimetres, List.of());
  }

  /**
   * The gates that bar the way one would take if all residents' gates were open to everybody, when
   * that way beats the one that is taken.
   */
  private List<String> residentsGates(int entrance, Facility facility, int toBeat, WalksOut today) {
    WalksOut open = everyGateOpen().walksFrom(entrance, measure, toBeat);
    if (open.costTo(facility) >= toBeat) {
      return List.of();
    }
    return open.walkTo(facility).orElseThrow().openings().stream()
        .filter(gate -> !today.mayPass(gate, facility))
        .toList();
  }

  private WalkNetwork everyGateOpen() {
    if (everyGateOpen == null) {
      everyGateOpen =
          network.with(
              area.gates().stream()
                  .filter(gate -> gate.access() == Access.RESIDENTS)
                  .map(Gate::id)
                  .map(Change.OpenGate::new)
                  .toList());
    }
    return everyGateOpen;
  }
}
