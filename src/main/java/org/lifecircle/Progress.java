package org.lifecircle;

import java.io.PrintWriter;
import java.util.Timer;
import java.util.TimerTask;

/**
 * Tells on the error stream how far long work is: a bar with the seconds on a terminal, a line for
 * each step otherwise. What is printed as the result stays clean of it.
 */
final class Progress implements AutoCloseable {

  private static final int WIDTH = 20;
  private static final long REDRAWN_EVERY_MILLIS = 200;

  private final PrintWriter err;
  private final boolean terminal;
  private final int steps;
  private final long began = System.nanoTime();
  private final Timer timer = new Timer("progress", true);
  private int step;
  private String doing = "";
  private boolean closed;

  Progress(PrintWriter err, int steps) {
    this(err, steps, Boolean.getBoolean("lifecircle.terminal"));
  }

  /**
   * @param terminal whether lines can be drawn over; the launcher knows
   */
  Progress(PrintWriter err, int steps, boolean terminal) {
    this.err = err;
    this.steps = steps;
    this.terminal = terminal;
    if (terminal) {
      timer.schedule(
          new TimerTask() {
            @Override
            public void run() {
              draw();
            }
          },
          REDRAWN_EVERY_MILLIS,
          REDRAWN_EVERY_MILLIS);
    }
  }

  /** The next of the steps begins. */
  synchronized void step(String zh, String en) {
    step++;
    doing = Complaints.say(zh, en);
    if (terminal) {
      draw();
    } else {
      err.println("[" + step + "/" + steps + "] " + doing + " …");
      err.flush();
    }
  }

  private synchronized void draw() {
    if (closed || step == 0) {
      return;
    }
    int full = WIDTH * (step - 1) / steps;
    long seconds = (System.nanoTime() - began) / 1_000_000_000L;
    err.print(
        "\r\033[K[%s%s] %d/%d %s … %d s"
            .formatted("█".repeat(full), "░".repeat(WIDTH - full), step, steps, doing, seconds));
    err.flush();
  }

  /** Done, or given up: the bar goes. */
  @Override
  public synchronized void close() {
    closed = true;
    timer.cancel();
    if (terminal && step > 0) {
      err.print("\r\033[K");
      err.flush();
    }
  }
}
