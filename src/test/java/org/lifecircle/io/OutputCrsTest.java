package org.lifecircle.io;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lifecircle.model.BadValueException;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Point;

/** Files say where things are in any CRS, east first. */
class OutputCrsTest {

  private static final Projection HOME = Projection.of("EPSG:4526");

  private static Point at(double longitude, double latitude) {
    return Millimetres.FACTORY.createPoint(HOME.ofLonLat(longitude, latitude));
  }

  /** Figures of PostGIS 3.3.2, but for the last two, which say what degrees are. */
  @ParameterizedTest
  @CsvSource({
    "EPSG:4547, 428285.956156, 2555783.928783, 0.001",
    "EPSG:4526, 38428285.956156, 2555783.928783, 0.001",
    "EPSG:3857, 12612498.307, 2644116.433920, 0.002",
    "EPSG:4326, 113.3, 23.1, 1e-8",
    "EPSG:4490, 113.3, 23.1, 1e-8"
  })
  void east_is_the_first_number_whatever_the_authority_says(
      String code, double east, double north, double within) {
    Coordinate there = OutputCrs.of(code, HOME).moved(at(113.3, 23.1)).getCoordinate();

    assertEquals(east, there.x, within);
    assertEquals(north, there.y, within);
  }

  @Test
  void in_the_areas_own_crs_nothing_is_moved() {
    Point point = at(113.3, 23.1);

    assertSame(point, OutputCrs.of("EPSG:4526", HOME).moved(point));
  }

  @ParameterizedTest
  @CsvSource({"EPSG:99999", "EPSG:4979", "4326", "urn:ogc:def:crs:EPSG::4326", "EPSG:2383"})
  void a_crs_that_is_none_or_whose_datum_is_not_tied_is_refused(String code) {
    assertThrows(BadValueException.class, () -> OutputCrs.of(code, HOME));
  }

  @ParameterizedTest
  @CsvSource({"EPSG:4546", "EPSG:4526", "EPSG:32649", "EPSG:3857", "EPSG:4326", "EPSG:4490"})
  void the_text_beside_a_shapefile_is_understood_again(String code) {
    OutputCrs crs = OutputCrs.of(code, HOME);

    assertEquals(code, CrsText.understood(crs.esriDefinition()));
    assertTrue(!crs.esriDefinition().contains("\n"));
  }
}
