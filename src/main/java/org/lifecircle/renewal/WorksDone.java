package org.lifecircle.renewal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.lifecircle.model.Change;
import org.lifecircle.model.Compound;
import org.lifecircle.model.Facility;
import org.lifecircle.model.FacilityStatus;
import org.lifecircle.model.Feature;
import org.lifecircle.model.IllegalStructure;
import org.lifecircle.model.Layer;
import org.lifecircle.model.Serves;
import org.lifecircle.model.StructurePosition;
import org.lifecircle.model.StudyArea;
import org.lifecircle.model.Wall;
import org.lifecircle.model.programme.Built;
import org.lifecircle.model.programme.LiftPlan;
import org.lifecircle.model.programme.Programme;
import org.lifecircle.model.programme.Removed;
import org.lifecircle.model.programme.Work;
import org.lifecircle.model.programme.WorkItem;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;

/**
 * What works have done to the place by the end of a day: the study area is as it was before them,
 * the records say what went and what came.
 */
public final class WorksDone {

  /** A wall stands on the line between compounds, or hardly off it. */
  private static final double TOUCHING_METRES = 0.5;

  /**
   * A thing that is down.
   *
   * @param record that says so
   * @param compounds it touches, by id
   */
  public record Down(String record, Feature feature, Set<String> compounds) {}

  /**
   * A facility that is open.
   *
   * @param compounds of its works
   */
  public record Open(String record, Built built, List<String> compounds) {}

  private final StudyArea area;
  private final List<Down> down = new ArrayList<>();
  private final List<Open> open = new ArrayList<>();
  private final List<LiftPlan> lifts;

  private WorksDone(StudyArea area, Programme programme, LocalDate day) {
    this.area = area;
    Map<String, List<Wall>> walls = new HashMap<>();
    for (Wall wall : area.walls()) {
      walls.computeIfAbsent(wall.id(), id -> new ArrayList<>()).add(wall);
      if (!wall.partOf().equals(wall.id())) {
        walls.computeIfAbsent(wall.partOf(), id -> new ArrayList<>()).add(wall);
      }
    }
    Map<String, IllegalStructure> structures = new HashMap<>();
    area.illegalStructures().forEach(s -> structures.put(s.id(), s));
    Set<String> counted = new LinkedHashSet<>();
    for (Work work : programme.all(Work.class)) {
      for (WorkItem item : work.items()) {
        for (Removed removed : item.removes()) {
          if (by(removed.demolishedOn(), day)) {
            String record = "works/" + work.id();
            for (Feature thing : things(removed, walls, structures)) {
              if (counted.add(removed.layer().code() + ":" + thing.id())) {
                down.add(new Down(record, thing, touching(thing.geometry())));
              }
            }
          }
        }
        for (Built built : item.builds()) {
          if (by(built.openedOn(), day)) {
            open.add(new Open("works/" + work.id(), built, work.compoundIds()));
          }
        }
      }
    }
    lifts = programme.all(LiftPlan.class).stream().filter(l -> l.registered(day)).toList();
  }

  /** The works done by a day. */
  public static WorksDone of(StudyArea area, Programme programme, LocalDate day) {
    return new WorksDone(area, programme, day);
  }

  static boolean by(@Nullable LocalDate when, LocalDate day) {
    return when != null && !when.isAfter(day);
  }

  private static List<? extends Feature> things(
      Removed removed, Map<String, List<Wall>> walls, Map<String, IllegalStructure> structures) {
    if (removed.layer() == Layer.WALLS) {
      return walls.getOrDefault(removed.featureId(), List.of());
    }
    IllegalStructure structure = structures.get(removed.featureId());
    return structure == null ? List.of() : List.of(structure);
  }

  private Set<String> touching(Geometry thing) {
    Set<String> touched = new LinkedHashSet<>();
    Envelope window = thing.getEnvelopeInternal();
    window.expandBy(TOUCHING_METRES);
    for (Compound compound : area.compounds()) {
      if (window.intersects(compound.geometry().getEnvelopeInternal())
          && touches(compound.geometry(), thing)) {
        touched.add(compound.id());
      }
    }
    return touched;
  }

  private static boolean touches(Geometry compound, Geometry thing) {
    return thing.getDimension() == 2
        ? compound.intersects(thing.getInteriorPoint())
        : compound.isWithinDistance(thing, TOUCHING_METRES);
  }

  /** What is down: pieces of wall and structures, each once. */
  public List<Down> down() {
    return List.copyOf(down);
  }

  /** Pieces of wall that are down. */
  List<Down> walls() {
    return down.stream().filter(d -> d.feature() instanceof Wall).toList();
  }

  /** Structures that are down and stood on the ground. */
  List<Down> groundStructures() {
    return down.stream()
        .filter(
            d ->
                d.feature() instanceof IllegalStructure s
                    && s.position() != StructurePosition.ROOFTOP)
        .toList();
  }

  /** Facilities that are open. */
  public List<Open> open() {
    return List.copyOf(open);
  }

  /** The works as changes of the study area; what it refuses is left out. */
  public List<Change> changes() {
    List<Change> changes = new ArrayList<>();
    for (Down thing : down) {
      changes.add(
          thing.feature() instanceof Wall
              ? new Change.RemoveWall(thing.feature().id())
              : new Change.RemoveStructure(thing.feature().id()));
    }
    for (Open one : open) {
      Built built = one.built();
      Geometry place = built.geometry();
      if (place != null) {
        changes.add(
            new Change.AddFacility(
                new Facility(
                    built.id(),
                    built.kind(),
                    null,
                    Serves.PUBLIC,
                    null,
                    null,
                    built.areaSquareMetres(),
                    built.origin(),
                    FacilityStatus.OPEN,
                    place)));
      }
    }
    for (LiftPlan lift : lifts) {
      changes.add(new Change.RetrofitLift(lift.entranceId(), lift.type()));
    }
    return changes.stream().filter(change -> change.refusal(area).isEmpty()).toList();
  }
}
