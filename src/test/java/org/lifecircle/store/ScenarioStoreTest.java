package org.lifecircle.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** What holds wherever scenarios are kept. */
@ParameterizedClass
@EnumSource(Kept.class)
class ScenarioStoreTest {

  private static final String AREA = "xigong";

  private final Kept kept;
  @TempDir Path folder;

  ScenarioStoreTest(Kept kept) {
    this.kept = kept;
  }

  private final List<Workspace> opened = new ArrayList<>();
  private String place = "";

  @BeforeEach
  void findPlace() {
    place = kept.newPlace(folder);
  }

  private ScenarioStore open() {
    Workspace workspace = Kept.open(place);
    opened.add(workspace);
    return ScenarioStore.of(workspace);
  }

  @AfterEach
  void close() {
    opened.forEach(Workspace::close);
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
}
