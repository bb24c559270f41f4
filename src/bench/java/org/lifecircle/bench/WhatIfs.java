package org.lifecircle.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import org.lifecircle.model.Access;
import org.lifecircle.model.Change;
import org.lifecircle.model.Facility;
import org.lifecircle.model.FacilityOrigin;
import org.lifecircle.model.FacilityStatus;
import org.lifecircle.model.Gate;
import org.lifecircle.model.Group;
import org.lifecircle.model.IllegalStructure;
import org.lifecircle.model.Path;
import org.lifecircle.model.PathKind;
import org.lifecircle.model.Serves;
import org.lifecircle.model.Status;
import org.lifecircle.model.StudyArea;
import org.lifecircle.model.Wall;
import org.lifecircle.model.WallKind;
import org.lifecircle.walk.CostField;
import org.lifecircle.walk.Difference;
import org.lifecircle.walk.FieldRepair;
import org.lifecircle.walk.Measure;
import org.lifecircle.walk.WalkNetwork;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.linearref.LengthIndexedLine;

/**
 * T4: one thing is changed, and what it costs to walk from every entrance to the nearest of each of
 * twenty kinds is brought up to date, with how many people are within 15 minutes. One thread.
 */
final class WhatIfs {

  private static final int QUARTER_HOUR = 900_000;

  private final Places places;
  private final Table table;
  private final int tries;

  WhatIfs(Places places, Table table, boolean quick) {
    this.places = places;
    this.table = table;
    tries = quick ? 100 : 500;
  }

  void run() throws IOException {
    measure("demo district", places.demo(), "p95 ≤ 10 ms");
    measure(
        "Las Palmas",
        places.read("las_palmas/las_palmas.osm.pbf"),
        "p95 ≤ 50 ms; openings ≥ 100× from scratch");
  }

  /** A place with its network, its fields of twenty kinds, and what repairs them. */
  private final class Town {
    final StudyArea area;
    final WalkNetwork network;
    final Measure measure;
    final List<List<Facility>> kinds;
    final List<CostField> fields;
    final List<FieldRepair> repairs;
    final int[][] today;

    Town(StudyArea area) throws IOException {
      this.area = area;
      network = WalkNetwork.of(area, places.rules());
      measure = Measure.time(places.rules().group(Group.PLANNING));
      kinds = Places.kinds(area);
      fields = kinds.stream().map(kind -> network.field(kind, measure, QUARTER_HOUR)).toList();
      repairs = fields.stream().map(CostField::repair).toList();
      today = fields.stream().map(CostField::costs).toArray(int[][]::new);
    }

    /** What follows a change, by repairing every field: how many more are within reach. */
    long repair(Difference difference) {
      long more = 0;
      for (int k = 0; k < repairs.size(); k++) {
        FieldRepair repair = repairs.get(k);
        repair.follow(difference);
        for (int i = 0; i < repair.changedCount(); i++) {
          more += repair.cost(i) <= QUARTER_HOUR ? 1 : 0;
          more -= today[k][repair.entrance(i)] <= QUARTER_HOUR ? 1 : 0;
        }
      }
      return more;
    }

    /** What follows changes, by computing every field from nothing. */
    long afresh(WalkNetwork changed) {
      long within = 0;
      for (List<Facility> kind : kinds) {
        for (int cost : changed.costsToNearest(kind, measure, QUARTER_HOUR)) {
          within += cost <= QUARTER_HOUR ? 1 : 0;
        }
      }
      return within;
    }

    long withinToday() {
      return Arrays.stream(today)
          .flatMapToInt(Arrays::stream)
          .filter(cost -> cost <= QUARTER_HOUR)
          .count();
    }
  }

  private void measure(String name, StudyArea area, String wanted) throws IOException {
    Town town = new Town(area);
    Random random = new Random(4);
    followed(name, "takes down or opens something", town, openings(area, random), wanted);
    row(
        name,
        "makes a gate in a wall",
        times(gates(area, random), at -> town.network.shortcutsThrough(at).ifPresent(town::repair)),
        "",
        wanted);
    List<Change> facilities = facilities(town, random);
    row(
        name,
        "sets up a facility",
        times(
            facilities,
            change -> {
              Facility added = ((Change.AddFacility) change).feature();
              WalkNetwork changed = town.network.with(List.of(change));
              List<Facility> kind = new ArrayList<>(kindOf(town, added));
              kind.add(added);
              changed.costsToNearest(kind, town.measure, QUARTER_HOUR);
            }),
        "",
        wanted);
    List<Change> closings = closings(area, random);
    if (!closings.isEmpty()) {
      followed(name, "closes a gate", town, closings, wanted);
    }
    Coordinate at = area.compounds().isEmpty() ? null : centre(area, random);
    if (at != null) {
      for (Change change : List.of(wall(at), path(at))) {
        long[] built =
            Timing.each(List.of(change), 1, one -> town.afresh(town.network.with(List.of(one))));
        String what = change instanceof Change.AddWall ? "puts up a wall" : "lays a path";
        row(name, what + " (network anew)", built, "", wanted);
      }
    }
  }

