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

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lifecircle.model.programme.RecordKind;
import org.lifecircle.store.RecordDeed;
import org.lifecircle.store.RecordStore;

/** Records over HTTP: who may see and write them, and that names never come out. */
class RecordsTest {

  @TempDir Path folder;
  private Served served;

  @SuppressWarnings("NullAway.Init") // JUnit sees to it
  RecordsTest() {}

  @BeforeEach
  void serve() throws IOException {
    served = RecordTown.serve(folder);
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

  @Test
  void the_api_document_has_every_kind_of_record_and_what_may_be_done_with_one() throws Exception {
    assertStatus(201, post("works", works("a"), Role.PLANNER));
    JsonNode paths = json("/api").get("paths");

    for (RecordKind kind : RecordKind.values()) {
      JsonNode all = paths.get("/" + kind.code());
      JsonNode one = paths.get("/" + kind.code() + "/{record}");
      assertTrue(all.at("/post/requestBody/content").has("application/json"), kind.code());
      assertTrue(all.at("/post/responses").has("201"), kind.code());
      assertEquals("If-Match", one.at("/put/parameters/1/name").asText());
      assertTrue(one.at("/delete/responses").has("204"), kind.code());
      for (JsonNode name : schema(all.get("get"), "200").get("required")) {
        assertTrue(json("/" + kind.code()).has(name.asText()), kind.code() + " " + name);
      }
      for (String wrong : List.of("f=csv", "lang=fr", "as_of=yesterday", "surprise=1")) {
        assertStatus(400, served.get(AREA + "/" + kind.code() + "?" + wrong));
      }
    }
    for (JsonNode name : schema(paths.at("/~1works~1{record}/get"), "200").get("required")) {
      assertTrue(json("/works/k-1").has(name.asText()), name.asText());
    }
  }

  private static JsonNode schema(JsonNode operation, String status) {
    return operation.at("/responses/" + status + "/content/application~1json/schema");
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
  void money_is_told_without_exponents() throws Exception {
    assertStatus(201, post("works", works("a").replace("12345.67", "7200.0"), Role.PLANNER));

    String told = served.get(AREA + "/works/k-1").body();

    assertTrue(told.contains("\"cost_yuan\":7200"), told);
    assertFalse(told.contains("E+"), told);
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
  void a_plan_of_what_is_agreed_takes_down_only_what_every_owner_agreed_to() throws Exception {
    String only = "{\"budget_yuan\":1000000,\"kinds\":[],\"agreed_only\":true}";
    JsonNode none = planned(only);
    assertFalse(none.get("feasible").asBoolean(), none.toString());
    JsonNode free = planned("{\"budget_yuan\":1000000,\"kinds\":[]}");
    String wall = free.at("/phases/0/changes/0/id").asText();
    assertEquals("remove_wall", free.at("/phases/0/changes/0/type").asText(), free.toString());

    assertStatus(201, post("consents", consent("y-1", wall, "一厂", true), Role.REGISTRAR));
    JsonNode agreed = planned(only);
    assertTrue(agreed.get("feasible").asBoolean(), agreed.toString());
    for (JsonNode phase : agreed.get("phases")) {
      for (JsonNode change : phase.get("changes")) {
        assertEquals(wall, change.get("id").asText());
      }
    }

    assertStatus(201, post("consents", consent("y-2", wall, "二厂", false), Role.REGISTRAR));
    assertFalse(planned(only).get("feasible").asBoolean(), "another owner refused");
  }

  private static String consent(String id, String wall, String unit, boolean agreed) {
    return """
        {"id":"%s","layer":"walls","feature_id":"%s","owner_unit":"%s","asked_on":"2022-01-01",
         "answered_on":"2022-02-01","agreed":%s}"""
        .formatted(id, wall, unit, agreed);
  }

  @Test
  void a_plan_that_heeds_wishes_counts_what_ten_households_wish_for_more() throws Exception {
    String heeding = "{\"budget_yuan\":1000000,\"kinds\":[],\"opinions\":true}";
    for (int i = 0; i < 9; i++) {
      assertStatus(201, post("opinions", opinion(i, i), Role.REGISTRAR));
    }
    JsonNode few = planned(heeding);
    assertStatus(201, post("opinions", opinion(9, 9), Role.REGISTRAR));
    JsonNode ten = planned(heeding);

    double gained = ten.get("residents_gained").asDouble();
    assertTrue(gained > 0);
    assertEquals(gained, few.get("objective").asDouble(), 1e-3);
    assertEquals(0, few.get("weights").size(), "nine are not heard");
    assertEquals(2, ten.at("/weights/kindergarten_5").asDouble());
    assertEquals(2 * gained, ten.get("objective").asDouble(), 1e-3);
    assertEquals(gained, few.get("residents_gained").asDouble(), 1e-3);
  }

  @Test
  void a_plan_takes_lifts_in_and_its_scenario_lets_out_whom_it_promised() throws Exception {
    String request =
        """
        {"budget_yuan":0,"kinds":[],"groups":["wheelchair"],"lifts":{"budget_yuan":%s}%s}""";

    JsonNode plan = planned(request.formatted("100000", ""));
    JsonNode lifts = plan.get("lifts");

    assertEquals(1, lifts.get("changes").size(), plan.toString());
    assertEquals("C", lifts.at("/changes/0/id").asText());
    assertEquals(100_000, lifts.get("subsidy_yuan").asDouble());
    assertEquals(2 * 5 / 6.0, lifts.get("residents_released").asDouble(), 1e-3);
    String wheels = "/coverage?by=area&criterion=time&group=wheelchair&door_to_door=true";
    double before = json(wheels).at("/rows/0/residents_unreachable").asDouble();
    String scenario = "/scenarios/" + plan.get("scenario").asText();
    double after = json(scenario + wheels).at("/rows/0/residents_unreachable").asDouble();
    assertEquals(lifts.get("residents_released").asDouble(), before - after, 1e-3);
    String gained = "/comparison?by=requirement&criterion=time&group=wheelchair&door_to_door=true";
    assertEquals(
        lifts.get("residents_gained").asDouble(),
        json(scenario + gained).at("/rows/0/residents_gained").asDouble(),
        1e-3);

    assertEquals(
        0, planned(request.formatted("99999", "")).at("/lifts/changes").size(), "too little money");
    String agreed = request.formatted("100000", ",\"agreed_only\":true");
    assertEquals(0, planned(agreed).at("/lifts/changes").size(), "nobody has voted");
    String approved = ",\"approved_on\":\"2022-05-01\",\"approval_no\":\"no 1\"";
    assertStatus(201, post("lifts", lift(approved), Role.REGISTRAR));
    assertStatus(201, post("votes", ballot(6, 5, ""), Role.REGISTRAR));
    JsonNode voted = planned(agreed).get("lifts");
    assertEquals(1, voted.get("changes").size(), voted.toString());
    assertEquals(90_000, voted.get("subsidy_yuan").asDouble(), "by its plan: a fifth of 450 000");

    assertStatus(422, post("plans", request.formatted("-1", ""), Role.PLANNER));
  }

  private JsonNode planned(String request) throws Exception {
    HttpResponse<String> created = post("plans", request, Role.PLANNER);
    assertStatus(201, created);
    String job = URI.create(created.headers().firstValue("Location").orElseThrow()).getPath();
    for (int i = 0; i < 3000; i++) {
      String status = Served.parse(served.get(job).body()).get("status").asText();
      if (!List.of("accepted", "running").contains(status)) {
        assertEquals("successful", status);
        return Served.parse(served.get(job + "/results").body());
      }
      Thread.sleep(20);
    }
    throw new AssertionError("the plan takes more than a minute");
  }
}
