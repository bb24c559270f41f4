package org.lifecircle.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.lifecircle.api.RecordTown.AREA;
import static org.lifecircle.api.RecordTown.CANARY;
import static org.lifecircle.api.RecordTown.as;
import static org.lifecircle.api.RecordTown.ballot;
import static org.lifecircle.api.RecordTown.lift;
import static org.lifecircle.api.RecordTown.opinion;
import static org.lifecircle.api.RecordTown.works;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.read.ListAppender;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lifecircle.model.programme.RecordKind;
import org.slf4j.LoggerFactory;

/** Names of owners, votes and opinions come out nowhere but for the registrar. */
class NamesStayInsideTest {

  /** Encodings a file of ours might be in. */
  private static final List<Charset> CHARSETS =
      List.of(StandardCharsets.UTF_8, StandardCharsets.UTF_16LE, Charset.forName("GBK"));

  private static final List<String> IDS = List.of("l-1", "v-1", "o-1", "a-1", "k-1", "nothing");

  @TempDir Path folder;
  private Served served;
  private final ListAppender<ILoggingEvent> log = new ListAppender<>();
  private final Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
  private final Level usual = root.getLevel();

  @SuppressWarnings("NullAway.Init") // JUnit sees to it
  NamesStayInsideTest() {}

  @BeforeEach
  void serve() throws Exception {
    served = RecordTown.serve(folder);
    log.start();
    root.addAppender(log);
    root.setLevel(Level.INFO);
    keepRecords();
  }

  @AfterEach
  void stop() {
    root.detachAppender(log);
    root.setLevel(usual);
    served.close();
  }

  private HttpResponse<String> post(String kind, String json, Role role) throws Exception {
    return served.send("POST", AREA + "/" + kind, json, as(role));
  }

  private void keep(String kind, String json, Role role) throws Exception {
    HttpResponse<String> response = post(kind, json, role);
    assertEquals(201, response.statusCode(), response.body());
  }

  private void keepRecords() throws Exception {
    String sunroom =
        """
        ,"compensation":{"area_m2":14,"cost_yuan":10000,"payer":"upstairs","beneficiary":"101",
         "payers":["201"],"approval_no":"y","approved_on":"2022-02-01"}""";
    keep("lifts", lift(sunroom), Role.REGISTRAR);
    keep("votes", ballot(12, 11, ",\"closed_on\":\"2022-03-20\""), Role.REGISTRAR);
    List<String> opinions = new ArrayList<>();
    for (int i = 0; i < 12; i++) {
      opinions.add(opinion(i, i));
    }
    keep("opinions", opinions.toString(), Role.REGISTRAR);
    String consent =
        """
        {"id":"a-1","layer":"walls","feature_id":"a","person":"%s","document":"%s",
         "asked_on":"2022-01-01"}"""
            .formatted(CANARY, CANARY);
    keep("consents", consent, Role.REGISTRAR);
    keep("works", works("a"), Role.PLANNER);
    String scenario = "{\"id\":\"s\",\"changes\":[{\"type\":\"remove_wall\",\"id\":\"a\"}]}";
    keep("scenarios", scenario, Role.PLANNER);
  }

  @Test
  void in_no_refusal_whoever_asks_and_whatever_is_wrong() throws Exception {
    String named =
        "{\"id\":\"%s\",\"given_on\":\"%s\",\"topic\":\"%s\"}".formatted(CANARY, CANARY, CANARY);
    List<String> bodies =
        List.of(
            "{\"id\":\"" + CANARY + "\"", // broken
            "{\"" + CANARY + "\":1}",
            named,
            "[" + opinion(1, 1) + "]"); // there already, or of another kind
    for (RecordKind kind : RecordKind.values()) {
      for (String body : bodies) {
        for (Role role : List.of(Role.VIEWER, Role.PLANNER, Role.REGISTRAR, Role.ADMIN)) {
          HttpResponse<String> refused = post(kind.code(), body, role);
          assertTrue(refused.statusCode() >= 400, refused.body());
          assertSilent(kind.code() + " refused", refused.body() + refused.headers().map());
        }
      }
    }
    assertLogSilent();
  }

