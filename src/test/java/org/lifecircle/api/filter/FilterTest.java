package org.lifecircle.api.filter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.lifecircle.model.BadValueException;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;

/** One compound, and what filters say of it. */
class FilterTest {

  private static final Map<String, Type> PROPERTIES =
      Map.of(
          "name", Type.TEXT,
          "名称", Type.TEXT,
          "residents", Type.NUMBER,
          "gated", Type.TRUTH,
          "fee", Type.NUMBER,
          "walls", Type.LIST,
          "since", Type.TEXT,
          "geometry", Type.GEOMETRY);

  private static final Geometry PLACE =
      new GeometryFactory().createPoint(new Coordinate(112.43, 34.67));

  private static final Map<String, @Nullable Object> COMPOUND = compound();

  private static Map<String, @Nullable Object> compound() {
    Map<String, @Nullable Object> values = new HashMap<>();
    values.put("name", "Xigongdi 100%");
    values.put("名称", "西工地");
    values.put("residents", 1200);
    values.put("gated", true);
    values.put("fee", null);
    values.put("walls", List.of("w-1", "w-2"));
    values.put("since", "1985-05-01");
    return values;
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "residents = 1200|true",
        "residents <> 1200|false",
        "residents >= 1.2e3 AND gated = TRUE|true",
        "NOT gated = true OR residents < -5|false",
        "residents BETWEEN 1000 AND 1200|true",
        "residents NOT BETWEEN 1000 AND 1200|false",
        "residents IN (1, 1200)|true",
        "residents NOT IN (1, 1200)|false",
        "residents / 4 + 2 * 3 = 306|true",
        "(residents - 200) / 10 = 100|true",
        "2 ^ 3 = 8 AND 7 div 2 = 3 AND 7 % 4 = 3|true",
        "residents / 0 = 1|false",
        "NOT residents / 0 = 1|false",
        "-residents < 0|true",
        "1000 < residents|true",
        "fee = 1|false",
        "fee <> 1|false",
        "NOT fee = 1|false",
        "fee IS NULL|true",
        "fee IS NOT NULL|false",
        "fee = 1 OR residents = 1200|true",
        "fee = 1 AND residents = 1200|false",
        "NOT (fee = 1 AND residents = 0)|true",
        "fee IN (1, 2)|false",
        "NOT fee IN (1, 2)|false",
        "name LIKE 'Xi%'|true",
        "name LIKE 'xi%'|false",
        "name LIKE '_igongdi%'|true",
        "name LIKE '%100\\%'|true",
        "name LIKE '%10\\%'|false",
        "CASEI(name) LIKE CASEI('xI%')|true",
        "CASEI(name) = casei('XIGONGDI 100%')|true",
        "ACCENTI(name) = ACCENTI('Xígöngdi 100%')|true",
        "\"名称\" = '西工地'|true",
        "名称 LIKE '西%'|true",
        "name = 'it''s'|false",
        "name < 'Y' AND name > 'X'|true",
        "A_CONTAINS(walls, ('w-1'))|true",
        "A_CONTAINS(walls, ('w-1', 'w-3'))|false",
        "A_CONTAINEDBY(walls, ('w-1', 'w-2', 'w-3'))|true",
        "A_OVERLAPS(walls, ('w-3', 'w-2'))|true",
        "A_EQUALS(walls, ('w-2', 'w-1'))|true",
        "since < DATE('1990-01-01')|true",
        "since > DATE('1990-01-01')|false",
        "S_INTERSECTS(geometry, BBOX(112.4, 34.6, 112.5, 34.7))|true",
        "S_INTERSECTS(geometry, BBOX(112.4, 34.6, 0, 112.5, 34.7, 9))|true",
        "S_WITHIN(geometry, POLYGON((112 34, 113 34, 113 35, 112 35, 112 34)))|true",
        "S_DISJOINT(geometry, POINT(112.43 34.67))|false",
        "S_EQUALS(geometry, POINT Z(112.43 34.67 5))|true",
        "S_TOUCHES(geometry, LINESTRING(112.43 34.67, 113 35))|true",
        "S_INTERSECTS(geometry, MULTIPOINT((0 0), (112.43 34.67)))|true",
        "s_intersects(geometry, GEOMETRYCOLLECTION(POINT(1 1), LINESTRING(112 34.67, 113 34.67)))|true",
        "S_INTERSECTS(geometry, POLYGON((-180 -90, 180 -90, 180 90, -180 90, -180 -90)))|true",
      })
  void a_text_says_what_sql_would_make_of_it(String text, boolean wanted) {
    assertEquals(wanted, test(Filter.ofText(text, PROPERTIES, UnaryOperator.identity())));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{\"op\":\"=\",\"args\":[{\"property\":\"residents\"},1200]}|true",
        "{\"op\":\"and\",\"args\":[{\"op\":\">\",\"args\":[{\"property\":\"residents\"},1e3]},"
            + "{\"op\":\"=\",\"args\":[{\"property\":\"gated\"},true]}]}|true",
        "{\"op\":\"not\",\"args\":[{\"op\":\"isNull\",\"args\":[{\"property\":\"fee\"}]}]}|false",
        "{\"op\":\"in\",\"args\":[{\"property\":\"residents\"},[1,1200]]}|true",
        "{\"op\":\"between\",\"args\":[{\"property\":\"residents\"},1,1300]}|true",
        "{\"op\":\"like\",\"args\":[{\"op\":\"casei\",\"args\":[{\"property\":\"name\"}]},\"xi%\"]}|true",
        "{\"op\":\"=\",\"args\":[{\"op\":\"*\",\"args\":[{\"property\":\"residents\"},2]},2400]}|true",
        "{\"op\":\"a_contains\",\"args\":[{\"property\":\"walls\"},[\"w-1\"]]}|true",
        "{\"op\":\"<\",\"args\":[{\"property\":\"since\"},{\"date\":\"1990-01-01\"}]}|true",
        "{\"op\":\"s_intersects\",\"args\":[{\"property\":\"geometry\"},"
            + "{\"bbox\":[112.4,34.6,112.5,34.7]}]}|true",
        "{\"op\":\"s_within\",\"args\":[{\"property\":\"geometry\"},{\"type\":\"Polygon\","
            + "\"coordinates\":[[[112,34],[113,34],[113,35],[112,35],[112,34]]]}]}|true"
      })
  void json_says_the_same(String json, boolean wanted) {
    assertEquals(wanted, test(Filter.ofJson(json, PROPERTIES, UnaryOperator.identity())));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "name",
        "residents",
        "colour = 'red'",
        "residents = 'many'",
        "name > 5",
        "gated LIKE 'x'",
        "NOT residents",
        "residents = 1 AND",
        "residents = 1 gated = true",
        "residents ==  1",
        "(residents = 1",
        "residents = 1)",
        "name = 'open",
        "\"name",
        "residents = 1e999",
        "residents IN ()",
        "residents BETWEEN 1",
        "name = DROP TABLE compounds; --",
        "FOO(name) = 1",
        "S_WITHIN(geometry)",
        "S_WITHIN(geometry, 5)",
        "S_WITHIN(name, POINT(1 1))",
        "S_INTERSECTS(geometry, POLYGON((0 0, 1 1, 1 0, 0 1, 0 0)))",
        "S_INTERSECTS(geometry, POLYGON((0 0, 1 1)))",
        "S_INTERSECTS(geometry, POINT EMPTY)",
        "S_INTERSECTS(geometry, BBOX(1, 2, 3))",
        "S_INTERSECTS(geometry, BBOX(3, 2, 1, 4))",
        "since > DATE('tomorrow')",
        "geometry = geometry",
        "A_CONTAINS(name, ('w-1'))",
        "residents = NULL"
      })
  void what_is_no_filter_is_refused_with_a_reason(String text) {
    BadValueException bad =
        assertThrows(
            BadValueException.class,
            () -> Filter.ofText(text, PROPERTIES, UnaryOperator.identity()));
    assertFalse(bad.reason().zh().isBlank());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "[]",
        "5",
        "{\"op\":\"=\"}",
        "{\"op\":\"=\",\"args\":[1]}",
        "{\"op\":\"=\",\"args\":[{\"property\":\"residents\"},1e999]}",
        "{\"op\":\"=\",\"args\":[{\"property\":\"residents\"},null]}",
        "{\"op\":\"drop\",\"args\":[{\"property\":\"residents\"},1]}",
        "{\"op\":\"=\",\"op\":\"<\",\"args\":[{\"property\":\"residents\"},1]}",
        "{\"op\":\"=\",\"args\":[{\"property\":\"residents\"},1]} trailing",
        "{\"op\":\"s_within\",\"args\":[{\"property\":\"geometry\"},{\"type\":\"Cube\"}]}",
        "{\"op\":\"=\",\"args\":[{\"property\":\"residents\"},[1,2]]}"
      })
  void json_that_is_no_filter_is_refused_too(String json) {
    assertThrows(
        BadValueException.class, () -> Filter.ofJson(json, PROPERTIES, UnaryOperator.identity()));
  }

  @Test
  void a_filter_nested_500_deep_is_refused_in_either_form() {
    List<String> texts =
        List.of(
            "(".repeat(500) + "residents = 1" + ")".repeat(500),
            "NOT ".repeat(500) + "residents = 1",
            "residents = " + "-".repeat(500) + "1",
            "S_WITHIN(geometry, GEOMETRYCOLLECTION"
                + "(".repeat(500)
                + "1 1"
                + ")".repeat(500)
                + ")",
            "CASEI(".repeat(500) + "name" + ")".repeat(500) + " = 'x'");
    for (String text : texts) {
      assertThrows(
          BadValueException.class,
          () -> Filter.ofText(text, PROPERTIES, UnaryOperator.identity()),
          text.substring(0, 20));
    }
    String not = "{\"op\":\"not\",\"args\":[";
    String one = "{\"op\":\"=\",\"args\":[1,1]}";
    for (int depth : new int[] {40, 130, 160}) {
      String json = not.repeat(depth) + one + "]}".repeat(depth);
      assertTrue(json.length() < 4096 || depth > 130);
      assertThrows(
          BadValueException.class, () -> Filter.ofJson(json, PROPERTIES, UnaryOperator.identity()));
    }
    String lists = "[".repeat(2000) + "]".repeat(2000);
    assertThrows(
        BadValueException.class, () -> Filter.ofJson(lists, PROPERTIES, UnaryOperator.identity()));
  }

  @Test
  void a_long_or_crowded_filter_is_refused() {
    String crowded = "residents = 1" + " OR residents = 1".repeat(100);
    String longText = "name = '" + "x".repeat(5000) + "'";
    for (String text : List.of(crowded, longText)) {
      assertThrows(
          BadValueException.class, () -> Filter.ofText(text, PROPERTIES, UnaryOperator.identity()));
    }
  }

  @Test
  void a_hostile_pattern_takes_no_time() {
    String pattern = "%a".repeat(1500);
    Map<String, @Nullable Object> values = new HashMap<>(COMPOUND);
    values.put("name", "a".repeat(60_000) + "b");
    Filter filter =
        Filter.ofText("name LIKE '" + pattern + "b_'", PROPERTIES, UnaryOperator.identity());

    assertFalse(filter.test(values, () -> PLACE));
  }

  /** The class {@code basic-spatial-functions-plus} of CQL2: any kind of literal may be met. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "POINT(X 34.67)|'type':'Point','coordinates':[X,34.67]",
        "MULTIPOINT((0 0), (X 34.67))|'type':'MultiPoint','coordinates':[[0,0],[X,34.67]]",
        "LINESTRING(X 34, X 35)|'type':'LineString','coordinates':[[X,34],[X,35]]",
        "MULTILINESTRING((0 0, 1 1), (X 34, X 35))"
            + "|'type':'MultiLineString','coordinates':[[[0,0],[1,1]],[[X,34],[X,35]]]",
        "POLYGON((X 34, 113 34, X 35, X 34))"
            + "|'type':'Polygon','coordinates':[[[X,34],[113,34],[X,35],[X,34]]]",
        "MULTIPOLYGON(((0 0, 1 0, 1 1, 0 0)), ((X 34, 113 34, X 35, X 34)))"
            + "|'type':'MultiPolygon','coordinates':"
            + "[[[[0,0],[1,0],[1,1],[0,0]]],[[[X,34],[113,34],[X,35],[X,34]]]]",
        "GEOMETRYCOLLECTION(POINT(0 0), LINESTRING(X 34, X 35))"
            + "|'type':'GeometryCollection','geometries':[{'type':'Point','coordinates':[0,0]},"
            + "{'type':'LineString','coordinates':[[X,34],[X,35]]}]"
      })
  void every_kind_of_geometry_is_met_in_text_and_in_json(String wkt, String members) {
    for (String x : List.of("112.43", "112.44")) {
      boolean there = x.equals("112.43");
      String text = "S_INTERSECTS(geometry, " + wkt.replace("X", x) + ")";
      String json =
          "{'op':'s_intersects','args':[{'property':'geometry'},{"
              + members.replace("X", x)
              + "}]}";

      assertEquals(there, test(Filter.ofText(text, PROPERTIES, UnaryOperator.identity())), text);
      assertEquals(
          there,
          test(Filter.ofJson(json.replace('\'', '"'), PROPERTIES, UnaryOperator.identity())),
          json);
    }
  }

  private static boolean test(Filter filter) {
    return filter.test(COMPOUND, () -> PLACE);
  }
}
