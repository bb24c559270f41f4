package org.lifecircle.api;

import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Lets a few compute at once, lets some wait, and sends the rest away before they cost anything.
 */
final class Gate {

  private final Semaphore computing;
  private final Semaphore present;
  private final int waitSeconds;

  Gate(int atOnce, int waiting, int waitSeconds) {
    this.computing = new Semaphore(atOnce, true);
    this.present = new Semaphore(atOnce + waiting);
    this.waitSeconds = waitSeconds;
  }

  /**
   * What the work gives.
   *
   * @throws ProblemException if too many are there already, or it does not come to its turn
   */
  <T> T pass(Supplier<T> work) {
    if (!present.tryAcquire()) {
      throw full();
    }
    try {
      if (!computing.tryAcquire(waitSeconds, TimeUnit.SECONDS)) {
        throw full();
      }
      try {
        return work.get();
      } finally {
        computing.release();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("the server is stopping", e);
    } finally {
      present.release();
    }
  }

  private ProblemException full() {
    return Problem.of(
            ProblemKind.TOO_MANY_REQUESTS,
            "同时进行的计算已达上限，请稍后再试",
            "as much is being computed as this server may at once; ask again")
        .retryAfter(Math.max(1, waitSeconds / 10))
        .asException();
  }
}
