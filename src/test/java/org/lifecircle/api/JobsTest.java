package org.lifecircle.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lifecircle.store.JobStatus;
import org.lifecircle.store.JobStore;
import org.lifecircle.store.KeptJob;
import org.lifecircle.store.Workspace;

/** One job at a time, one waiting, the rest sent away; and what is left after the server. */
class JobsTest {

  @TempDir Path folder;
  private Workspace workspace = Workspace.at(Path.of("."));

  @BeforeEach
  void makeWorkspace() {
    workspace = Workspace.at(folder);
  }

  private Jobs jobs() {
    return new Jobs(JobStore.of(workspace), 1, 1);
  }

  private static KeptJob submit(Jobs jobs, Jobs.Work work) {
    return jobs.submit("town", null, "plans", "{}", work);
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static KeptJob over(Jobs jobs, String id) throws InterruptedException {
    while (true) {
      KeptJob job = jobs.find(id).orElseThrow();
      if (job.status().isOver()) {
        return job;
      }
      Thread.sleep(5);
    }
  }

  @Test
  void one_is_computed_one_waits_and_the_third_is_sent_away() throws Exception {
    CountDownLatch begun = new CountDownLatch(1);
    CountDownLatch go = new CountDownLatch(1);
    try (Jobs jobs = jobs()) {
      KeptJob first =
          submit(
              jobs,
              running -> {
                running.at(0.4, 6, 8);
                begun.countDown();
                await(go);
                return Map.of("done", 1);
              });
      begun.await();
      KeptJob second = submit(jobs, running -> Map.of("done", 2));

      ProblemException refused =
          assertThrows(ProblemException.class, () -> submit(jobs, running -> Map.of()));

      assertEquals(429, refused.status());
      assertEquals(30, refused.problem().retryAfterSeconds());
      assertEquals(2, jobs.list("town").size());
      assertEquals(JobStatus.RUNNING, jobs.find(first.id()).orElseThrow().status());
      assertEquals(JobStatus.ACCEPTED, jobs.find(second.id()).orElseThrow().status());
      assertEquals(40, jobs.running(first.id()).orElseThrow().progress());
      assertEquals(8.0, jobs.running(first.id()).orElseThrow().bound());
      go.countDown();
      assertEquals("{\"done\":1}", over(jobs, first.id()).result());
      assertEquals("{\"done\":2}", over(jobs, second.id()).result());
    }
  }

  @Test
  void a_dismissed_job_is_so_at_once_and_whoever_works_at_it_is_told() throws Exception {
    CountDownLatch begun = new CountDownLatch(1);
    CountDownLatch stopped = new CountDownLatch(1);
    try (Jobs jobs = jobs()) {
      KeptJob job =
          submit(
              jobs,
              running -> {
                begun.countDown();
                try {
                  while (true) {
                    running.at(0.1);
                    Thread.onSpinWait();
                  }
                } finally {
                  stopped.countDown();
                }
              });
      begun.await();

      KeptJob next = submit(jobs, running -> Map.of("done", 1));
      KeptJob after = jobs.dismiss(jobs.find(job.id()).orElseThrow());

      stopped.await();
      assertEquals(JobStatus.SUCCESSFUL, over(jobs, next.id()).status(), "the worker is free");
      assertEquals(JobStatus.DISMISSED, after.status());
      assertEquals(JobStatus.DISMISSED, over(jobs, job.id()).status());
    }
  }

  @Test
  void results_outlive_the_server_and_what_it_was_at_has_failed() throws Exception {
    CountDownLatch begun = new CountDownLatch(1);
    CountDownLatch never = new CountDownLatch(1);
    String done;
    String cutOff;
    try (Jobs jobs = jobs()) {
      done = submit(jobs, running -> Map.of("answer", 42)).id();
      over(jobs, done);
      cutOff =
          submit(
                  jobs,
                  running -> {
                    begun.countDown();
                    await(never);
                    return Map.of();
                  })
              .id();
      begun.await();
      try (Jobs next = jobs()) { // the first one has not closed: it was killed
        assertEquals("{\"answer\":42}", next.find(done).orElseThrow().result());
        KeptJob failed = next.find(cutOff).orElseThrow();
        assertEquals(JobStatus.FAILED, failed.status());
        assertTrue(String.valueOf(failed.message()).contains("The server stopped"));
      }
    }
  }

  @Test
  void what_goes_wrong_is_said() throws Exception {
    try (Jobs jobs = jobs()) {
      KeptJob ours =
          submit(
              jobs,
              running -> {
                throw new IllegalStateException("a bug");
              });

      KeptJob failed = over(jobs, ours.id());

      assertEquals(JobStatus.FAILED, failed.status());
      assertTrue(String.valueOf(failed.message()).contains("a bug"));
    }
  }
}
