package org.lifecircle.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.read.ListAppender;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lifecircle.model.Layer;
import org.lifecircle.model.programme.RecordKind;
import org.lifecircle.store.RecordDeed;
import org.lifecircle.store.RecordStore;
import org.lifecircle.town.DrawnTown;
import org.slf4j.LoggerFactory;

/** Records over HTTP: who may see and write them, and that names never come out. */
class RecordsTest {

  /** A house of six floors beside the kindergarten, and a yard behind a wall. */
  private static final DrawnTown YARD =
      DrawnTown.of(
          """
          ###########
          #BBC..K.aA#
          #.......a.#
          ###########
          K: kindergarten
          """);

  private static final String AREA = "/areas/yard";
  private static final String CANARY = "金丝雀CANARY";
  private static final AccessRules RULES =
      new AccessRules(
          Role.VIEWER,
          List.of(
              token("小王", Role.PLANNER),
              token("登记员", Role.REGISTRAR),
              token("访客", Role.VIEWER),
              token("管理员", Role.ADMIN)));

  @TempDir Path folder;
  private Served served;

  @SuppressWarnings("NullAway.Init") // JUnit sees to it
  RecordsTest() {}

  private static AccessRules.Token token(String name, Role role) {
    return new AccessRules.Token(name, role, AccessRules.hash("secret-" + role.code()));
  }

  private static String[] as(Role role) {
    return new String[] {"Authorization", "Bearer secret-" + role.code()};
  }

  @BeforeEach
  void serve() throws IOException {
    served = Served.of(folder, ServerSettings.USUAL.at("127.0.0.1", 0), RULES);
    Served.keep(served.workspace(), Served.inXigong("yard", YARD.area()));
  }

  @AfterEach
  void stop() {
    served.close();
  }

  private HttpResponse<String> post(String kind, String json, Role role) throws Exception {
    return served.send("POST", AREA + "/" + kind, json, as(role));
  }

  private JsonNode json(String address) throws Exception {
    HttpResponse<String> response = served.get(AREA + address);
    assertStatus(200, response);
    return Served.parse(response.body());
  }

  private static void assertStatus(int status, HttpResponse<String> response) {
    assertEquals(status, response.statusCode(), response.body());
  }

  private static String flats(int floors) {
    return IntStream.rangeClosed(1, floors)
        .mapToObj(
            f ->
                "{\"flat\":\"%d01\",\"floor\":%d,\"area_m2\":70,\"person\":\"%s\"}"
                    .formatted(f, f, CANARY))
        .collect(Collectors.joining(",", "[", "]"));
  }

  private static String lift(String more) {
    return """
        {"id":"l-1","entrance_id":"C","type":"level","cost_yuan":450000,"flats":%s,
         "wished_on":"2022-01-10"%s}"""
        .formatted(flats(6), more);
  }

  private static String ballot(int owners, int yes, String more) {
    String votes =
        IntStream.range(0, yes)
            .mapToObj(
                i ->
                    """
                    {"owner":"%s%d","person":"%s","area_m2":70,"choice":"yes",
                     "cast_on":"2022-03-02","evidence":"%s"}"""
                        .formatted(CANARY, i, CANARY, CANARY))
            .collect(Collectors.joining(",", "[", "]"));
    return """
        {"id":"v-1","subject":"lifts/l-1","matter":"major","scope":"unit","place":"C",
         "owners":%d,"area_m2":%d,"opened_on":"2022-03-01","votes":%s%s}"""
        .formatted(owners, 70 * owners, votes, more);
  }

  private static String opinion(int n, int household) {
    return """
        {"id":"o-%d","compound_id":"c1","household":"%s%d","person":"%s","topic":"wish",
         "about":"kindergarten","text":"%s","given_on":"2022-02-0%d"}"""
        .formatted(n, CANARY, household, CANARY, CANARY, 1 + n % 9);
  }

  private static String works(String removed) {
    return """
        {"id":"k-1","name":"两院合一","compound_ids":["c1"],"items":[
          {"id":"walls","class":"improve","title":"拆墙","planned_on":"2022-01-01",
           "started_on":"2022-04-01","done_on":"2022-05-31","cost_yuan":12345.67,
           "removes":[{"layer":"walls","id":"%s","demolished_on":"2022-05-01"}]}]}"""
        .formatted(removed);
  }