  @Test
  void in_no_answer_file_or_log_of_any_address() throws Exception {
    String job = plan();
    Set<String> addresses = everywhere();
    addresses.add(job);
    addresses.add(job + "/results");
    // Asking without a token is asking as a viewer here.
    int asked = 0;
    for (Role role : List.of(Role.VIEWER, Role.PLANNER, Role.ADMIN)) {
      for (String address : addresses) {
        HttpResponse<byte[]> response =
            role == Role.VIEWER ? served.bytes(address) : served.bytes(address, as(role));
        assertTrue(response.statusCode() < 500, address + " " + response.statusCode());
        asked += response.statusCode() == 200 ? 1 : 0;
        assertSilent(address, response.headers().map().toString());
        assertSilent(address, response.body());
      }
    }
    assertTrue(asked > 400, asked + " answers were read");
    assertLogSilent();
  }

  @Test
  void but_the_registrar_sees_them_and_no_cache_keeps_them() throws Exception {
    for (String address : List.of("/votes/v-1", "/opinions/o-1", "/lifts/l-1", "/consents/a-1")) {
      HttpResponse<byte[]> seen = served.bytes(AREA + address, as(Role.REGISTRAR));

      assertTrue(contains(seen.body(), CANARY), "and so the other tests can see: " + address);
      assertEquals("no-store", seen.headers().firstValue("Cache-Control").orElse(""));
    }
  }

  /** A plan of the area, made. */
  private String plan() throws Exception {
    String request = "{\"budget_yuan\":1000000,\"agreed_only\":true}";
    HttpResponse<String> created = post("plans", request, Role.PLANNER);
    assertEquals(201, created.statusCode(), created.body());
    String job = URI.create(created.headers().firstValue("Location").orElseThrow()).getPath();
    for (int i = 0; i < 3000; i++) {
      String status = Served.parse(served.get(job).body()).get("status").asText();
      if (!List.of("accepted", "running").contains(status)) {
        assertEquals("successful", status);
        return job;
      }
      Thread.sleep(20);
    }
    throw new AssertionError("the plan takes more than a minute");
  }

  /** Every address there is, in every form it has, of the baseline and of a scenario. */
  private Set<String> everywhere() throws Exception {
    Set<String> all =
        new LinkedHashSet<>(List.of("/", "/areas", "/health/live", "/health/ready", "/web/map.js"));
    for (String base : List.of(AREA, AREA + "/scenarios/s")) {
      JsonNode paths = Served.parse(served.get(base + "/api").body()).get("paths");
      for (Map.Entry<String, JsonNode> path : paths.properties()) {
        JsonNode get = path.getValue().get("get");
        if (get != null && !path.getKey().startsWith("/jobs/")) {
          for (String address : named(base, path.getKey())) {
            all.addAll(forms(address, get.get("parameters")));
          }
        }
      }
      all.add(base + "/ledger?as_of=2022-12-31");
      all.add(base + "/ledger?as_of=2022-12-31&by=compound&f=csv");
      all.add(base + "/report.pdf?compound=c1&lang=en");
    }
    for (RecordKind kind : RecordKind.values()) {
      all.add(AREA + "/" + kind.code() + "?as_of=2022-12-31&lang=zh");
    }
    all.add(AREA + "/scenarios");
    return all;
  }

