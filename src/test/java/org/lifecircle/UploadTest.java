package org.lifecircle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.lifecircle.model.Layer;
import org.lifecircle.model.StudyArea;
import org.lifecircle.store.Workspace;

/** A small town is sent to a server, then a layer of it anew: all or nothing. */
@TestMethodOrder(OrderAnnotation.class)
class UploadTest {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final HttpClient CLIENT = HttpClient.newHttpClient();

  private static final String COMPOUNDS =
      """
      小区编号,小区名称,户数,是否封闭,WKT
      c1,东院,100,封闭,"POLYGON ((112.43 34.67, 112.432 34.67, 112.432 34.671, 112.43 34.671, 112.43 34.67))"
      c2,西院,50,开放,"POLYGON ((112.427 34.67, 112.429 34.67, 112.429 34.671, 112.427 34.671, 112.427 34.67))"
      """;

  private static final String FACILITIES = "设施编号,设施类型,经度,纬度\nk1,幼儿园,112.433,34.6705\n";

  private static final String GATES = "编号,通行,经度,纬度\n东门,居民,112.432,34.6705\n";

  @TempDir static Path workspace;

  @SuppressWarnings("NullAway.Init") // JUnit sees to it
  private static Demo server;

  @BeforeAll
  static void serve() throws IOException {
    server = Demo.serve(workspace);
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static HttpResponse<String> post(String address, byte[] body, String... headers)
      throws IOException, InterruptedException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(server.uri(address)).POST(BodyPublishers.ofByteArray(body));
    if (headers.length > 0) {
      request.headers(headers);
    }
    return CLIENT.send(request.build(), BodyHandlers.ofString());
  }

  /** A form with a part for each file. */
  private static HttpResponse<String> form(String address, Map<String, byte[]> files)
      throws IOException, InterruptedException {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    for (Map.Entry<String, byte[]> file : files.entrySet()) {
      String field = file.getKey().equals("m.yaml") ? "mapping" : "file";
      body.writeBytes(
          utf8(
              "--frontier\r\nContent-Disposition: form-data; name=\"%s\"; filename=\"%s\"\r\n\r\n"
                  .formatted(field, file.getKey())));
      body.writeBytes(file.getValue());
      body.writeBytes(utf8("\r\n"));
    }
    body.writeBytes(utf8("--frontier--\r\n"));
    return post(
        address, body.toByteArray(), "Content-Type", "multipart/form-data; boundary=frontier");
  }

  private static StudyArea town() {
    Workspace kept = Workspace.at(workspace);
    return kept.read(kept.findCurrent("town").orElseThrow()).area();
  }

  private static int versions() {
    return Workspace.at(workspace).versions("town").size();
  }

  @Test
  @Order(1)
  void a_new_area_comes_in_a_zip() throws Exception {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      zip.putNextEntry(new ZipEntry("资料/小区.csv"));
      zip.write(COMPOUNDS.getBytes(Charset.forName("GBK")));
      zip.putNextEntry(new ZipEntry("资料/设施.csv"));
      zip.write(FACILITIES.getBytes(Charset.forName("GBK")));
    }

    HttpResponse<String> answer = post("/areas?id=town&name=town.zip", bytes.toByteArray());

