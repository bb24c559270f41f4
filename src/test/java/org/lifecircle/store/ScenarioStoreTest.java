package org.lifecircle.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScenarioStoreTest {

  private static final String AREA = "xigong";

  @TempDir Path folder;

  private ScenarioStore open() {
    return ScenarioStore.of(Workspace.at(folder));
  }

  @Test
  void what_was_kept_is_there_when_the_program_starts_again() {
    KeptScenario made;
    try (ScenarioStore store = open()) {
      made = store.create(AREA, "east", 1, "{\"name\":\"东门\"}", "planner");
    }

    try (ScenarioStore store = open()) {
      assertEquals(Optional.of(made), store.find(AREA, "east"));
      assertEquals(List.of(made), store.list(AREA));
      assertEquals(List.of(), store.list("elsewhere"));
    }
  }

  @Test
  void an_edit_that_rests_on_an_old_revision_changes_nothing() {
    try (ScenarioStore store = open()) {
      store.create(AREA, "east", 1, "a", "one");
      KeptScenario second = store.replace(AREA, "east", 1, 1, "b", "two");

      ConflictException stale =
          assertThrows(
              ConflictException.class, () -> store.replace(AREA, "east", 1, 1, "c", "one"));
      assertThrows(ConflictException.class, () -> store.delete(AREA, "east", 1, "one"));

      assertEquals(2, stale.current());
      assertEquals(Optional.of(second), store.find(AREA, "east"));
      assertEquals("b", second.body());
    }
  }

  @Test
  void a_revision_is_never_given_out_twice_even_when_a_scenario_is_made_again() {
    try (ScenarioStore store = open()) {
      store.create(AREA, "east", 1, "a", "one");
      store.delete(AREA, "east", 1, "one");

      KeptScenario again = store.create(AREA, "east", 1, "a", "one");

      assertEquals(3, again.revision(), "made, deleted, made again");
      assertThrows(ConflictException.class, () -> store.replace(AREA, "east", 1, 1, "b", "two"));
    }
  }

  @Test
  void what_is_not_there_cannot_be_changed_and_what_is_there_not_made_again() {
    try (ScenarioStore store = open()) {
      ConflictException absent =
          assertThrows(ConflictException.class, () -> store.delete(AREA, "east", 1, "one"));
      assertNull(absent.current());

      store.create(AREA, "east", 1, "a", "one");
      assertThrows(ConflictException.class, () -> store.create(AREA, "east", 1, "b", "two"));
    }
  }

  @Test
  void eight_writers_in_two_programs_lose_nothing() throws Exception {
    int writers = 8;
    int edits = 25;
    try (ScenarioStore here = open();
        ScenarioStore there = open()) {
      here.create(AREA, "east", 1, "0", "start");
      ExecutorService pool = Executors.newFixedThreadPool(writers);
      List<Future<Integer>> conflicts = new ArrayList<>();
      for (int i = 0; i < writers; i++) {
        ScenarioStore mine = i % 2 == 0 ? here : there;
        Callable<Integer> counting = () -> countUp(mine, edits);
        conflicts.add(pool.submit(counting));
      }
      int met = 0;
      for (Future<Integer> each : conflicts) {
        met += each.get(60, TimeUnit.SECONDS);
      }
      pool.shutdown();

      KeptScenario last = here.find(AREA, "east").orElseThrow();
      assertEquals(String.valueOf(writers * edits), last.body());
      assertEquals(writers * edits + 1, last.revision());
      assertTrue(met > 0, "the writers never met: the test shows nothing");
    }
  }

  /** Adds one to the number kept, so many times, trying again whenever somebody else was first. */
  private static int countUp(ScenarioStore store, int edits) {
    int conflicts = 0;
    for (int done = 0; done < edits; ) {
      KeptScenario old = store.find(AREA, "east").orElseThrow();
      String next = String.valueOf(Integer.parseInt(old.body()) + 1);
      try {
        store.replace(AREA, "east", old.revision(), 1, next, "writer");
        done++;
      } catch (ConflictException e) {
        conflicts++;
      }
    }
    return conflicts;
  }

  @Test
  void an_edit_that_was_acknowledged_survives_kill_9() throws Exception {
    int rounds = Boolean.getBoolean("lifecircle.long") ? 50 : 5;
    int acknowledged = 0;
    for (int round = 0; round < rounds; round++) {
      acknowledged = Math.max(acknowledged, editUntilKilled(20 + 15 * round));
      try (ScenarioStore store = open()) {
        KeptScenario kept = store.find(AREA, "east").orElseThrow();
        assertTrue(kept.revision() >= acknowledged, kept.revision() + " < " + acknowledged);
        assertEquals("edit " + kept.revision(), kept.body());
      }
    }
  }

  /** The last revision a second program said it had written before it was killed. */
  private int editUntilKilled(int edits) throws IOException, InterruptedException {
    Process program =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                Editor.class.getName(),
                folder.toString())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    int last = 0;
    try (BufferedReader said = program.inputReader(StandardCharsets.UTF_8)) {
      for (int i = 0; i < edits; i++) {
        last = Integer.parseInt(said.readLine());
      }
      program.toHandle().destroyForcibly(); // the process's own method would close what it said
      for (String line = said.readLine(); line != null; line = said.readLine()) {
        last = Integer.parseInt(line);
      }
    }
    program.waitFor();
    return last;
  }

  /** Edits one scenario for ever, and says which revisions it has been promised. */
  static final class Editor {
    private Editor() {}

    public static void main(String[] arguments) {
      ScenarioStore store = ScenarioStore.of(Workspace.at(Path.of(arguments[0])));
      int revision =
          store
              .find(AREA, "east")
              .orElseGet(() -> store.create(AREA, "east", 1, "edit 1", "editor"))
              .revision();
      while (true) {
        revision =
            store.replace(AREA, "east", revision, 1, "edit " + (revision + 1), "editor").revision();
        System.out.println(revision);
        System.out.flush();
      }
    }
  }
}