  /** An address with each of the names that can stand in it. */
  private List<String> named(String base, String path) throws Exception {
    List<String> all = List.of(base + (path.equals("/") ? "" : path));
    JsonNode limits =
        Served.parse(served.get(base + "/tiles").body()).at("/tilesets/0/tileMatrixSetLimits/16");
    List<String> collections = ids(base + "/collections", "collections", "id");
    Map<String, List<String>> names =
        Map.of(
            "{collection}", collections,
            "{tileMatrixSet}", List.of(TileGrid.ID),
            "{tileMatrix}", List.of("16"),
            "{tileRow}", List.of(limits.get("minTileRow").asText()),
            "{tileCol}", List.of(limits.get("minTileCol").asText()),
            "{style}", ids(base + "/styles", "styles", "id"),
            "{process}", ids(base + "/processes", "processes", "id"),
            "{record}", IDS,
            "{version}", List.of("1"),
            "{scenario}", List.of("s"));
    for (Map.Entry<String, List<String>> name : names.entrySet()) {
      all =
          all.stream()
              .flatMap(
                  address ->
                      address.contains(name.getKey())
                          ? name.getValue().stream().map(v -> address.replace(name.getKey(), v))
                          : Stream.of(address))
              .toList();
    }
    List<String> whole = new ArrayList<>();
    for (String address : all) {
      if (address.endsWith("/{feature}")) {
        String items = address.replace("/{feature}", "");
        ids(items + "?limit=1", "features", "id")
            .forEach(id -> whole.add(items + "/" + URLEncoder.encode(id, StandardCharsets.UTF_8)));
      } else {
        whole.add(address);
      }
    }
    assertTrue(whole.stream().noneMatch(a -> a.contains("{")), whole.toString());
    return whole;
  }

  private List<String> ids(String address, String list, String member) throws Exception {
    List<String> ids = new ArrayList<>();
    for (JsonNode one : Served.parse(served.get(address).body()).path(list)) {
      ids.add(one.get(member).asText());
    }
    return ids;
  }

  private static List<String> forms(String address, JsonNode parameters) {
    Map<String, String> needed =
        Map.of(
            "at", Served.lonLat(15, 15),
            "from", Served.lonLat(15, 15),
            "to", Served.lonLat(55, 15),
            "kind", "kindergarten",
            "requirement", "kindergarten_5",
            "building", "B",
            "limit", "1000");
    List<String> query = new ArrayList<>();
    List<String> forms = new ArrayList<>();
    for (JsonNode parameter : parameters) {
      String name = parameter.get("name").asText();
      if (parameter.get("in").asText().equals("query") && needed.containsKey(name)) {
        query.add(name + "=" + needed.get(name));
      }
      if (name.equals("f")) {
        parameter.at("/schema/enum").forEach(code -> forms.add("f=" + code.asText()));
      }
    }
    if (forms.isEmpty()) {
      forms.add("");
    }
    return forms.stream()
        .map(form -> address + "?" + String.join("&", query) + (query.isEmpty() ? "" : "&") + form)
        .toList();
  }

  private void assertLogSilent() {
    for (ILoggingEvent event : List.copyOf(log.list)) {
      String text = event.getFormattedMessage();
      if (event.getThrowableProxy() != null) {
        text += ThrowableProxyUtil.asString(event.getThrowableProxy());
      }
      assertSilent("log", text);
    }
  }

  private static void assertSilent(String where, String text) {
    assertFalse(text.contains("CANARY") || text.contains("金丝雀"), where + ": " + text);
  }

  /** Nor in the bytes, in what is packed in them, or in the words of a page. */
  private static void assertSilent(String where, byte[] bytes) throws IOException {
    for (String word : List.of("CANARY", "金丝雀")) {
      assertFalse(contains(bytes, word), where + " has " + word);
    }
    if (where.contains("report.pdf") && bytes[0] == '%') {
      assertSilent(where, String.join("", new Printed(bytes).pages()));
    }
    if (bytes.length > 4 && bytes[0] == 'P' && bytes[1] == 'K') {
      try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
        for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
          assertSilent(where + "!" + entry.getName(), zip.readAllBytes());
        }
      }
    }
  }

  private static boolean contains(byte[] bytes, String word) {
    String latin = new String(bytes, StandardCharsets.ISO_8859_1);
    return CHARSETS.stream()
        .anyMatch(c -> latin.contains(new String(word.getBytes(c), StandardCharsets.ISO_8859_1)));
  }
}