  @Test
  void who_may_do_what_is_decided_by_the_token() throws Exception {
    HttpResponse<String> anonymous = served.send("POST", AREA + "/works", works("a"));
    assertStatus(401, anonymous);
    assertEquals("Bearer", anonymous.headers().firstValue("WWW-Authenticate").orElse(""));
    assertStatus(403, post("works", works("a"), Role.VIEWER));
    assertStatus(403, post("opinions", opinion(1, 1), Role.PLANNER));
    assertStatus(403, post("opinions", opinion(1, 1), Role.ADMIN));
    assertStatus(403, post("lifts", lift(""), Role.PLANNER)); // it names people
    assertStatus(201, post("works", works("a"), Role.PLANNER));
    assertStatus(201, post("opinions", opinion(1, 1), Role.REGISTRAR));
    assertStatus(201, post("lifts", lift(""), Role.REGISTRAR));
    assertStatus(401, served.get(AREA + "/works", "Authorization", "Bearer guessed"));
    assertStatus(403, served.get(AREA + "/opinions/o-1", as(Role.PLANNER)));
    assertStatus(200, served.get(AREA + "/opinions/o-1", as(Role.REGISTRAR)));
    String scenario = "{\"id\":\"s\",\"changes\":[]}";
    assertStatus(401, served.send("POST", AREA + "/scenarios", scenario));
    assertStatus(403, served.send("POST", AREA + "/scenarios", scenario, as(Role.REGISTRAR)));
    assertStatus(201, served.send("POST", AREA + "/scenarios", scenario, as(Role.PLANNER)));
    assertStatus(200, served.get("/health/live"));
  }

  @Test
  void every_write_is_audited_with_the_tokens_name_and_rests_on_a_revision() throws Exception {
    HttpResponse<String> made = post("works", works("a"), Role.PLANNER);
    String path = AREA + "/works/k-1";
    String tag = made.headers().firstValue("ETag").orElseThrow();
    String[] stale = {"Authorization", "Bearer secret-registrar", "If-Match", "\"r9\""};
    String[] good = {"Authorization", "Bearer secret-registrar", "If-Match", tag};

    assertStatus(409, post("works", works("a"), Role.PLANNER));
    assertStatus(428, served.send("PUT", path, works("w1"), as(Role.PLANNER)));
    assertStatus(412, served.send("PUT", path, works("w1"), stale));
    assertStatus(200, served.send("PUT", path, works("w1"), good));
    assertStatus(412, served.send("DELETE", path, "", good));
    String[] now = {"Authorization", "Bearer secret-admin", "If-Match", "\"r2\""};
    assertStatus(204, served.send("DELETE", path, "", now));
    assertStatus(404, served.get(path));

    try (RecordStore store = RecordStore.of(served.workspace())) {
      List<String> deeds =
          store.audit("yard").stream()
              .map((RecordDeed d) -> d.deed() + " " + d.id() + " r" + d.revision() + " " + d.who())
              .toList();
      assertEquals(List.of("create k-1 r1 小王", "replace k-1 r2 登记员", "delete k-1 r3 管理员"), deeds);
    }
  }

