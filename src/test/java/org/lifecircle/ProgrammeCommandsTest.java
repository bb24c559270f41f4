package org.lifecircle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The renewal programme of the demo on the command line, in the words of the API. */
class ProgrammeCommandsTest {

  private static final ObjectMapper JSON = new ObjectMapper();

  @TempDir static Path folder;

  @BeforeAll
  static void load() throws Exception {
    Demo.load(folder);
  }

  private static Demo.Said run(String command, String... words) {
    String[] all = new String[words.length + 4];
    all[0] = command;
    all[1] = "--workspace";
    all[2] = folder.toString();
    all[3] = "xigong";
    System.arraycopy(words, 0, all, 4, words.length);
    return Demo.run(all);
  }

  @Test
  void a_lift_is_followed_from_vote_to_shares_to_approval_to_whom_it_helps() throws Exception {
    JsonNode lift = JSON.readTree(run("lifts", "l-1", "--as-of", "2022-08-01", "--json").out());

    assertEquals("registered", lift.get("stage").asText());
    assertEquals(12, lift.at("/votes/0/approved_heads").asInt());
    assertTrue(lift.at("/fit/fits").asBoolean());
    double paid = 0;
    for (JsonNode floor : lift.get("by_floor")) {
      paid += floor.get("pay_yuan").asDouble();
    }
    assertEquals(360_000, paid, 1e-6);
    JsonNode top = lift.at("/gains/floors/5");
    assertTrue(top.get("seconds_after").asInt() < top.get("seconds_before").asInt());

    String told = run("lifts", "l-1", "--as-of", "2022-05-01").out();
    assertTrue(told.contains("of 12, 12 took part and 12 agreed"), told);
    assertTrue(told.contains("93278.35"), told);
    assertTrue(told.contains("under way 2022-02-01"), told);
    assertFalse(told.contains("registered"), "not yet: " + told);
  }

  @Test
  void lifts_are_listed_with_how_far_they_are() {
    Demo.Said list = run("lifts", "--as-of", "2022-05-01");

    assertEquals(8, list.out().lines().filter(line -> line.startsWith("l-")).count(), list.out());
    assertTrue(list.out().lines().anyMatch(line -> line.matches("l-7 .*voted down.*")), list.out());
    assertFalse(list.out().contains("住户"), "nobody is named");
    assertEquals(2, run("lifts", "l-99").exitCode());
    assertEquals(2, run("lifts", "--as-of", "soon").exitCode());
  }

  @Test
  void the_ledger_is_read_beside_the_newspaper_as_of_a_day() throws Exception {
    String told = run("ledger", "--as-of", "2022-05-01").out();

    assertEquals(28, told.lines().skip(3).filter(line -> !line.isBlank()).count(), told);
    assertTrue(told.lines().anyMatch(l -> l.matches("Walls demolished +c-xigongdi .*1 200\\+ m")));
    JsonNode before = JSON.readTree(run("ledger", "--as-of", "2020-01-01", "--json").out());
    assertEquals(0, before.at("/figures/5/value").asDouble());
  }

  @Test
  void a_token_is_shown_once_and_its_line_has_only_its_hash() {
    Demo.Said made = Demo.run("token", "登记员", "--role", "registrar");

    String token = made.out().lines().findFirst().orElseThrow().replaceFirst(".*: ?", "");
    assertTrue(token.matches("[\\w-]{43}"), made.out());
    assertEquals(1, made.out().split(token, -1).length - 1);
    assertTrue(made.out().contains(org.lifecircle.api.AccessRules.hash(token)), made.out());
    assertEquals(2, Demo.run("token", "x", "--role", "king").exitCode());
  }
}
