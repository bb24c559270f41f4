package org.lifecircle.town;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.lifecircle.model.StudyArea;
import org.lifecircle.model.WalkingRules;
import org.locationtech.jts.geom.Coordinate;

/**
 * Walking distances in a whole small town, straight from the definitions and by brute force: an
 * independent second opinion, slow and plain.
 *
 * <p>Where the definitions leave a choice, the answer is a bracket: no reading gives less than
 * {@code lowest} and none more than {@code highest}, but for rounding, 0.1 mm beside each corner
 * and frontages sampled every metre (together well under 1 % and 0.2 m). The choices are documented
 * in {@link PathCuts}, {@link GroundGraph}, {@link Ties}, {@link Neighbours} and {@link
 * TownReading}. Residents' gates are tried exhaustively: each pair of compounds has its own search.
 *
 * <p>Limits: facilities are points; paths with an access of their own other than public are left
 * out.
 */
public final class WalkOracle {

  /** What a distance can be read to be, in metres; infinite when there is no walk. */
  public record Bracket(double lowest, double highest) {

    /** Whether this many metres is within the bracket, give or take one per cent and 0.2 m. */
    public boolean allows(double metres) {
      return metres >= lowest * 0.99 - 0.2 && metres <= highest * 1.01 + 0.2;
    }

    /** Whether the text says plainly that there is a walk, or that there is none. */
    public boolean isDecided() {
      return Double.isInfinite(lowest) || Double.isFinite(highest);
    }
  }

  private final OracleGraph graph = new OracleGraph();
  private final Neighbours neighbours;
  private final Ties ties;
  private final Map<Spot, Integer> places = new HashMap<>();
  private final Map<List<Object>, double[]> searches = new HashMap<>();

  private WalkOracle(StudyArea area, WalkingRules rules) {
    TownReading town = TownReading.of(area, rules);
    neighbours = new Neighbours(town);
    PathGraph paths = new PathGraph(town, neighbours, graph);
    GroundGraph ground = new GroundGraph(town, graph);
    ground.front(paths);
    ties = new Ties(town, graph, ground, paths, new PathCuts(town, neighbours));
    area.gates().forEach(ties::gate);
    area.entrances().forEach(e -> place(e.geometry().getCoordinate()));
    area.facilities().forEach(f -> place(f.geometry().getCoordinate()));
  }

  /** Reads the town and measures it out. */
  public static WalkOracle of(StudyArea area, WalkingRules rules) {
    return new WalkOracle(area, rules);
  }

  /** The length of the shortest walk between two places, on the ground or off it. */
  public Bracket distance(Coordinate from, Coordinate to) {
    int start = place(from);
    int end = place(to);
    Set<String> compounds = new TreeSet<>(neighbours.compoundsAt(from));
    compounds.addAll(neighbours.compoundsAt(to));
    return new Bracket(
        metresFrom(start, compounds, true)[end], metresFrom(start, compounds, false)[end]);
  }

  /** The compound a place stands in, none for a street. */
  public List<String> compoundsAt(Coordinate place) {
    return neighbours.compoundsAt(place);
  }

  private int place(Coordinate coordinate) {
    Integer known = places.get(Spot.of(coordinate));
    if (known == null) {
      known = ties.place(coordinate);
      places.put(Spot.of(coordinate), known);
      searches.clear();
    }
    return known;
  }

  private double[] metresFrom(int start, Set<String> compounds, boolean lowest) {
    return searches.computeIfAbsent(
        List.of(start, compounds, lowest), k -> graph.metresFrom(start, compounds, lowest));
  }
}
