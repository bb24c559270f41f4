package org.lifecircle.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.lifecircle.model.Layer;
import org.locationtech.jts.geom.Coordinate;

/** What the official suite for OGC API Features asks, and what it does not prove. */
class FeaturesTest {

  private static final String EPSG = "http://www.opengis.net/def/crs/EPSG/0/";
  private static final String WALLS = "/areas/two-yards/collections/walls";

  @TempDir static Path folder;

  @SuppressWarnings("NullAway.Init") // JUnit sees to it
  private static Served served;

  @BeforeAll
  static void serve() throws IOException {
    served = Served.twoYards(folder);
  }

  @AfterAll
  static void stop() {
    served.close();
  }

  @Test
  void the_landing_page_names_the_api_document_in_the_very_type_it_has() throws Exception {
    JsonNode links = served.json("").get("links");

    JsonNode description = link(links, "service-desc");
    assertEquals(
        "application/vnd.oai.openapi+json;version=3.0",
        description.get("type").asText().replace(" ", ""));
    assertTrue(link(links, "conformance").get("href").asText().endsWith("/conformance"));
    assertTrue(link(links, "data").get("href").asText().endsWith("/collections"));
  }

  @Test
  void every_collection_says_what_it_is_where_it_lies_and_in_which_crs_it_is_served()
      throws Exception {
    for (JsonNode collection : served.json("/collections").get("collections")) {
      String id = collection.get("id").asText();
      assertFalse(collection.get("title").asText().isBlank(), id);
      assertFalse(collection.get("description").asText().isBlank(), id);
      assertEquals(4, collection.at("/extent/spatial/bbox/0").size(), id);
      List<String> crs = new ArrayList<>();
      collection.get("crs").forEach(uri -> crs.add(uri.asText()));
      assertEquals("http://www.opengis.net/def/crs/OGC/1.3/CRS84", crs.get(0));
      assertTrue(crs.containsAll(List.of(EPSG + 4326, EPSG + 4490, EPSG + 3857, EPSG + 4546)), id);
      assertEquals(EPSG + 4546, collection.get("storageCrs").asText());
      for (JsonNode link : collection.get("links")) {
        assertFalse(link.path("type").asText().isBlank(), id);
        String address = link.get("href").asText().replaceFirst("http://[^/]+", "");
        assertEquals(200, served.get(address).statusCode(), address);
      }
      String zh = served.json("/collections/" + id + "?lang=zh").get("title").asText();
      assertTrue(zh.codePoints().anyMatch(Character::isIdeographic), zh);
    }
  }

  @Test
  void pages_follow_each_other_through_all_features_once() throws Exception {
    Set<String> seen = new HashSet<>();
    String address = WALLS + "/items?limit=3";
    int pages = 0;
    while (!address.isEmpty()) {
      HttpResponse<String> response = served.get(address);
      assertEquals(200, response.statusCode(), response.body());
      JsonNode page = Served.parse(response.body());
      assertEquals(page.get("features").size(), page.get("numberReturned").asInt());
      assertTrue(Instant.parse(page.get("timeStamp").asText()).isBefore(Instant.now()));
      for (JsonNode feature : page.get("features")) {
        assertTrue(seen.add(feature.get("id").asText()));
      }
      JsonNode next = link(page.get("links"), "next");
      address = next.path("href").asText().replaceFirst("http://[^/]+", "");
      pages++;
    }
    assertTrue(pages > 2);
    assertEquals(served.json("/collections/walls/items").get("numberMatched").asInt(), seen.size());
  }

  @Test
  void pages_stay_those_of_one_version_when_another_is_imported_meanwhile(@TempDir Path other)
      throws Exception {
    try (Served mine = Served.twoYards(other)) {
      JsonNode first = Served.parse(mine.get(WALLS + "/items?limit=3").body());
      String next = link(first.get("links"), "next").get("href").asText();

      Served.keep(
          mine.workspace(),
          Served.inXigong("two-yards", Served.TWO_YARDS.area().with(Layer.WALLS, List.of())));

      JsonNode second = Served.parse(mine.get(next.replaceFirst("http://[^/]+", "")).body());
      assertEquals(first.get("numberMatched"), second.get("numberMatched"));
      assertEquals("1", second.get("dataset_version").asText());
      assertEquals(3, second.get("features").size());
      JsonNode fresh = Served.parse(mine.get(WALLS + "/items?limit=3").body());
      assertEquals(0, fresh.get("numberMatched").asInt());
      WebServerTest.assertProblem(mine.get(WALLS + "/items?version=9"), 404, "unknown-version");
      WebServerTest.assertProblem(mine.get(WALLS + "/items?version=01"), 404, "unknown-version");
      WebServerTest.assertProblem(mine.get(WALLS + "/items?version=1-r1"), 410, "edition-gone");
    }
  }

