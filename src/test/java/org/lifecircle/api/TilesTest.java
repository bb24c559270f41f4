package org.lifecircle.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.google.protobuf.CodedInputStream;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the official suite for OGC API Tiles asks, and what is in the tiles. */
class TilesTest {

  private static final String TILES = "/areas/two-yards/tiles";
  private static final int ZOOM = 17;

  @TempDir static Path folder;

  @SuppressWarnings("NullAway.Init") // JUnit sees to it
  private static Served served;

  /** A feature of a tile: its kind of geometry and the points of its parts, in tile units. */
  private record Drawn(int kind, List<List<int[]>> parts) {}

  @BeforeAll
  static void serve() throws IOException {
    served = Served.twoYards(folder);
  }

  @AfterAll
  static void stop() {
    served.close();
  }

  @Test
  void tile_sets_are_found_from_the_landing_page_and_say_where_their_tiles_are() throws Exception {
    String list = "";
    for (JsonNode link : served.json("").get("links")) {
      if (link.get("rel")
          .asText()
          .equals("http://www.opengis.net/def/rel/ogc/1.0/tilesets-vector")) {
        list = link.get("href").asText();
      }
    }
    assertEquals(served.uri(TILES).toString(), list);
    JsonNode set = served.json("/tiles").at("/tilesets/0");

    assertEquals("WebMercatorQuad", set.get("tileMatrixSetId").asText());
    assertEquals(21, set.get("tileMatrixSetLimits").size());
    String template = "";
    for (JsonNode link : set.get("links")) {
      if (link.get("rel").asText().equals("item")) {
        template = link.get("href").asText();
        assertTrue(link.get("templated").asBoolean());
      } else {
        String there = link.get("href").asText().replaceFirst("http://[^/]+", "");
        assertEquals(200, served.get(there).statusCode(), there);
      }
    }
    assertTrue(template.contains("{tileMatrix}/{tileRow}/{tileCol}"));
    JsonNode limits = set.at("/tileMatrixSetLimits/" + ZOOM);
    String first =
        template
            .replace("{tileMatrix}", limits.get("tileMatrix").asText())
            .replace("{tileRow}", limits.get("minTileRow").asText())
            .replace("{tileCol}", limits.get("minTileCol").asText());
    HttpResponse<byte[]> tile = tile(first.replaceFirst("http://[^/]+", ""));
    assertEquals(200, tile.statusCode());
    assertEquals(
        "application/vnd.mapbox-vector-tile",
        tile.headers().firstValue("Content-Type").orElseThrow());
    JsonNode matrix = served.json("/tileMatrixSets/WebMercatorQuad").at("/tileMatrices/0");
    assertEquals(559_082_264.028_717_8, matrix.get("scaleDenominator").asDouble(), 1e-3);
    assertEquals(156_543.033_928_041, matrix.get("cellSize").asDouble(), 1e-9);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/0/0/1",
        "/17/0/0",
        "/17/2147483647/0",
        "/17/99999999999/0",
        "/17/-1/0",
        "/21/0/0",
        "/x/y/z"
      })
  void a_tile_outside_the_limits_is_not_there(String tile) throws Exception {
    WebServerTest.assertProblem(served.get(TILES + "/WebMercatorQuad" + tile), 404, "unknown-tile");
    WebServerTest.assertProblem(served.get(TILES + "/Moon/0/0/0"), 404, "unknown-tile");
  }

  /** The eye's test: what is in the tiles lies where the GeoJSON says. */
  @Test
  void every_building_lies_in_its_tile_where_its_coordinates_say() throws Exception {
    JsonNode building = served.json("/collections/buildings/items").at("/features/0");
    JsonNode corner = building.at("/geometry/coordinates/0/0");
    double n = Math.pow(2, ZOOM);
    double x = (corner.get(0).asDouble() + 180) / 360 * n;
    double radians = Math.toRadians(corner.get(1).asDouble());
    double y = (1 - Math.log(Math.tan(radians) + 1 / Math.cos(radians)) / Math.PI) / 2 * n;
    String address =
        "/collections/buildings/tiles/WebMercatorQuad/%d/%d/%d".formatted(ZOOM, (int) y, (int) x);

    Map<String, List<Drawn>> layers = layers(tile("/areas/two-yards" + address).body());
    List<Drawn> drawn = layers.getOrDefault("buildings", List.of());

    assertEquals(List.of("buildings"), List.copyOf(layers.keySet()));
    int wantedX = (int) Math.round((x - Math.floor(x)) * 4096);
    int wantedY = (int) Math.round((y - Math.floor(y)) * 4096);
    boolean there =
        drawn.stream()
            .flatMap(one -> one.parts().stream())
            .flatMap(List::stream)
            .anyMatch(p -> Math.abs(p[0] - wantedX) <= 1 && Math.abs(p[1] - wantedY) <= 1);
    assertTrue(there, wantedX + " " + wantedY);
    for (Drawn one : drawn) {
      assertEquals(3, one.kind());
      assertTrue(area(one.parts().get(0)) > 0); // outer rings are positive, y down
    }
  }

  @Test
  void all_layers_are_in_the_tile_of_all_and_those_asked_for_in_one_of_some() throws Exception {
    JsonNode limits = served.json("/tiles").at("/tilesets/0/tileMatrixSetLimits/14");
    String tile =
        TILES
            + "/WebMercatorQuad/14/%d/%d"
                .formatted(limits.get("minTileRow").asInt(), limits.get("minTileCol").asInt());

    Map<String, List<Drawn>> all = layers(tile(tile).body());
    assertTrue(
        all.keySet()
            .containsAll(List.of("compounds", "buildings", "walls", "gates", "paths", "coverage")),
        all.keySet().toString());
    assertEquals(
        List.of("walls", "gates"),
        List.copyOf(layers(tile(tile + "?collections=gates,walls").body()).keySet()));
    assertEquals(400, served.get(tile + "?collections=dragons").statusCode());
    HttpResponse<byte[]> first = tile(tile);
    String tag = first.headers().firstValue("ETag").orElseThrow();
    assertEquals(304, served.get(tile, "If-None-Match", tag).statusCode());
    HttpResponse<byte[]> packed =
        HttpClient.newHttpClient()
            .send(
                HttpRequest.newBuilder(served.uri(tile)).header("Accept-Encoding", "gzip").build(),
                BodyHandlers.ofByteArray());
    assertEquals("gzip", packed.headers().firstValue("Content-Encoding").orElseThrow());
    assertTrue(packed.body().length < first.body().length);
  }

  @Test
  void tile_json_tells_clients_of_web_maps_the_same() throws Exception {
    JsonNode json = served.json("/tiles/WebMercatorQuad?f=tilejson");

    assertEquals("3.0.0", json.get("tilejson").asText());
    assertTrue(json.at("/tiles/0").asText().endsWith("/{z}/{y}/{x}?f=mvt"));
    assertFalse(json.get("vector_layers").isEmpty());
    assertEquals(4, json.get("bounds").size());
  }

  private static HttpResponse<byte[]> tile(String address) throws Exception {
    return HttpClient.newHttpClient()
        .send(HttpRequest.newBuilder(served.uri(address)).build(), BodyHandlers.ofByteArray());
  }

  private static long area(List<int[]> ring) {
    long area = 0;
    for (int i = 0; i < ring.size(); i++) {
      int[] a = ring.get(i);
      int[] b = ring.get((i + 1) % ring.size());
      area += (long) a[0] * b[1] - (long) b[0] * a[1];
    }
    return area;
  }

  private static Map<String, List<Drawn>> layers(byte[] tile) throws IOException {
    Map<String, List<Drawn>> layers = new LinkedHashMap<>();
    CodedInputStream in = CodedInputStream.newInstance(tile);
    for (int tag = in.readTag(); tag != 0; tag = in.readTag()) {
      assertEquals(3 << 3 | 2, tag);
      CodedInputStream layer = CodedInputStream.newInstance(in.readByteArray());
      String name = "";
      List<Drawn> features = new ArrayList<>();
      for (int field = layer.readTag(); field != 0; field = layer.readTag()) {
        switch (field >> 3) {
          case 1 -> name = layer.readString();
          case 2 -> features.add(feature(CodedInputStream.newInstance(layer.readByteArray())));
          default -> layer.skipField(field);
        }
      }
      layers.put(name, features);
    }
    return layers;
  }

  private static Drawn feature(CodedInputStream in) throws IOException {
    int kind = 0;
    List<List<int[]>> parts = new ArrayList<>();
    for (int field = in.readTag(); field != 0; field = in.readTag()) {
      if (field >> 3 == 3) {
        kind = in.readEnum();
      } else if (field >> 3 == 4) {
        CodedInputStream commands = CodedInputStream.newInstance(in.readByteArray());
        int x = 0;
        int y = 0;
        while (!commands.isAtEnd()) {
          int command = commands.readUInt32();
          if ((command & 7) == 1) {
            parts.add(new ArrayList<>());
          }
          for (int i = 0; (command & 7) != 7 && i < command >> 3; i++) {
            x += commands.readSInt32();
            y += commands.readSInt32();
            parts.get(parts.size() - 1).add(new int[] {x, y});
          }
        }
      } else {
        in.skipField(field);
      }
    }
    return new Drawn(kind, parts);
  }
}