    assertEquals(201, answer.statusCode(), answer.body());
    assertTrue(answer.headers().firstValue("Location").orElse("").endsWith("/areas/town"));
    JsonNode json = JSON.readTree(answer.body());
    assertEquals(2, json.at("/layers/compounds").asInt());
    assertEquals(1, json.at("/issue_kinds/wall_inferred").asInt());
    assertEquals("东院", town().compounds().get(0).name());
    assertEquals(409, post("/areas?id=town&name=town.zip", bytes.toByteArray()).statusCode());
  }

  @Test
  @Order(2)
  void a_layer_comes_anew_as_a_form_or_a_body_and_the_others_stay() throws Exception {
    StudyArea before = town();

    HttpResponse<String> answer = form("/areas/town/layers/gates", Map.of("大门.csv", utf8(GATES)));

    assertEquals(201, answer.statusCode(), answer.body());
    assertEquals("2", JSON.readTree(answer.body()).get("dataset_version").asText());
    assertEquals(1, town().gates().size());
    for (Layer layer : Layer.values()) {
      assertTrue(
          layer == Layer.GATES || before.layer(layer).equals(town().layer(layer)), layer.code());
    }
    String shown = server.get("/areas/town/collections/gates/items");
    assertTrue(shown.contains("东门"), "the next question sees it");

    String geoJson =
        "{\"type\":\"Feature\",\"properties\":{\"id\":\"g9\",\"access\":\"closed\"},"
            + "\"geometry\":{\"type\":\"Point\",\"coordinates\":[112.432,34.6705]}}";
    HttpResponse<String> again = post("/areas/town/layers/gates", utf8(geoJson));
    assertEquals(201, again.statusCode(), again.body());
    assertEquals("g9", town().gates().get(0).id());
  }

  @Test
  @Order(3)
  void a_mapping_may_come_along_and_a_dry_run_keeps_nothing() throws Exception {
    int before = versions();
    Map<String, byte[]> files = new LinkedHashMap<>();
    files.put("x.csv", utf8("MH,KF,lon,lat\n1,甲,112.432,34.6705\n"));
    files.put(
        "m.yaml",
        utf8("gates:\n  columns: {id: MH, access: KF}\n  values: {access: {public: 甲}}\n"));

    HttpResponse<String> answer = form("/areas/town/layers/gates?dry_run=true", files);

    assertEquals(200, answer.statusCode(), answer.body());
    assertEquals(1, JSON.readTree(answer.body()).at("/layers/gates").asInt());
    assertTrue(JSON.readTree(answer.body()).get("dataset_version").isNull());
    assertEquals(before, versions());
  }

  @Test
  @Order(4)
  void what_is_wrong_is_all_told_and_changes_nothing() throws Exception {
    int before = versions();
    byte[] wrong =
        utf8(
            "id,access,lon,lat\na,sometimes,112.432,34.67\nb,public,here,34.67\nc,public,112.432,34.67\n");

    HttpResponse<String> answer = form("/areas/town/layers/gates", Map.of("gates.csv", wrong));

    assertEquals(422, answer.statusCode());
    JsonNode problem = JSON.readTree(answer.body());
    assertEquals("urn:lifecircle:problem:bad-data", problem.get("type").asText());
    assertEquals(2, problem.get("errors").size(), answer.body());
    assertTrue(answer.body().contains("gates.csv#"), answer.body());
    assertEquals(before, versions());
  }

  @Test
  @Order(5)
  void what_cannot_be_a_file_for_us_is_refused_at_the_door() throws Exception {
    byte[] gates = utf8(GATES);

    assertEquals(404, post("/areas/nowhere/layers/gates", gates).statusCode());
    assertEquals(404, post("/areas/town/layers/trees", gates).statusCode());
    assertEquals(400, post("/areas/town/layers/gates", new byte[0]).statusCode());
    assertEquals(400, post("/areas/town/layers/gates?datum=mars", gates).statusCode());
    assertEquals(400, post("/areas/town/layers/gates?colour=red", gates).statusCode());
    assertEquals(400, post("/areas?id=../up", gates).statusCode());
    assertEquals(
        403,
        post("/areas/town/layers/gates", gates, "Origin", "https://elsewhere.example")
            .statusCode());
    assertEquals(
        201,
        post("/areas/town/layers/gates?name=g.csv", gates, "Origin", server.uri("").toString())
            .statusCode());
    HttpResponse<String> slip = form("/areas/town/layers/gates", Map.of("../../g.csv", gates));
    assertEquals(201, slip.statusCode(), "its name is g.csv");
  }
}
