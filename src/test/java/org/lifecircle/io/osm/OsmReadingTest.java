package org.lifecircle.io.osm;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Mappers write numbers in many ways; what makes no sense gives nothing. */
class OsmReadingTest {

  @ParameterizedTest
  @CsvSource({
    "METRES,       2.5,        2.5",
    "METRES,       2.5 m,      2.5",
    "METRES,       '2,5',      2.5",
    "METRES,       10 ft,      3.048",
    "METRES,       -2,         ",
    "METRES,       about 3,    ",
    "METRES,       1.2.3,      ",
    "WHOLE_NUMBER, 6,          6",
    "WHOLE_NUMBER, 6.5,        6",
    "WHOLE_NUMBER, six,        ",
    "WHOLE_NUMBER, 99999999999, ",
    "NUMBER,       1e400,      ",
    "YEAR,         1984-05-01, 1984",
    "YEAR,         ~1970,      1970",
    "YEAR,         C20,        ",
    "TRUTH,        viaduct,    true",
    "TRUTH,        no,         false",
    "LEVEL,        -1,         -1",
    "LEVEL,        1;2,        1",
    "LEVEL,        ground,     ",
    "INCLINE,      5%,         0.05",
    "INCLINE,      -3.5 %,     -0.035",
    "INCLINE,      up,         "
  })
  void a_tag_is_read_or_gives_nothing(OsmReading reading, String text, String value) {
    assertEquals(value, reading.read(text).map(String::valueOf).orElse(null));
  }
}
