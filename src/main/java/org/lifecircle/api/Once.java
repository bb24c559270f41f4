package org.lifecircle.api;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Something costly that is made once, in the background, when it is first wanted. */
final class Once<T> {

  enum State {
    WAITING,
    BUILDING,
    READY,
    FAILED
  }

  private final Supplier<T> make;
  private final Executor background;
  private @Nullable CompletableFuture<T> value;

  Once(Supplier<T> make, Executor background) {
    this.make = make;
    this.background = background;
  }

  /** Begins making it, if nobody has yet. */
  synchronized CompletableFuture<T> start() {
    if (value == null) {
      value = CompletableFuture.supplyAsync(make, background);
    }
    return value;
  }

  /** The thing, however long it takes. */
  T await() {
    try {
      return start().join();
    } catch (CompletionException e) {
      throw unwrapped(e);
    }
  }

  /**
   * The thing, if it is there in time.
   *
   * @throws ProblemException if it is not, saying when to ask again
   */
  T within(int seconds) {
    try {
      return start().get(seconds, TimeUnit.SECONDS);
    } catch (TimeoutException e) {
      throw Problem.of(
              ProblemKind.NOT_READY,
              "步行网络等仍在计算，请稍后再试",
              "the walking network and what follows from it are still being computed; ask again")
          .retryAfter(Math.max(1, seconds))
          .asException();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("the server is stopping", e);
    } catch (ExecutionException e) {
      throw unwrapped(e);
    }
  }

  synchronized State state() {
    if (value == null) {
      return State.WAITING;
    }
    if (!value.isDone()) {
      return State.BUILDING;
    }
    return value.isCompletedExceptionally() ? State.FAILED : State.READY;
  }

  private static RuntimeException unwrapped(Exception wrapper) {
    Throwable cause = wrapper.getCause();
    if (cause instanceof RuntimeException exception) {
      return exception;
    }
    return new IllegalStateException(cause == null ? wrapper : cause);
  }
}