  @Test
  void a_lift_is_followed_from_wish_to_vote_to_shares_to_approval_to_the_ledger() throws Exception {
    assertStatus(201, post("lifts", lift(""), Role.REGISTRAR));
    assertStatus(201, post("votes", ballot(6, 5, ""), Role.REGISTRAR));

    JsonNode voted = json("/lifts/l-1?as_of=2022-03-31&lang=en");
    assertEquals("voted", voted.get("stage").asText());
    assertFalse(voted.get("lawful").asBoolean());
    assertEquals("there is no planning approval yet", voted.at("/missing/0").asText());
    assertEquals(1, voted.get("missing").size());
    assertEquals("360000.0", voted.get("net_yuan").asText());
    double paid = 0;
    for (JsonNode floor : voted.get("by_floor")) {
      paid += floor.get("pay_yuan").asDouble();
    }
    assertEquals(360_000, paid, 1e-6);

    String approved =
        ",\"approved_on\":\"2022-05-01\",\"approval_no\":\"no 1\",\"started_on\":\"2022-06-01\","
            + "\"registered_on\":\"2022-11-30\"";
    String[] headers = {"Authorization", "Bearer secret-registrar", "If-Match", "\"r1\""};
    assertStatus(200, served.send("PUT", AREA + "/lifts/l-1", lift(approved), headers));
    assertEquals(0, figure("2022-11-29", "lifts_added").get("value").asDouble());
    JsonNode added = figure("2022-11-30", "lifts_added");
    assertEquals(1, added.get("value").asDouble());
    assertEquals("lifts/l-1", added.at("/records/0").asText());
    assertEquals("registered", json("/lifts/l-1?as_of=2022-11-30").get("stage").asText());

    JsonNode gain = json("/lift-gains?group=wheelchair&f=json").at("/features/0/properties");
    assertEquals("C", gain.get("id").asText());
    assertEquals(2 * 5 / 6.0, gain.get("residents_released").asDouble(), 1e-3);
    assertTrue(gain.at("/floors/5/seconds_before").isNull());
    assertTrue(gain.at("/floors/5/seconds_after").asInt() > 0);
    String scenario =
        """
        {"id":"lift","changes":[{"type":"retrofit_lift","entrance_id":"C","lift":"level"}]}""";
    assertStatus(201, served.send("POST", AREA + "/scenarios", scenario, as(Role.PLANNER)));
    String wheels = "/coverage?by=area&criterion=time&group=wheelchair&door_to_door=true";
    double before = json(wheels).at("/rows/0/residents_unreachable").asDouble();
    double after = json("/scenarios/lift" + wheels).at("/rows/0/residents_unreachable").asDouble();
    assertEquals(2 * 5 / 6.0, before - after, 1e-3, "who were shut in can get out");
  }

  private JsonNode figure(String day, String id) throws Exception {
    for (JsonNode figure : json("/ledger?as_of=" + day).get("figures")) {
      if (figure.get("id").asText().equals(id)) {
        return figure;
      }
    }
    throw new AssertionError(id);
  }

  @Test
  void residents_in_the_circle_are_those_of_the_scenario_of_the_works() throws Exception {
    String best = "";
    double most = 0;
    for (String wall : List.of("a", "w1", "w2")) {
      String scenario =
          "{\"id\":\"no-%s\",\"changes\":[{\"type\":\"remove_wall\",\"id\":\"%s\"}]}"
              .formatted(wall, wall);
      assertStatus(201, served.send("POST", AREA + "/scenarios", scenario, as(Role.PLANNER)));
      double covered =
          json("/scenarios/no-" + wall + "/coverage?by=area")
              .at("/rows/0/residents_covered")
              .asDouble();
      if (covered > most) {
        most = covered;
        best = wall;
      }
    }
    double before = json("/coverage?by=area").at("/rows/0/residents_covered").asDouble();
    assertTrue(most > before, "a wall whose removal helps: " + best);
    assertStatus(201, post("works", works(best), Role.PLANNER));

    assertEquals(before, figure("2022-04-30", "residents_in_circle").get("value").asDouble(), 1e-3);
    assertEquals(most, figure("2022-05-01", "residents_in_circle").get("value").asDouble(), 1e-3);

    String[] headers = {"Authorization", "Bearer secret-planner", "If-Match", "\"r1\""};
    assertStatus(204, served.send("DELETE", AREA + "/works/k-1", "", headers));
    assertEquals(before, figure("2022-05-01", "residents_in_circle").get("value").asDouble(), 1e-3);
  }

  @Test
  void opinions_are_told_as_sums_of_ten_households_each_heard_once() throws Exception {
    for (int i = 0; i < 9; i++) {
      assertStatus(201, post("opinions", opinion(i, i), Role.REGISTRAR));
    }
    assertStatus(201, post("opinions", opinion(9, 8), Role.REGISTRAR)); // said again
    assertEquals(0, json("/opinions").get("sums").size());

    assertStatus(201, post("opinions", opinion(10, 10), Role.REGISTRAR));

    JsonNode sums = json("/opinions").get("sums");
    assertEquals(1, sums.size());
    assertEquals(10, sums.at("/0/households").asInt());
    assertEquals("kindergarten", sums.at("/0/about").asText());
  }