  @Test
  void a_feature_links_to_itself_and_its_collection() throws Exception {
    JsonNode feature = served.json("/collections/walls/items/" + firstWall());

    assertEquals("Feature", feature.get("type").asText());
    assertTrue(link(feature.get("links"), "self").has("href"));
    assertTrue(link(feature.get("links"), "collection").get("href").asText().endsWith("walls"));
  }

  /** The drawing's south-west corner is at 631 000 m east, 3 838 000 m north of EPSG:4546. */
  @Test
  void coordinates_come_in_the_order_of_axes_of_their_crs() throws Exception {
    HttpResponse<String> own = items("&crs=" + EPSG + 4546);
    assertEquals("<" + EPSG + "4546>", own.headers().firstValue("Content-Crs").orElseThrow());
    JsonNode northEast = firstCoordinate(own);
    assertEquals(3_838_000, northEast.get(0).asDouble(), 200); // north first, as EPSG has it
    assertEquals(631_000, northEast.get(1).asDouble(), 200);

    JsonNode lonLat = firstCoordinate(items(""));
    JsonNode latLon = firstCoordinate(items("&crs=" + EPSG + 4326));
    JsonNode cgcs = firstCoordinate(items("&crs=" + EPSG + 4490));
    assertEquals(112.43, lonLat.get(0).asDouble(), 0.1);
    assertEquals(lonLat.get(0), latLon.get(1));
    assertEquals(lonLat.get(1), latLon.get(0));
    assertEquals(latLon, cgcs);

    JsonNode mercator = firstCoordinate(items("&crs=" + EPSG + 3857));
    assertEquals(
        lonLat.get(0).asDouble() * 20_037_508.342_789_244 / 180, mercator.get(0).asDouble(), 0.001);
    assertEquals(4_115_000, mercator.get(1).asDouble(), 15_000);
    HttpResponse<String> one = served.get(WALLS + "/items/" + firstWall() + "?crs=" + EPSG + 4326);
    assertEquals("<" + EPSG + "4326>", one.headers().firstValue("Content-Crs").orElseThrow());
  }

  /** The closed form with 40 digits: 2644116.434002208129…, GeoTools says 2644116.433920. */
  @Test
  void web_mercator_is_what_everybody_has() {
    var there = WebMercator.ofLonLat(new Coordinate(113.3, 23.1));

    assertEquals(2_644_116.434_002_208, there.y, 1e-6);
    assertEquals(12_612_498.306, there.x, 0.001);
    assertEquals(23.1, WebMercator.toLonLat(there).y, 1e-9);
  }

  @Test
  void a_box_finds_the_same_features_in_every_crs() throws Exception {
    JsonNode lonLat = served.json("/collections/buildings/items").at("/features/0");
    double[] box = box(lonLat.at("/geometry/coordinates/0"));
    String west = box[0] + "," + box[1] + "," + box[2] + "," + box[3];
    String id = lonLat.get("id").asText();
    List<String> inDegrees = ids("/collections/buildings/items?bbox=" + west);

    assertTrue(inDegrees.contains(id));
    int walls = served.json("/collections/walls/items").get("numberMatched").asInt();
    assertTrue(ids("/collections/walls/items?bbox=" + west).size() < walls);
    for (int code : new int[] {4326, 4490, 3857, 4546}) {
      String address = "/collections/buildings/items/" + id + "?crs=" + EPSG + code;
      double[] there = box(served.json(address).at("/geometry/coordinates/0"));
      String bbox =
          "?bbox-crs=%s%d&bbox=%s,%s,%s,%s"
              .formatted(EPSG, code, there[0], there[1], there[2], there[3]);
      assertEquals(inDegrees, ids("/collections/buildings/items" + bbox), bbox);
      String heights =
          "?bbox-crs=%s%d&bbox=%s,%s,0,%s,%s,100"
              .formatted(EPSG, code, there[0], there[1], there[2], there[3]);
      assertEquals(inDegrees, ids("/collections/buildings/items" + heights), heights);
    }
    assertEquals(List.of(), ids("/collections/buildings/items?bbox=0,0,1,1"));
    assertTrue(ids("/collections/buildings/items?bbox=100,-90,-170,90").contains(id)); // date line
    assertEquals(List.of(), ids("/collections/buildings/items?bbox=170,-90,-170,90"));
  }

