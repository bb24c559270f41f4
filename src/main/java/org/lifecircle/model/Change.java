package org.lifecircle.model;

import java.util.Optional;
import org.locationtech.jts.geom.Geometry;

/**
 * One edit of a study area. Each says what it means in the plainest way, by the area as it would be
 * surveyed afterwards; faster ways of finding out what follows must come to the same.
 *
 * <p>Invariant: changes of different things can be made in any order. What is already so stays so:
 * opening an open gate changes nothing.
 */
public sealed interface Change {

  /** As the contract spells it, for example {@code remove_wall}. */
  String type();

  /** The layer of the thing that is changed or added. */
  Layer layer();

  /** The thing that is changed or added. */
  String id();

  /** Whether another change is about the same thing. */
  default boolean isAboutSameAs(Change other) {
    return layer() == other.layer() && id().equals(other.id());
  }

  /** Why this cannot be done to an area; empty when it can. */
  default Optional<Text> refusal(StudyArea area) {
    return LayerEdits.unlessThere(area, layer(), id());
  }

  /** The area afterwards; for an area that does not refuse. */
  StudyArea applyTo(StudyArea area);

  /** A change that adds something. */
  sealed interface Addition extends Change {

    /** What is added. */
    Feature feature();

    @Override
    default String id() {
      return feature().id();
    }

    @Override
    default Optional<Text> refusal(StudyArea area) {
      return LayerEdits.unlessNew(area, layer(), feature());
    }

    @Override
    default StudyArea applyTo(StudyArea area) {
      return LayerEdits.add(area, layer(), feature());
    }
  }

  /** Takes down a piece of wall; gates in it go with it. */
  record RemoveWall(String id) implements Change {
    @Override
    public String type() {
      return "remove_wall";
    }

    @Override
    public Layer layer() {
      return Layer.WALLS;
    }

    @Override
    public Optional<Text> refusal(StudyArea area) {
      return LayerEdits.find(area, Layer.WALLS, Wall.class, id)
          .map(
              wall ->
                  wall.removable() || !wall.standing()
                      ? Optional.<Text>empty()
                      : Optional.of(
                          new Text("围墙“" + id + "”不可拆除", "wall '" + id + "' may not be removed")))
          .orElseGet(() -> LayerEdits.unlessThere(area, Layer.WALLS, id));
    }

    @Override
    public StudyArea applyTo(StudyArea area) {
      return LayerEdits.change(area, Layer.WALLS, Wall.class, id, Wall::demolished);
    }
  }

  /** Takes down an illegal structure. */
  record RemoveStructure(String id) implements Change {
    @Override
    public String type() {
      return "remove_structure";
    }

    @Override
    public Layer layer() {
      return Layer.ILLEGAL_STRUCTURES;
    }

    @Override
    public StudyArea applyTo(StudyArea area) {
      return LayerEdits.change(
          area, layer(), IllegalStructure.class, id, IllegalStructure::demolished);
    }
  }

  /** Opens a gate to everybody. */
  record OpenGate(String id) implements Change {
    @Override
    public String type() {
      return "open_gate";
    }

    @Override
    public Layer layer() {
      return Layer.GATES;
    }

    @Override
    public StudyArea applyTo(StudyArea area) {
      return LayerEdits.change(
          area, layer(), Gate.class, id, gate -> gate.withAccess(Access.PUBLIC));
    }
  }

  /** Closes a gate to everybody. */
  record CloseGate(String id) implements Change {
    @Override
    public String type() {
      return "close_gate";
    }

    @Override
    public Layer layer() {
      return Layer.GATES;
    }

    @Override
    public StudyArea applyTo(StudyArea area) {
      return LayerEdits.change(
          area, layer(), Gate.class, id, gate -> gate.withAccess(Access.CLOSED));
    }
  }

  /** Gives a facility up; its doors stay doors. */
  record RemoveFacility(String id) implements Change {
    @Override
    public String type() {
      return "remove_facility";
    }

    @Override
    public Layer layer() {
      return Layer.FACILITIES;
    }

    @Override
    public StudyArea applyTo(StudyArea area) {
      return LayerEdits.remove(LayerEdits.releaseEntrances(area, id), layer(), id);
    }
  }

  /**
   * Moves a facility; the doors it had are no longer its own.
   *
   * @param to point or polygon, in metres
   */
  record MoveFacility(String id, Geometry to) implements Change {
    @Override
    public String type() {
      return "move_facility";
    }

    @Override
    public Layer layer() {
      return Layer.FACILITIES;
    }

    @Override
    public StudyArea applyTo(StudyArea area) {
      return LayerEdits.change(
          LayerEdits.releaseEntrances(area, id), layer(), Facility.class, id, f -> f.at(to));
    }
  }

  /** Makes a gate in a wall. */
  record AddGate(Gate feature) implements Addition {
    @Override
    public String type() {
      return "add_gate";
    }

    @Override
    public Layer layer() {
      return Layer.GATES;
    }
  }

  /** Puts up a wall. */
  record AddWall(Wall feature) implements Addition {
    @Override
    public String type() {
      return "add_wall";
    }

    @Override
    public Layer layer() {
      return Layer.WALLS;
    }
  }

  /** Lays a path. */
  record AddPath(Path feature) implements Addition {
    @Override
    public String type() {
      return "add_path";
    }

    @Override
    public Layer layer() {
      return Layer.PATHS;
    }
  }

  /** Sets up a facility. */
  record AddFacility(Facility feature) implements Addition {
    @Override
    public String type() {
      return "add_facility";
    }

    @Override
    public Layer layer() {
      return Layer.FACILITIES;
    }
  }

  /** Gives an entrance a lift. */
  record RetrofitLift(String entranceId, Lift lift) implements Change {
    @Override
    public String type() {
      return "retrofit_lift";
    }

    @Override
    public Layer layer() {
      return Layer.ENTRANCES;
    }

    @Override
    public String id() {
      return entranceId;
    }

    @Override
    public Optional<Text> refusal(StudyArea area) {
      return lift == Lift.NONE
          ? Optional.of(
              new Text("加装的电梯须为 level 或 half_landing", "lift must be level or half_landing"))
          : LayerEdits.unlessThere(area, layer(), entranceId);
    }

    @Override
    public StudyArea applyTo(StudyArea area) {
      return LayerEdits.change(
          area, layer(), Entrance.class, entranceId, entrance -> entrance.withLift(lift));
    }
  }
}