  @Test
  void votes_are_told_once_they_are_closed_and_ten_took_part() throws Exception {
    assertStatus(201, post("votes", ballot(12, 11, ""), Role.REGISTRAR));
    JsonNode open = json("/votes/v-1?as_of=2022-03-31");
    assertTrue(open.get("suppressed").asBoolean());
    assertFalse(open.has("approved_heads"), open.toString());
    assertFalse(open.has("lawful"), open.toString());

    String[] headers = {"Authorization", "Bearer secret-registrar", "If-Match", "\"r1\""};
    String closed = ",\"closed_on\":\"2022-03-20\"";
    assertStatus(200, served.send("PUT", AREA + "/votes/v-1", ballot(12, 11, closed), headers));
    JsonNode told = json("/votes/v-1?as_of=2022-03-31");
    assertEquals(11, told.get("approved_heads").asInt());
    assertTrue(told.get("lawful").asBoolean());
    assertFalse(json("/votes/v-1?as_of=2022-03-19").has("approved_heads"), "the day before");

    String[] again = {"Authorization", "Bearer secret-registrar", "If-Match", "\"r2\""};
    assertStatus(200, served.send("PUT", AREA + "/votes/v-1", ballot(9, 9, closed), again));
    JsonNode few = json("/votes/v-1?as_of=2022-03-31");
    assertTrue(few.get("suppressed").asBoolean());
    assertFalse(few.has("approved_heads"), few.toString());
    assertTrue(few.get("lawful").asBoolean(), "that it passed is public");
  }

  @Test
  void what_breaks_a_rule_is_refused_with_the_rule_and_nothing_is_written() throws Exception {
    refused("votes", ballot(5, 6, ""), "over 100 %");
    refused("votes", "[" + ballot(12, 1, "") + "," + ballot(12, 1, "") + "]", "comes twice");
    refused(
        "votes",
        ballot(12, 2, "").replace(CANARY + "1", CANARY + "0"),
        "each owner once, and one has voted twice");
    refused("lifts", lift("").replace("\"floor\":6", "\"floor\":7"), "floor 7 of a house of 6");
    refused("lifts", lift(",\"subsidy_yuan\":500000"), "not above the cost");
    refused("lifts", lift(",\"approved_on\":\"2021-01-01\",\"approval_no\":\"x\""), "reversed");
    refused("lifts", lift("").replace("\"C\"", "\"nowhere\""), "no such stairwell");
    refused(
        "lifts",
        lift(
            ",\"compensation\":{\"area_m2\":14,\"cost_yuan\":1,\"payer\":\"x\","
                + "\"beneficiary\":\"101\",\"payers\":[]}"),
        "needs its planning approval");
    refused("works", works("nothing"), "no such wall or structure");
    String fees =
        """
        {"id":"m-1","compound_id":"c1","mode":"professional","contract_on":"2022-01-01",
         "periods":[{"from":"2022-01-01","to":"2022-12-31","receivable_yuan":1000,
           "received_yuan":10,"households_paying":3,"source":"x"}]}""";
    refused("management", fees, "needs its denominator");
    for (RecordKind kind : RecordKind.values()) {
      JsonNode list = Served.parse(served.get(AREA + "/" + kind.code(), as(Role.REGISTRAR)).body());
      assertEquals(0, list.get("records").size(), kind.code());
    }
  }

  private void refused(String kind, String json, String rule) throws Exception {
    String[] headers = {
      "Authorization", "Bearer secret-registrar", "Accept-Language", "en", "X-Test", "1"
    };
    HttpResponse<String> response = served.send("POST", AREA + "/" + kind, json, headers);
    assertStatus(422, response);
    assertTrue(response.body().contains(rule), response.body());
    assertFalse(response.body().contains(CANARY), response.body());
  }

