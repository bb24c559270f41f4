package org.lifecircle.io;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lifecircle.model.BadValueException;
import org.locationtech.jts.geom.Coordinate;

/** What .prj files mean that name no code. */
class CrsTextTest {

  private static final String CHINA =
      "GEOGCS[\"GCS_China_Geodetic_Coordinate_System_2000\",DATUM[\"D_China_2000\","
          + "SPHEROID[\"CGCS2000\",6378137.0,298.257222101]],PRIMEM[\"Greenwich\",0.0],"
          + "UNIT[\"Degree\",0.0174532925199433]]";

  static String gaussKrueger(String base, double meridian, double east, double scale) {
    return "PROJCS[\"somewhere\","
        + base
        + ",PROJECTION[\"Gauss_Kruger\"],PARAMETER[\"False_Easting\","
        + east
        + "],PARAMETER[\"False_Northing\",0.0],PARAMETER[\"Central_Meridian\","
        + meridian
        + "],PARAMETER[\"Scale_Factor\","
        + scale
        + "],PARAMETER[\"Latitude_Of_Origin\",0.0],UNIT[\"Meter\",1.0]]";
  }

  @ParameterizedTest
  @CsvSource({
    "111, 500000, EPSG:4546",
    "114, 500000, EPSG:4547",
    "111, 37500000, EPSG:4525",
    "114, 38500000, EPSG:4526",
    "75, 25500000, EPSG:4513",
    "135, 45500000, EPSG:4533",
    "111, 19500000, EPSG:4497",
    "75, 13500000, EPSG:4491",
    "135, 500000, EPSG:4554"
  })
  void zones_of_cgcs2000_are_known_with_and_without_the_zone_before_the_easting(
      double meridian, double east, String code) {
    assertEquals(code, CrsText.understood(gaussKrueger(CHINA, meridian, east, 1)));
  }

  @Test
  void degrees_utm_and_the_webs_mercator_are_known() {
    String wgs84 = CHINA.replace("D_China_2000", "D_WGS_1984");

    assertEquals("EPSG:4490", CrsText.understood(CHINA));
    assertEquals("EPSG:4326", CrsText.understood(wgs84));
    assertEquals("EPSG:32649", CrsText.understood(gaussKrueger(wgs84, 111, 500_000, 0.9996)));
    assertEquals(
        "EPSG:3857",
        CrsText.understood(
            "PROJCS[\"WGS_1984_Web_Mercator_Auxiliary_Sphere\","
                + wgs84
                + ",PROJECTION[\"Mercator_Auxiliary_Sphere\"],UNIT[\"Meter\",1.0]]"));
    assertEquals("EPSG:4546", CrsText.understood(" epsg:4546\n"));
  }

  /** A city's own: a meridian through it, and northings less four thousand kilometres. */
  @Test
  void a_local_system_lies_where_its_formula_says() {
    String local =
        gaussKrueger(CHINA, 112.5, 500_000, 1)
            .replace("False_Northing\",0.0", "False_Northing\",-3000000.0");
    Coordinate place = new Coordinate(112.43, 34.67);
    Coordinate expected = GaussKrueger.of(place.x, place.y, 112.5);
    RawLayer layer =
        new RawLayer(
            "gates",
            "local.shp",
            CrsText.understood(local),
            List.of(
                new RawFeature(
                    0,
                    Shapes.point(new Coordinate(expected.x, expected.y - 3_000_000)),
                    Map.of())));

    FaultList faults = new FaultList();
    Coordinate found = place(Degrees.of(layer, faults));

    assertTrue(faults.isEmpty(), String.valueOf(faults.list()));
    assertEquals(0, found.distance(place), 1e-8);
  }

  @Test
  void another_datum_is_shifted_by_the_tables_or_refused() {
    String nad83 = CHINA.replace("D_China_2000", "D_North_American_1983");
    String utm = CrsText.understood(gaussKrueger(nad83, -75, 500_000, 0.9996));
    Coordinate there = new Coordinate(576_541.0, 4_495_545.9);

    assertEquals(0, degrees("EPSG:26918", there).distance(degrees(utm, there)), 1e-9);
    assertEquals("NAD83", Degrees.datumOf("EPSG:26918"));
    assertEquals(null, Degrees.datumOf("EPSG:4546"));
    BadValueException unknown =
        assertThrows(
            BadValueException.class,
            () -> CrsText.understood(CHINA.replace("D_China_2000", "D_Atlantis")));
    assertTrue(unknown.reason().en().contains("D_Atlantis"), unknown.reason().en());
  }

  private static Coordinate place(RawLayer layer) {
    return Objects.requireNonNull(layer.features().get(0).geometry()).getCoordinate();
  }

  private static Coordinate degrees(String crs, Coordinate at) {
    RawFeature feature = new RawFeature(0, Shapes.point(at), Map.of());
    FaultList faults = new FaultList();
    RawLayer layer = Degrees.of(new RawLayer("gates", "f", crs, List.of(feature)), faults);
    assertTrue(faults.isEmpty(), String.valueOf(faults.list()));
    return place(layer);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {"nonsense", "PROJCS[\"a\"", "GEOGCS[[[[", "VERT_CS[\"height\",1]"})
  void what_is_no_crs_is_refused(String text) {
    assertThrows(BadValueException.class, () -> CrsText.understood(text));
  }

  @Test
  void nesting_without_end_is_refused() {
    assertThrows(BadValueException.class, () -> CrsText.understood("A[".repeat(8000)));
  }
}
