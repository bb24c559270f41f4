package org.lifecircle.io;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.geotools.api.referencing.crs.ProjectedCRS;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lifecircle.model.BadValueException;
import org.locationtech.jts.geom.Coordinate;

/** Degrees and metres agree with what others compute, and axis order never turns round. */
class ProjectionTest {

  @Test
  void a_known_place_in_guangzhou_has_its_known_metres() {
    Coordinate metres = Projection.of("EPSG:4547").ofLonLat(113.3, 23.1);

    // PostGIS says 428285.956156, 2555783.928783.
    assertEquals(new Coordinate(428285.956, 2555783.929), metres);
  }

  @Test
  void the_middle_of_xigong_is_where_gauss_and_krueger_put_it() {
    Coordinate series = GaussKrueger.of(112.43, 34.67, 111);

    Coordinate metres = Projection.of("EPSG:4546").ofLonLat(112.43, 34.67);

    assertEquals(series.x, metres.x, 0.0006);
    assertEquals(series.y, metres.y, 0.0006);
  }

  @ParameterizedTest
  @CsvSource({"EPSG:4546, 112.43, 34.67", "EPSG:32628, -15.43, 28.12", "EPSG:32632, 7.42, 43.73"})
  void a_place_goes_there_and_back_within_a_millimetre(String crs, double lon, double lat) {
    Projection projection = Projection.of(crs);
    Random random = new Random(3);
    for (int i = 0; i < 1000; i++) {
      Coordinate here =
          projection.ofLonLat(lon + random.nextGaussian() / 20, lat + random.nextGaussian() / 20);

      Coordinate degrees = projection.toLonLat(here);

      assertEquals(here, projection.ofLonLat(degrees.x, degrees.y));
      assertEquals(degrees.x, Math.rint(degrees.x * 1e9) / 1e9);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "EPSG:4326, not a projected CRS in metres",
    "EPSG:4490, not a projected CRS in metres",
    "EPSG:2263, not a projected CRS in metres",
    "EPSG:999999, know no CRS",
    "Luoyang, is not the code of a CRS",
    "EPSG:2383, datum of EPSG:2383"
  })
  void a_crs_that_cannot_be_computed_in_is_refused_with_a_reason(String crs, String reason) {
    BadValueException refusal = assertThrows(BadValueException.class, () -> Projection.of(crs));

    assertTrue(refusal.reason().en().contains(reason), refusal.reason().en());
    assertTrue(refusal.reason().zh().matches(".*[\\u4e00-\\u9fff].*"));
  }

  @ParameterizedTest
  @CsvSource({
    "Luoyang, 112.43, 34.67, EPSG:4546",
    "Guangzhou, 113.30, 23.10, EPSG:4547",
    "Beijing, 116.40, 39.90, EPSG:4548",
    "Shanghai, 121.47, 31.23, EPSG:4549",
    "Urumqi, 87.60, 43.80, EPSG:4538",
    "Las Palmas, -15.43, 28.12, EPSG:32628",
    "Monaco, 7.42, 43.73, EPSG:32632",
    "Hanoi, 105.85, 21.03, EPSG:32648",
    "Seoul, 126.98, 37.57, EPSG:32652",
    "Sydney, 151.21, -33.87, EPSG:32756"
  })
  void a_place_without_a_crs_gets_the_usual_one(String city, double lon, double lat, String crs) {
    assertEquals(crs, CrsChoice.of(lon, lat).crs(), city);
  }

  @Test
  void every_chinese_zone_has_the_central_meridian_its_number_says() {
    for (int zone = 0; zone <= 20; zone++) {
      int code = 4534 + zone;
      ProjectedCRS crs = (ProjectedCRS) Epsg.decode("EPSG:" + code);
      double meridian =
          crs.getConversionFromBase()
              .getParameterValues()
              .parameter("central_meridian")
              .doubleValue();

      assertEquals(75 + 3.0 * zone, meridian, "EPSG:" + code);
      assertEquals(500000, Projection.of("EPSG:" + code).ofLonLat(meridian, 40).x);
    }
  }
}
