package org.lifecircle.api;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.lifecircle.siting.Proof;
import org.lifecircle.store.JobStore;
import org.lifecircle.store.KeptJob;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Long computations: a few at once, some waiting, the rest sent away. What they came to is kept.
 *
 * <p>A job that is dismissed is so at once; whoever works at it notices soon and stops.
 */
final class Jobs implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Jobs.class);
  private static final int ASK_AGAIN_SECONDS = 30;

  /** A computation. */
  interface Work {

    /** What comes of it, as JSON that can be told. */
    Map<String, @Nullable Object> result(Running running);
  }

  /** A job that is being worked at, or waits for that. */
  static final class Running {
    private volatile KeptJob job;
    private volatile boolean dismissed;
    private volatile int progress;
    private volatile @Nullable Double worth;
    private volatile @Nullable Double bound;

    Running(KeptJob job) {
      this.job = job;
    }

    String id() {
      return job.id();
    }

    boolean isDismissed() {
      return dismissed;
    }

    /** Says how far it is, 0 to 1. */
    void at(double share) {
      if (dismissed) {
        throw new CancellationException("dismissed");
      }
      progress = Math.max(progress, (int) Math.min(99, Math.round(100 * share)));
    }

    /** Says how good the best is that was found, and that none is better than the bound. */
    void at(double share, double itsWorth, double itsBound) {
      at(share);
      worth = itsWorth;
      bound = Double.isInfinite(itsBound) ? null : Double.valueOf(itsBound);
    }

    int progress() {
      return progress;
    }

    @Nullable Double worth() {
      return worth;
    }

    @Nullable Double bound() {
      return bound;
    }
  }

  private final JobStore store;
  private final ThreadPoolExecutor workers;
  private final Map<String, Running> present = new ConcurrentHashMap<>();

  Jobs(JobStore store, int atOnce, int waiting) {
    this.store = store;
    store.failUnfinished(
        "服务在计算途中停止，请重新提交。The server stopped while this was computed; ask again.", Instant.now());
    workers =
        new ThreadPoolExecutor(
            atOnce,
            atOnce,
            1,
            TimeUnit.MINUTES,
            new ArrayBlockingQueue<>(Math.max(1, waiting)),
            task -> {
              Thread thread = new Thread(task, "job");
              thread.setDaemon(true);
              return thread;
            });
  }

  /**
   * Begins a computation, or has it wait.
   *
   * @throws ProblemException if too many wait already; nothing is kept then
   */
  KeptJob submit(
      String area, @Nullable String scenario, String process, String request, Work work) {
    String id = UUID.randomUUID().toString();
    KeptJob job = KeptJob.accepted(id, area, scenario, process, request, Instant.now());
    Running running = new Running(job);
    present.put(id, running);
    store.put(job);
    try {
      workers.execute(() -> run(running, work));
    } catch (RejectedExecutionException e) {
      present.remove(id);
      store.remove(id);
      throw Problem.of(
              ProblemKind.TOO_MANY_REQUESTS,
              "排队的计算已达上限，请稍后再试",
              "as many computations wait as may; ask again")
          .retryAfter(ASK_AGAIN_SECONDS)
          .asException();
    }
    return job;
  }

  private void run(Running running, Work work) {
    synchronized (running) {
      if (running.dismissed) {
        return;
      }
      keep(running, running.job.running(Instant.now()));
    }
    KeptJob over;
    try {
      String result = JsonText.of(work.result(running));
      over = running.job.successful(result, Instant.now());
    } catch (Proof.CancelledException | CancellationException e) {
      over = running.job.failed("服务停止。The server is stopping.", Instant.now());
    } catch (ProblemException e) {
      String why = e.problem().detail().zh() + " " + e.problem().detail().en();
      over = running.job.failed(why, Instant.now());
    } catch (RuntimeException | LinkageError | OutOfMemoryError e) {
      LOG.error("Job {} failed", running.id(), e);
      over = running.job.failed("程序出错：" + e + "。This is our fault.", Instant.now());
    }
    synchronized (running) {
      if (!running.dismissed) {
        keep(running, over);
      }
    }
    present.remove(running.id());
  }

  private void keep(Running running, KeptJob job) {
    running.job = job;
    store.put(job);
  }

  /** The job of this id, if there is one. */
  Optional<KeptJob> find(String id) {
    return store.find(id);
  }

  /** Those of an area, the newest first. */
  List<KeptJob> list(String area) {
    return store.list(area);
  }

  /** How far a job is that is being worked at. */
  Optional<Running> running(String id) {
    return Optional.ofNullable(present.get(id));
  }

  /** Gives a job up; one that is over stays as it is. */
  KeptJob dismiss(KeptJob job) {
    Running running = present.get(job.id());
    if (running == null) {
      return job;
    }
    synchronized (running) {
      if (!running.job.status().isOver()) {
        running.dismissed = true;
        keep(running, running.job.dismissed(Instant.now()));
      }
      return running.job;
    }
  }

  @Override
  public void close() {
    workers.shutdownNow();
    present.values().forEach(running -> running.dismissed = true);
    store.close();
  }
}
