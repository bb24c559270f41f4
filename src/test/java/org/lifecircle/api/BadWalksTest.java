package org.lifecircle.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lifecircle.io.Projection;
import org.lifecircle.town.DrawnTown;
import org.locationtech.jts.geom.Coordinate;

/** What nobody can walk is refused with the reason, and the server goes on. */
class BadWalksTest {

  private static final DrawnTown TOWN =
      DrawnTown.of(
          """
          ======K=======
          #######+######
          #.....a......#
          #..BBBa......#
          #..BBBa......#
          #.....a......#
          ##############
          K: kindergarten
          """);

  private static final Projection PROJECTION = Projection.of("EPSG:4546");

  private static Asking town;

  @BeforeAll
  static void serve(@TempDir Path folder) {
    town = Asking.of(folder, TOWN.area());
  }

  private static String lonLat(Coordinate metres) {
    Coordinate degrees = PROJECTION.toLonLat(metres);
    return degrees.x + "," + degrees.y;
  }

  private static String door() {
    return lonLat(town.area().facilities().get(0).geometry().getCoordinate());
  }

  private static String insideTheHouse() {
    return lonLat(town.area().buildings().get(0).geometry().getInteriorPoint().getCoordinate());
  }

  private static ProblemException refused(String path, Map<String, String> query) {
    ProblemException refused =
        assertThrows(ProblemException.class, () -> town.text(path, query), query::toString);
    assertTrue(refused.status() >= 400 && refused.status() < 500, refused::toString);
    assertFalse(refused.reasons().isEmpty(), query::toString);
    return refused;
  }

  @ParameterizedTest
  @CsvSource({
    "minutes, 0, within",
    "minutes, -1, within",
    "minutes, 1000000, within",
    "minutes, NaN, number",
    "minutes, 1e400, ",
    "metres, 0, within",
    "metres, 1000000, within",
    "group, nobody, planning",
    "direction, up, out"
  })
  void an_isochrone_of_no_sense_is_refused(String parameter, String value, String reason) {
    ProblemException refused = refused("/isochrone", Map.of("at", door(), parameter, value));

    String told = refused.reasons().get(0).en();
    assertTrue(reason == null || told.contains(reason), told);
  }

  @Test
  void ten_thousand_thresholds_are_too_many() {
    String many = "1" + ",2".repeat(9_999);

    assertTrue(
        refused("/isochrone", Map.of("at", door(), "minutes", many))
            .reasons()
            .get(0)
            .en()
            .contains("at most"));
  }

  @Test
  void nobody_walks_from_inside_a_house_or_from_outside_the_area() {
    Map<String, String> query = new HashMap<>();
    query.put("from", insideTheHouse());
    query.put("to", "120.5,31.2");

    ProblemException refused = refused("/walk", query);

    assertEquals(2, refused.reasons().size(), "both places are told at once");
    assertTrue(refused("/isochrone", Map.of("at", insideTheHouse())).status() == 422);
    assertTrue(refused("/isochrone", Map.of("at", "200,95")).status() < 500);
    assertTrue(refused("/isochrone", Map.of("at", "nowhere")).status() < 500);
  }
}
