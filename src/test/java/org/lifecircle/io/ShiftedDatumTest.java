package org.lifecircle.io;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.locationtech.jts.geom.Coordinate;

class ShiftedDatumTest {

  private static final double METRES_PER_DEGREE = 111_320;

  /** Luoyang, as the domain notes have it; Beijing, as coordtransform's documentation has it. */
  @ParameterizedTest
  @CsvSource({
    "GCJ02, 112.43, 34.67, 112.43630569831, 34.66905981328",
    "BD09, 112.43, 34.67, 112.44269327145, 34.67538763711",
    "GCJ02, 116.404, 39.915, 116.41024449916938, 39.91640428150164"
  })
  void published_points_are_met(ShiftedDatum datum, double lon, double lat, double x, double y) {
    Coordinate shown = datum.of(new Coordinate(lon, lat));

    assertEquals(x, shown.x, 1e-10);
    assertEquals(y, shown.y, 1e-10);
  }

  @Test
  void the_way_back_ends_within_a_millimetre_all_over_china() {
    for (ShiftedDatum datum : ShiftedDatum.values()) {
      double worst = 0;
      for (double lon = 73.5; lon < 135; lon += 0.317) {
        for (double lat = 18.2; lat < 53.5; lat += 0.291) {
          Coordinate place = new Coordinate(lon, lat);
          double off = datum.toWgs84(datum.of(place)).distance(place) * METRES_PER_DEGREE;
          worst = Math.max(worst, off);
        }
      }
      assertTrue(worst < 0.001, datum + ": " + worst);
    }
  }

  @Test
  void outside_of_china_nothing_moves() {
    Coordinate lasPalmas = new Coordinate(-15.43, 28.12);

    assertEquals(lasPalmas, ShiftedDatum.GCJ02.toWgs84(lasPalmas));
  }
}
