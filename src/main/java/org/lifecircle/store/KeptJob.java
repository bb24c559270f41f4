package org.lifecircle.store;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A long computation, as it is kept.
 *
 * @param scenario id of the one it is about; null for the baseline
 * @param process what is computed, for example {@code plans}
 * @param request what was asked, as JSON
 * @param progress 0 to 100
 * @param message what it does, or why it failed
 * @param result what came of it, as JSON; null until it has succeeded
 * @param startedAt null while it waits
 * @param finishedAt null until it has ended, however it did
 */
public record KeptJob(
    String id,
    String area,
    @Nullable String scenario,
    String process,
    String request,
    JobStatus status,
    int progress,
    @Nullable String message,
    @Nullable String result,
    Instant createdAt,
    @Nullable Instant startedAt,
    @Nullable Instant finishedAt) {

  /** A new one. */
  public static KeptJob accepted(
      String id,
      String area,
      @Nullable String scenario,
      String process,
      String request,
      Instant now) {
    return new KeptJob(
        id, area, scenario, process, request, JobStatus.ACCEPTED, 0, null, null, now, null, null);
  }

  /** The same, begun. */
  public KeptJob running(Instant now) {
    return with(JobStatus.RUNNING, 0, null, null, now, null);
  }

  /** The same, done. */
  public KeptJob successful(String itsResult, Instant now) {
    return with(JobStatus.SUCCESSFUL, 100, null, itsResult, startedAt, now);
  }

  /** The same, given up by us. */
  public KeptJob failed(String why, Instant now) {
    return with(JobStatus.FAILED, progress, why, null, startedAt, now);
  }

  /** The same, given up by whoever asked. */
  public KeptJob dismissed(Instant now) {
    return with(JobStatus.DISMISSED, progress, null, null, startedAt, now);
  }

  private KeptJob with(
      JobStatus newStatus,
      int newProgress,
      @Nullable String newMessage,
      @Nullable String newResult,
      @Nullable Instant started,
      @Nullable Instant finished) {
    return new KeptJob(
        id,
        area,
        scenario,
        process,
        request,
        newStatus,
        newProgress,
        newMessage,
        newResult,
        createdAt,
        started,
        finished);
  }
}
