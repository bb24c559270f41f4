package org.lifecircle.io.geojson;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.lifecircle.io.Projection;
import org.lifecircle.io.geojson.GeoJsonWriter.Row;
import org.lifecircle.model.Access;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;

/** What is written can be opened by any reader of RFC 7946. */
class GeoJsonWriterTest {

  private static final Projection PROJECTION = Projection.of("EPSG:4546");

  @Test
  void a_row_is_a_feature_with_degrees_and_its_properties_in_order() throws IOException {
    Map<String, Object> properties = new LinkedHashMap<>();
    properties.put("name", "东门");
    properties.put("access", Access.RESIDENTS);
    properties.put("width_m", 4.5);
    properties.put("walls", List.of("w-1", "w-2"));
    properties.put("before", Map.of("residents", 12));

    String written = write(new Row("g-1", metric("POINT (631068.846 3838914.044)"), properties));

    assertEquals(
        """
        {"type":"FeatureCollection","features":[
        {"type":"Feature","id":"g-1","geometry":{"type":"Point","coordinates":[112.43,34.67]},\
        "properties":{"name":"东门","access":"residents","width_m":4.5,"walls":["w-1","w-2"],\
        "before":{"residents":12}}}]}""",
        written.replaceAll("112\\.4[0-9]+", "112.43").replaceAll("34\\.6[0-9]+", "34.67"));
  }

  @Test
  void outer_rings_run_anticlockwise_and_holes_clockwise_however_they_are_kept()
      throws IOException {
    String clockwise =
        "POLYGON ((631000 3839000, 631000 3839100, 631100 3839100, 631100 3839000, 631000 3839000),"
            + " (631010 3839010, 631020 3839010, 631020 3839020, 631010 3839010))";

    String one = write(new Row(null, metric(clockwise), Map.of()));
    String other = write(new Row(null, metric(clockwise).reverse(), Map.of()));

    // Both begin in the south-west; anticlockwise, the next corner of the shell is in the east.
    double[] shell = numbers(one);
    assertEquals(true, shell[2] > shell[0] + 0.001 && Math.abs(shell[3] - shell[1]) < 0.0001);
    assertEquals(Arrays.toString(shell), Arrays.toString(numbers(other)));
  }

  @Test
  void no_geometry_and_no_id_are_written_as_such_and_more_members_fit_beside() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    new GeoJsonWriter(PROJECTION)
        .write(out, List.of(new Row(null, null, Map.of())), Map.of("numberReturned", 1));

    assertEquals(
        """
        {"type":"FeatureCollection","numberReturned":1,"features":[
        {"type":"Feature","geometry":null,"properties":{}}]}""",
        out.toString(StandardCharsets.UTF_8));
  }

  @Test
  void a_number_json_cannot_say_is_our_own_mistake() {
    Row row = new Row("r", null, Map.of("share", Double.NaN));

    assertThrows(IllegalArgumentException.class, () -> write(row));
  }

  private static double[] numbers(String written) {
    String coordinates = written.substring(written.indexOf("coordinates"));
    return Arrays.stream(coordinates.split("[^0-9.]+", -1))
        .filter(s -> s.matches("[0-9]+\\.[0-9]+"))
        .mapToDouble(Double::parseDouble)
        .toArray();
  }

  private static String write(Row row) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    new GeoJsonWriter(PROJECTION).write(out, List.of(row));
    return out.toString(StandardCharsets.UTF_8);
  }

  private static Geometry metric(String wkt) {
    try {
      return new WKTReader().read(wkt);
    } catch (ParseException e) {
      throw new IllegalArgumentException(wkt, e);
    }
  }
}
