package org.lifecircle.model;

import java.util.Comparator;
import java.util.List;
import org.locationtech.jts.geom.Geometry;

/**
 * All we know of one place, as one value.
 *
 * <p>Invariant: every layer is sorted by id and holds each id once; the order of input features
 * therefore changes nothing.
 *
 * @param boundary polygonal; people outside it are not counted
 * @param issues what was wrong with the inputs, in the order it was found
 */
public record StudyArea(
    AreaProfile profile,
    Geometry boundary,
    List<Compound> compounds,
    List<Building> buildings,
    List<Entrance> entrances,
    List<Wall> walls,
    List<Gate> gates,
    List<IllegalStructure> illegalStructures,
    List<Path> paths,
    List<OpenSpace> openSpaces,
    List<Facility> facilities,
    List<Obstacle> obstacles,
    List<Unit> units,
    List<Parcel> parcels,
    List<PopulationCell> population,
    List<Utility> utilities,
    List<DataIssue> issues) {

  public StudyArea {
    compounds = sorted(compounds);
    buildings = sorted(buildings);
    entrances = sorted(entrances);
    walls = sorted(walls);
    gates = sorted(gates);
    illegalStructures = sorted(illegalStructures);
    paths = sorted(paths);
    openSpaces = sorted(openSpaces);
    facilities = sorted(facilities);
    obstacles = sorted(obstacles);
    units = sorted(units);
    parcels = sorted(parcels);
    population = sorted(population);
    utilities = sorted(utilities);
    issues = List.copyOf(issues);
  }

  /** An area with nothing in it; layers are added by {@link #with}. */
  public static StudyArea empty(AreaProfile profile, Geometry boundary) {
    return new StudyArea(
        profile, boundary, List.of(), List.of(), List.of(), List.of(), List.of(), List.of(),
        List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of(),
        List.of());
  }

  /** The features of a layer. */
  public List<? extends Feature> layer(Layer layer) {
    return switch (layer) {
      case COMPOUNDS -> compounds;
      case BUILDINGS -> buildings;
      case ENTRANCES -> entrances;
      case WALLS -> walls;
      case GATES -> gates;
      case ILLEGAL_STRUCTURES -> illegalStructures;
      case PATHS -> paths;
      case OPEN_SPACES -> openSpaces;
      case FACILITIES -> facilities;
      case OBSTACLES -> obstacles;
      case UNITS -> units;
      case PARCELS -> parcels;
      case POPULATION -> population;
      case UTILITIES -> utilities;
    };
  }

  /**
   * The same area with this layer replaced.
   *
   * @throws IllegalArgumentException if a feature is not of the layer's type, or an id comes twice
   */
  public StudyArea with(Layer layer, List<? extends Feature> features) {
    return new StudyArea(
        profile,
        boundary,
        pick(Layer.COMPOUNDS, layer, features, Compound.class, compounds),
        pick(Layer.BUILDINGS, layer, features, Building.class, buildings),
        pick(Layer.ENTRANCES, layer, features, Entrance.class, entrances),
        pick(Layer.WALLS, layer, features, Wall.class, walls),
        pick(Layer.GATES, layer, features, Gate.class, gates),
        pick(Layer.ILLEGAL_STRUCTURES, layer, features, IllegalStructure.class, illegalStructures),
        pick(Layer.PATHS, layer, features, Path.class, paths),
        pick(Layer.OPEN_SPACES, layer, features, OpenSpace.class, openSpaces),
        pick(Layer.FACILITIES, layer, features, Facility.class, facilities),
        pick(Layer.OBSTACLES, layer, features, Obstacle.class, obstacles),
        pick(Layer.UNITS, layer, features, Unit.class, units),
        pick(Layer.PARCELS, layer, features, Parcel.class, parcels),
        pick(Layer.POPULATION, layer, features, PopulationCell.class, population),
        pick(Layer.UTILITIES, layer, features, Utility.class, utilities),
        issues);
  }

  /** The same area with these issues. */
  public StudyArea withIssues(List<DataIssue> newIssues) {
    return new StudyArea(
        profile,
        boundary,
        compounds,
        buildings,
        entrances,
        walls,
        gates,
        illegalStructures,
        paths,
        openSpaces,
        facilities,
        obstacles,
        units,
        parcels,
        population,
        utilities,
        newIssues);
  }

  /** The same area with this boundary. */
  public StudyArea withBoundary(Geometry newBoundary) {
    return new StudyArea(
        profile,
        newBoundary,
        compounds,
        buildings,
        entrances,
        walls,
        gates,
        illegalStructures,
        paths,
        openSpaces,
        facilities,
        obstacles,
        units,
        parcels,
        population,
        utilities,
        issues);
  }

  private static <F extends Feature> List<F> pick(
      Layer mine, Layer asked, List<? extends Feature> features, Class<F> type, List<F> old) {
    return mine == asked ? features.stream().map(type::cast).toList() : old;
  }

  private static <F extends Feature> List<F> sorted(List<F> features) {
    if (isSorted(features)) {
      return List.copyOf(features); // most often only one layer is another
    }
    List<F> sorted = features.stream().sorted(Comparator.comparing(Feature::id)).toList();
    for (int i = 1; i < sorted.size(); i++) {
      if (sorted.get(i).id().equals(sorted.get(i - 1).id())) {
        throw new IllegalArgumentException("id '" + sorted.get(i).id() + "' comes twice");
      }
    }
    return sorted;
  }

  private static boolean isSorted(List<? extends Feature> features) {
    String before = "";
    for (Feature feature : features) {
      if (feature.id().compareTo(before) <= 0) {
        return false;
      }
      before = feature.id();
    }
    return true;
  }
}