  @Test
  void a_canarys_name_is_in_no_answer_no_log_and_no_error() throws Exception {
    Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    ListAppender<ILoggingEvent> log = new ListAppender<>();
    log.start();
    root.addAppender(log);
    try {
      String sunroom =
          """
          ,"compensation":{"area_m2":14,"cost_yuan":10000,"payer":"upstairs","beneficiary":"101",
           "payers":["201"],"approval_no":"y","approved_on":"2022-02-01"}""";
      assertStatus(201, post("lifts", lift(sunroom), Role.REGISTRAR));
      assertStatus(
          201, post("votes", ballot(12, 11, ",\"closed_on\":\"2022-03-20\""), Role.REGISTRAR));
      List<String> opinions = new ArrayList<>();
      for (int i = 0; i < 12; i++) {
        opinions.add(opinion(i, i));
      }
      assertStatus(201, post("opinions", opinions.toString(), Role.REGISTRAR));
      String consent =
          """
          {"id":"a-1","layer":"walls","feature_id":"a","person":"%s","document":"%s",
           "asked_on":"2022-01-01"}"""
              .formatted(CANARY, CANARY);
      assertStatus(201, post("consents", consent, Role.REGISTRAR));
      assertStatus(201, post("works", works("a"), Role.PLANNER));
      String scenario = "{\"id\":\"s\",\"changes\":[{\"type\":\"remove_wall\",\"id\":\"a\"}]}";
      assertStatus(201, served.send("POST", AREA + "/scenarios", scenario, as(Role.PLANNER)));
      // Attempts that fail: broken JSON, wrong members, wrong values, by those who may and may not.
      List<String> bodies =
          List.of(
              "{\"id\":\"" + CANARY + "\"",
              "{\"" + CANARY + "\":1}",
              "{\"id\":\""
                  + CANARY
                  + "\",\"given_on\":\""
                  + CANARY
                  + "\",\"topic\":\""
                  + CANARY
                  + "\"}",
              "[" + opinion(1, 1) + "]");
      for (RecordKind kind : RecordKind.values()) {
        for (String body : bodies) {
          for (Role role : List.of(Role.VIEWER, Role.PLANNER, Role.REGISTRAR, Role.ADMIN)) {
            HttpResponse<String> refused = post(kind.code(), body, role);
            assertTrue(refused.statusCode() >= 400, refused.body());
            assertSilent(kind.code() + " refused", refused);
          }
        }
      }
      for (Role role : List.of(Role.NONE, Role.VIEWER, Role.PLANNER, Role.ADMIN)) {
        for (String address : everywhere()) {
          assertSilent(
              address, role == Role.NONE ? served.get(address) : served.get(address, as(role)));
        }
      }
      HttpResponse<String> seen = served.get(AREA + "/votes/v-1", as(Role.REGISTRAR));
      assertTrue(seen.body().contains(CANARY), "the registrar sees it, so the test can see");
      assertEquals("no-store", seen.headers().firstValue("Cache-Control").orElse(""));
      for (ILoggingEvent event : log.list) {
        String text = event.getFormattedMessage();
        if (event.getThrowableProxy() != null) {
          text += ThrowableProxyUtil.asString(event.getThrowableProxy());
        }
        assertFalse(text.contains(CANARY), text);
      }
    } finally {
      root.detachAppender(log);
    }
  }

  private static void assertSilent(String address, HttpResponse<String> response) {
    String all = response.body() + response.headers().map();
    assertFalse(all.contains(CANARY) || all.contains("CANARY"), address + ": " + all);
  }

  /** Every route there is, in every form it has, of the baseline and of a scenario. */
  private static List<String> everywhere() {
    List<String> all = new ArrayList<>(List.of("/", "/areas", "/health/live", "/health/ready"));
    List<String> bases = List.of(AREA, AREA + "/scenarios/s");
    for (String base : bases) {
      for (Routes.AreaRoute route : Routes.OF_AREA) {
        if (route.path().contains("{") || route.path().contains("<")) {
          continue;
        }
        for (String form : List.of("json", "geojson", "csv", "html")) {
          all.add(base + route.path() + "?f=" + form);
        }
        all.add(base + route.path());
      }
      for (Layer layer : Layer.values()) {
        all.add(base + "/collections/" + layer.code() + "/items?limit=1000");
      }
      for (String result :
          List.of("coverage", "gaps", "freed_spaces", "sites", "lanes", "openings", "issues")) {
        all.add(base + "/collections/" + result + "/items?limit=1000");
      }
      all.add(base + "/explain?building=b1&requirement=kindergarten_5");
      all.add(base + "/ledger?as_of=2022-12-31");
      all.add(base + "/ledger?as_of=2022-12-31&by=compound&f=csv");
      all.add(base + "/jobs");
    }
    for (RecordKind kind : RecordKind.values()) {
      all.add(AREA + "/" + kind.code());
      all.add(AREA + "/" + kind.code() + "?as_of=2022-12-31&lang=zh");
      for (String id : List.of("l-1", "v-1", "o-1", "a-1", "k-1", "nothing")) {
        all.add(AREA + "/" + kind.code() + "/" + id);
      }
    }
    all.add(AREA + "/scenarios");
    all.add(AREA + "/versions");
    all.add(AREA + "/versions/1/diff?since=1");
    return all;
  }
}