  @Test
  void a_filter_chooses_sorts_and_shows_what_is_asked_for() throws Exception {
    JsonNode answer =
        served.json(
            "/collections/walls/items?properties=height_m,kind&sortby=-id&filter="
                + encoded("kind = 'compound' AND removable = TRUE"));

    List<String> ids = new ArrayList<>();
    for (JsonNode feature : answer.get("features")) {
      ids.add(feature.get("id").asText());
      assertEquals(Set.of("id", "kind", "height_m"), names(feature.get("properties")));
    }
    List<String> sorted = new ArrayList<>(ids);
    sorted.sort(null);
    java.util.Collections.reverse(sorted);
    assertEquals(sorted, ids);
    assertFalse(ids.isEmpty());
    String json = encoded("{\"op\":\"=\",\"args\":[{\"property\":\"kind\"},\"compound\"]}");
    assertEquals(
        answer.get("numberMatched"),
        served
            .json("/collections/walls/items?filter-lang=cql2-json&filter=" + json)
            .get("numberMatched"));
  }

  @Test
  void a_shape_copied_from_an_answer_equals_itself_in_every_crs() throws Exception {
    String id = firstId("buildings");
    for (String code : List.of("4326", "4490", "3857", "4546")) {
      JsonNode there =
          served.json("/collections/buildings/items/" + id + "?crs=" + EPSG + code).get("geometry");
      String filter =
          "{\"op\":\"s_intersects\",\"args\":[{\"property\":\"geometry\"}," + there + "]}";
      String address =
          "/collections/buildings/items?filter-crs=" + EPSG + code + "&filter=" + encoded(filter);
      assertTrue(ids(address).contains(id), code);
    }
    JsonNode lonLat = served.json("/collections/buildings/items/" + id).get("geometry");
    String equal = "{\"op\":\"s_equals\",\"args\":[{\"property\":\"geometry\"}," + lonLat + "]}";
    assertEquals(List.of(id), ids("/collections/buildings/items?filter=" + encoded(equal)));
  }

  @Test
  void queryables_are_a_schema_of_what_a_filter_may_ask() throws Exception {
    HttpResponse<String> response = served.get(WALLS + "/queryables");

    assertEquals(
        "application/schema+json", response.headers().firstValue("Content-Type").orElseThrow());
    JsonNode schema = Served.parse(response.body());
    assertEquals("object", schema.get("type").asText());
    assertEquals(served.uri(WALLS + "/queryables").toString(), schema.get("$id").asText());
    assertEquals("number", schema.at("/properties/height_m/type").asText());
    assertEquals("boolean", schema.at("/properties/removable/type").asText());
    assertEquals("geometry-any", schema.at("/properties/geometry/format").asText());
  }

