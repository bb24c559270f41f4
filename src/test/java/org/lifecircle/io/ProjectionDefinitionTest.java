package org.lifecircle.io;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lifecircle.model.BadValueException;
import org.locationtech.jts.geom.Coordinate;

class ProjectionDefinitionTest {

  @ParameterizedTest
  @ValueSource(strings = {"EPSG:4546", "EPSG:32628", "EPSG:3857"})
  void a_projection_made_from_its_definition_is_the_same_to_the_last_bit(String crs) {
    Projection fromTables = Projection.of(crs);
    Random random = new Random(4546);

    Projection fromText = Projection.of(crs, fromTables.definition());

    for (int i = 0; i < 1000; i++) {
      double longitude = (crs.equals("EPSG:4546") ? 109.5 : -16) + 3 * random.nextDouble();
      double latitude = 18 + 30 * random.nextDouble();
      Coordinate there = fromTables.ofLonLat(longitude, latitude);
      assertEquals(there, fromText.ofLonLat(longitude, latitude));
      assertEquals(fromTables.toLonLat(there), fromText.toLonLat(there));
    }
    assertEquals(fromTables.definition(), fromText.definition());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "PROJCS[", "GEOGCS[\"WGS 84\"]", "undefined"})
  void what_is_no_definition_is_refused(String text) {
    assertThrows(BadValueException.class, () -> Projection.of("EPSG:4546", text));
  }
}
