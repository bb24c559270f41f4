package org.lifecircle.io.osm;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.lifecircle.io.osm.Refusals.readOrRefused;
import static org.lifecircle.io.osm.Refusals.refused;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lifecircle.model.Fault;

class OtherFilesTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          ''                 | is empty
          {"type":"Feature"} | JSON
          PK34               | zip
          BZh91AY            | bzip2
          hello              | no OpenStreetMap file
          """)
  void a_file_that_is_something_else_is_refused_by_what_it_is(String content, String reason) {
    Fault fault = refused(content);

    assertTrue(fault.reason().en().contains(reason), fault.toString());
  }

  @Test
  void a_gzip_cut_anywhere_is_refused() {
    byte[] gzip = OsmInputTest.yard().gzip();

    for (int length = 0; length < gzip.length; length++) {
      assertFalse(readOrRefused(gzip, length), "cut at " + length);
    }
    assertTrue(readOrRefused(gzip, gzip.length));
  }

  @Test
  void a_flipped_byte_in_xml_or_gzip_is_refused_or_read_and_never_anything_else() {
    PbfRefusalTest.flip(OsmInputTest.yard().xml(), Extracts.longRun() ? 2_000 : 200, 1);
    PbfRefusalTest.flip(OsmInputTest.yard().gzip(), Extracts.longRun() ? 2_000 : 200, 2);
  }

  @Test
  void a_gzip_of_spaces_is_refused_when_it_outgrows_a_hundred_times_its_size() {
    byte[] bomb =
        Sketch.gzip(("<osm version='0.6'>" + " ".repeat(8 << 20)).getBytes(StandardCharsets.UTF_8));

    assertTrue(refused(bomb).reason().en().contains("100 times its size"));
  }

  @Test
  void a_gzip_in_a_gzip_is_refused() {
    assertTrue(
        refused(Sketch.gzip(OsmInputTest.yard().gzip()))
            .reason()
            .en()
            .contains("no OpenStreetMap file"));
  }
}