  @Test
  void results_say_what_they_rest_on() throws Exception {
    served.send("POST", "/areas/two-yards/scenarios", "{\"id\": \"resting\", \"changes\": []}");
    String base = "/areas/two-yards/scenarios/resting/collections/";
    for (String collection : List.of("coverage", "gaps")) {
      JsonNode page = Served.parse(served.get(base + collection + "/items").body());
      JsonNode row = page.at("/features/0/properties");
      assertEquals("test", row.get("standard").asText());
      assertEquals("planning", row.get("group").asText());
      assertEquals("1", row.get("dataset_version").asText());
      assertEquals("resting", row.get("scenario").asText());
      assertEquals(1, row.get("scenario_revision").asInt());
      assertEquals(45, row.get("limit_m").asInt());
      assertEquals("kindergarten_5", row.get("requirement").asText());
      assertEquals(1, page.get("scenario_revision").asInt());
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "limit=0",
        "limit=-1",
        "limit=many",
        "offset=-1",
        "surprise=1",
        "bbox=1,2,3",
        "bbox=1,2,3,4,5",
        "bbox=west,2,3,4",
        "bbox=1,2,NaN,4",
        "bbox=1,50,3,40",
        "bbox=1,2,3,91",
        "bbox-crs=http://www.opengis.net/def/crs/EPSG/0/9999999",
        "crs=http://www.opengis.net/def/crs/EPSG/0/2154",
        "crs=EPSG:4326",
        "filter-crs=nowhere",
        "datetime=yesterday",
        "datetime=2026-13-01T00:00:00Z",
        "filter=colour='red'",
        "filter=height_m",
        "filter-lang=sql",
        "filter-lang=cql2-json&filter=height_m>1",
        "sortby=colour",
        "properties=colour",
        "f=shapefile"
      })
  void what_cannot_be_meant_is_refused(String query) throws Exception {
    String address = WALLS + "/items?" + query.replace("'", "%27").replace(">", "%3E");

    WebServerTest.assertProblem(served.get(address), 400, "bad-query");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "datetime=2026-01-01T00:00:00Z",
        "datetime=2026-01-01T00:00:00Z/P2D",
        "datetime=../2026-01-01",
        "datetime=2026-01-01T00:00:00Z/..",
        "limit=1000000000",
        "bbox=177,-90,-177,90",
        "sortby=+height_m,-id",
        "sortby=%2Bid"
      })
  void what_the_standard_allows_is_answered(String query) throws Exception {
    assertEquals(200, served.get(WALLS + "/items?" + query).statusCode());
  }

  @Test
  void a_filter_nested_500_deep_is_a_bad_query_and_no_dead_server() throws Exception {
    String text = "(".repeat(500) + "height_m>1" + ")".repeat(500);
    String not = "{\"op\":\"not\",\"args\":[";
    String json = not.repeat(170) + "]}".repeat(170);
    for (String filter : List.of(text, json)) {
      HttpResponse<String> response = served.get(WALLS + "/items?filter=" + encoded(filter));
      assertTrue(List.of(400, 414).contains(response.statusCode()), response.body());
    }
    String lists = encodedBrackets();
    assertEquals(400, served.get(WALLS + "/items?filter=" + lists).statusCode());
  }

  private static String encodedBrackets() {
    return "%5B".repeat(500) + "%5D".repeat(500);
  }

  private static HttpResponse<String> items(String more) throws Exception {
    return served.get(WALLS + "/items?limit=1" + more);
  }

  private static JsonNode firstCoordinate(HttpResponse<String> items) throws IOException {
    return Served.parse(items.body()).at("/features/0/geometry/coordinates/0");
  }

  private static String firstWall() throws Exception {
    return firstId("walls");
  }

  private static String firstId(String collection) throws Exception {
    return served.json("/collections/" + collection + "/items").at("/features/0/id").asText();
  }

  private static List<String> ids(String address) throws Exception {
    List<String> ids = new ArrayList<>();
    served.json(address).get("features").forEach(f -> ids.add(f.get("id").asText()));
    return ids;
  }

  private static double[] box(JsonNode ring) {
    double[] box = {1e9, 1e9, -1e9, -1e9};
    for (JsonNode position : ring) {
      for (int axis = 0; axis < 2; axis++) {
        box[axis] = Math.min(box[axis], position.get(axis).asDouble());
        box[axis + 2] = Math.max(box[axis + 2], position.get(axis).asDouble());
      }
    }
    return box;
  }

  private static Set<String> names(JsonNode object) {
    Set<String> names = new HashSet<>();
    object.fieldNames().forEachRemaining(names::add);
    return names;
  }

  private static JsonNode link(JsonNode links, String rel) {
    for (JsonNode link : links) {
      if (link.get("rel").asText().equals(rel)) {
        return link;
      }
    }
    return com.fasterxml.jackson.databind.node.MissingNode.getInstance();
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