  /** Changes that fields follow, and how many times as long it takes to search them afresh. */
  private void followed(String name, String what, Town town, List<Change> changes, String wanted) {
    List<Change> few = changes.subList(0, Math.min(10, changes.size()));
    compare(town, few);
    long[] times = times(changes, change -> town.repair(town.network.difference(List.of(change))));
    long[] afresh = Timing.each(few, 10, change -> town.afresh(town.network.with(List.of(change))));
    double ratio = Timing.percentile(afresh, 50) / Timing.percentile(times, 50);
    row(name, what, times, ", %.0f× afresh".formatted(ratio), wanted);
  }

  private void row(String name, String what, long[] times, String more, String wanted) {
    table.add(
        "T4", name + ": " + what + ", 20 kinds", Timing.middleAndHigh(times) + more, "–", wanted);
  }

  private <T> long[] times(List<T> things, Consumer<T> work) {
    return Timing.each(things.subList(0, Math.min(tries, things.size())), 50, work);
  }

  /** Answers first. */
  private static void compare(Town town, List<Change> changes) {
    for (Change change : changes) {
      WalkNetwork changed = town.network.with(List.of(change));
      long repaired = town.withinToday() + town.repair(town.network.difference(List.of(change)));
      long afresh = town.afresh(changed);
      if (repaired != afresh) {
        throw new IllegalStateException(change + ": " + repaired + " instead of " + afresh);
      }
      for (int k = 0; k < town.kinds.size(); k++) {
        int[] searched = changed.costsToNearest(town.kinds.get(k), town.measure, QUARTER_HOUR);
        if (!Arrays.equals(searched, town.repairs.get(k).costs())) {
          throw new IllegalStateException(change + ": other costs of " + town.kinds.get(k).get(0));
        }
      }
    }
  }

  private static List<Change> openings(StudyArea area, Random random) {
    List<Change> all = new ArrayList<>();
    for (Wall wall : area.walls()) {
      if (wall.removable() && wall.standing()) {
        all.add(new Change.RemoveWall(wall.id()));
      }
    }
    for (IllegalStructure structure : area.illegalStructures()) {
      if (structure.blocksGround()) {
        all.add(new Change.RemoveStructure(structure.id()));
      }
    }
    for (Gate gate : area.gates()) {
      if (gate.access() != Access.PUBLIC) {
        all.add(new Change.OpenGate(gate.id()));
      }
    }
    Collections.shuffle(all, random);
    return all;
  }

  private static List<Change> closings(StudyArea area, Random random) {
    List<Change> all = new ArrayList<>();
    for (Gate gate : area.gates()) {
      if (gate.access() != Access.CLOSED) {
        all.add(new Change.CloseGate(gate.id()));
      }
    }
    Collections.shuffle(all, random);
    return all;
  }

  private static List<Coordinate> gates(StudyArea area, Random random) {
    List<Coordinate> places = new ArrayList<>();
    for (Wall wall : area.walls()) {
      if (wall.removable() && wall.standing()) {
        double along = random.nextDouble() * wall.geometry().getLength();
        places.add(new LengthIndexedLine(wall.geometry()).extractPoint(along));
      }
    }
    Collections.shuffle(places, random);
    return places;
  }

  private static List<Facility> kindOf(Town town, Facility added) {
    return town.kinds.stream()
        .filter(kind -> kind.get(0).kind().equals(added.kind()))
        .findFirst()
        .orElseThrow();
  }

  private static Coordinate centre(StudyArea area, Random random) {
    Envelope box =
        area.compounds()
            .get(random.nextInt(area.compounds().size()))
            .geometry()
            .getEnvelopeInternal();
    return box.centre();
  }

  private List<Change> facilities(Town town, Random random) {
    List<Change> all = new ArrayList<>();
    for (int i = 0; i < tries; i++) {
      Coordinate at =
          town.area
              .entrances()
              .get(random.nextInt(town.area.entrances().size()))
              .geometry()
              .getCoordinate();
      Facility facility =
          new Facility(
              "new-" + i,
              town.kinds.get(random.nextInt(town.kinds.size())).get(0).kind(),
              null,
              Serves.PUBLIC,
              null,
              null,
              null,
              FacilityOrigin.EXISTING,
              FacilityStatus.OPEN,
              town.area.boundary().getFactory().createPoint(at));
      all.add(new Change.AddFacility(facility));
    }
    return all;
  }

  private static LineString line(Coordinate at) {
    Coordinate to = new Coordinate(at.x + 30, at.y + 20);
    return new org.locationtech.jts.geom.GeometryFactory()
        .createLineString(new Coordinate[] {at, to});
  }

  private static Change wall(Coordinate at) {
    return new Change.AddWall(
        new Wall(
            "new-wall",
            "new-wall",
            WallKind.COMPOUND,
            null,
            0.24,
            null,
            true,
            Status.STANDING,
            null,
            false,
            line(at)));
  }

  private static Change path(Coordinate at) {
    return new Change.AddPath(
        new Path(
            "new-path", PathKind.FOOTWAY, 2.0, 0, false, false, null, Access.PUBLIC, line(at)));
  }
}
