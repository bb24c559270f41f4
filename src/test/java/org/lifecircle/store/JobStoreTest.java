package org.lifecircle.store;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** What holds wherever long computations are kept. */
@ParameterizedClass
@EnumSource(Kept.class)
class JobStoreTest {

  private static final Instant NOON = Instant.parse("2026-11-26T12:00:00.123456Z");

  private final Kept kept;
  @TempDir Path folder;

  JobStoreTest(Kept kept) {
    this.kept = kept;
  }

  private static KeptJob job(String id, int seconds) {
    return KeptJob.accepted(
        id,
        "xigong",
        seconds == 0 ? null : "east",
        "plans",
        "{\"预算\":1}",
        NOON.plusSeconds(seconds));
  }

  @Test
  void jobs_outlive_the_server_and_those_it_was_at_have_failed() {
    String place = kept.newPlace(folder);
    KeptJob done = job("a", 0).running(NOON).successful("{\"好\":true}", NOON.plusSeconds(9));
    KeptJob running = job("b", 1).running(NOON.plusSeconds(1));
    KeptJob waiting = job("c", 2);
    try (Workspace workspace = Kept.open(place);
        JobStore jobs = JobStore.of(workspace)) {
      jobs.put(job("a", 0));
      jobs.put(done);
      jobs.put(running);
      jobs.put(waiting);
      jobs.put(job("d", 3));
      jobs.remove("d");
    }

    try (Workspace workspace = Kept.open(place);
        JobStore jobs = JobStore.of(workspace)) {
      assertEquals(List.of(waiting, running, done), jobs.list("xigong"));
      assertEquals(List.of(), jobs.list("elsewhere"));
      assertEquals(Optional.empty(), jobs.find("d"));

      jobs.failUnfinished("stopped", NOON.plusSeconds(60));

      assertEquals(Optional.of(done), jobs.find("a"));
      assertEquals(Optional.of(running.failed("stopped", NOON.plusSeconds(60))), jobs.find("b"));
      assertEquals(Optional.of(waiting.failed("stopped", NOON.plusSeconds(60))), jobs.find("c"));
    }
  }
}
