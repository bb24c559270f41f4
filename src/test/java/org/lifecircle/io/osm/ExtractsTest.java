package org.lifecircle.io.osm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.zip.DataFormatException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lifecircle.io.Limits;
import org.lifecircle.io.RawIssue;
import org.lifecircle.io.assembly.Assembly;
import org.lifecircle.io.assembly.AssemblyRules;
import org.lifecircle.io.osm.PlainFile.Element;
import org.lifecircle.model.Feature;
import org.lifecircle.model.Layer;
import org.lifecircle.model.Path;
import org.lifecircle.model.StudyArea;
import org.locationtech.jts.geom.Coordinate;

/** Five real places against plain counts of the same files. */
class ExtractsTest {

  private static final String[] ROOFS = {"roof", "carport", "canopy", "no"};

  /** What is neither read nor told of, of all that is asked for. */
  private static Set<String> lost(Read read, Layer layer, Set<String> wanted) {
    Set<String> lost = new HashSet<>(wanted);
    lost.removeAll(read.ids(layer));
    for (RawIssue issue : read.area().issues()) {
      if (issue.layer().equals(layer.code())) {
        lost.remove(issue.featureId());
      }
    }
    return lost;
  }

  private static Set<String> ids(String letter, List<Element> elements, Predicate<Element> which) {
    return elements.stream()
        .filter(which)
        .map(e -> letter + e.id())
        .collect(Collectors.toCollection(HashSet::new));
  }

  private static boolean isHouse(Element e) {
    return e.has("building")
        && !e.has("building", ROOFS)
        && !e.has("layer")
        && !e.has("location")
        && !e.has("wall");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        Extracts.BEIJING,
        Extracts.LAS_PALMAS,
        Extracts.LAUF,
        Extracts.MONACO,
        Extracts.PORTO_ALEGRE
      })
  void every_house_wall_gate_and_street_is_read_or_told_of(String name)
      throws IOException, DataFormatException {
    PlainFile plain = PlainFile.of(Extracts.path(name));
    Read read = Read.of(Extracts.path(name));

    Set<String> houses = ids("w", plain.ways(), ExtractsTest::isHouse);
    houses.addAll(ids("n", plain.nodes(), ExtractsTest::isHouse));
    houses.addAll(ids("r", plain.relations(), r -> isHouse(r) && r.has("type", "multipolygon")));
    Set<String> walls =
        ids(
            "w",
            plain.ways(),
            w -> w.has("barrier", "wall", "retaining_wall", "hedge") && !w.has("location"));
    Set<String> gates = ids("n", plain.nodes(), n -> n.has("barrier", "gate", "lift_gate"));
    Set<String> streets =
        ids(
            "w",
            plain.ways(),
            w ->
                w.has("highway", "residential", "footway", "steps", "tertiary", "service")
                    && !w.has("area")
                    && !w.has("access")
                    && !w.has("foot")
                    && !w.has("motorroad")
                    && !w.has("indoor"));

    assertEquals(Set.of(), lost(read, Layer.BUILDINGS, houses));
    assertEquals(Set.of(), lost(read, Layer.WALLS, walls));
    assertEquals(Set.of(), lost(read, Layer.GATES, gates));
    assertEquals(Set.of(), lost(read, Layer.PATHS, streets));
    assertTrue(gates.size() >= 6 && streets.size() >= 100, "there was something to lose");
  }

  @Test
  void las_palmas_has_the_houses_walls_and_gates_it_is_known_for()
      throws IOException, DataFormatException {
    PlainFile plain = PlainFile.of(Extracts.path(Extracts.LAS_PALMAS));
    Read read = Read.of(Extracts.path(Extracts.LAS_PALMAS));
    Predicate<Element> building = e -> e.has("building");

    // The figures the town is known for count tags, whatever came of them.
    long points = PlainFile.count(plain.nodes(), building);
    long tagged =
        PlainFile.count(plain.ways(), building) + PlainFile.count(plain.relations(), building);
    assertEquals(22_651, points + tagged);
    assertEquals(4_585, PlainFile.count(plain.ways(), w -> w.has("barrier", "wall")));
    Predicate<Element> gate = n -> n.has("barrier", "gate", "lift_gate", "swing_gate", "entrance");
    assertEquals(519, PlainFile.count(plain.nodes(), gate));

    // Of the houses, those are missing that are points, roofs, cut by the edge or drawn twice.
    long roofs =
        PlainFile.count(plain.ways(), e -> building.test(e) && !isHouse(e))
            + PlainFile.count(plain.relations(), e -> building.test(e) && !isHouse(e));
    long cut = read.issues("outline_cut_at_edge", Layer.BUILDINGS);
    long twice = read.issues("drawn_by_relation", Layer.BUILDINGS);
    assertEquals(points, read.issues("building_without_outline", Layer.BUILDINGS));
    long missing = tagged - read.layer(Layer.BUILDINGS).size();
    assertTrue(missing >= cut + twice && missing <= cut + twice + roofs, missing + " are missing");
    assertTrue(missing < 70, missing + " are missing");

    // Walls are more: fences, hedges and retaining walls count, and gates drawn as lines.
    long otherWalls =
        PlainFile.count(
            plain.ways(),
            w -> w.has("barrier", "fence", "hedge", "yes", "retaining_wall", "city_wall"));
    long gateLines = PlainFile.count(plain.ways(), w -> w.has("barrier", "gate"));
    assertEquals(4_585 + otherWalls + gateLines, read.layer(Layer.WALLS).size());
    assertTrue(
        read.layer(Layer.GATES).size() >= 519 + read.issues("gate_drawn_as_line", Layer.GATES));
  }

  @ParameterizedTest
  @ValueSource(strings = {Extracts.MONACO, Extracts.LAUF})
  void a_node_is_at_one_place_in_all_the_paths_that_go_through_it(String name)
      throws IOException, DataFormatException {
    PlainFile plain = PlainFile.of(Extracts.path(name));
    StudyArea area =
        new Assembly(new AssemblyRules(50, 2, 1_500, 50, Set.of(), Limits.USUAL))
            .assemble(Read.of(Extracts.path(name)).area());
    Map<String, Path> paths =
        area.paths().stream().collect(Collectors.toMap(Feature::id, path -> path));

    Map<Long, Coordinate> places = new HashMap<>();
    int meetings = 0;
    for (Element way : plain.ways()) {
      Path path = paths.get("w" + way.id());
      if (path == null || path.geometry().getNumPoints() != way.refs().size()) {
        continue; // cut at the edge
      }
      for (int i = 0; i < way.refs().size(); i++) {
        Coordinate here = path.geometry().getCoordinateN(i);
        Coordinate before = places.putIfAbsent(way.refs().get(i), here);
        if (before != null) {
          assertEquals(before, here, "node " + way.refs().get(i));
          meetings++;
        }
      }
    }
    assertTrue(meetings > 1_000, meetings + " meetings");
  }
}
