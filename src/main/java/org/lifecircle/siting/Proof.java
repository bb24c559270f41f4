package org.lifecircle.siting;

import com.google.ortools.Loader;
import com.google.ortools.sat.CpModel;
import com.google.ortools.sat.CpSolver;
import com.google.ortools.sat.CpSolverSolutionCallback;
import com.google.ortools.sat.CpSolverStatus;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/**
 * Runs CP-SAT so that the same model has the same answer on every machine: one worker, a fixed
 * seed, a limit on work instead of time. Linear relaxations are kept tight, for these models are
 * nearly integral; eight interleaved workers were tried and took three times as long.
 *
 * @param work how much at most, in CP-SAT's deterministic seconds
 * @param progress told the gap that is left, 0–1, as it shrinks
 * @param cancelled asked between solutions and every 100 ms whether to stop
 */
public record Proof(double work, Consumer<Double> progress, BooleanSupplier cancelled) {

  private static final int SEED = 20261125;
  private static final int POLL_MILLISECONDS = 100;

  /** A proof nobody watches. */
  public static Proof of(double work) {
    return new Proof(work, gap -> {}, () -> false);
  }

  /** An empty model; the native library is there from the first one on. */
  static CpModel model() {
    Loader.loadNativeLibraries();
    return new CpModel();
  }

  /** What a solver came to. */
  record Solved(CpSolver solver, long objective, long bound, double gap) {}

  /**
   * The best answer found within the work allowed; empty when the model has none.
   *
   * @throws CancelledException if somebody asked to stop
   */
  Optional<Solved> solve(CpModel model, boolean maximise) {
    CpSolver solver = new CpSolver();
    solver
        .getParameters()
        .setNumWorkers(1)
        .setRandomSeed(SEED)
        .setLinearizationLevel(2)
        .setMaxDeterministicTime(work);
    CpSolverStatus status;
    Watch watch = new Watch(solver);
    try {
      status = solver.solve(model, new Progress());
    } finally {
      watch.end();
    }
    if (cancelled.getAsBoolean()) {
      throw new CancelledException();
    }
    return switch (status) {
      case OPTIMAL, FEASIBLE -> Optional.of(solved(solver, maximise));
      case INFEASIBLE -> Optional.empty();
      default -> throw new UndecidedException(work);
    };
  }

  private static Solved solved(CpSolver solver, boolean maximise) {
    long objective = Math.round(solver.objectiveValue());
    double proven = solver.bestObjectiveBound();
    // The best is a whole number, so the bound may be taken to the next one.
    long bound = (long) (maximise ? Math.floor(proven + 1e-6) : Math.ceil(proven - 1e-6));
    return new Solved(solver, objective, bound, gap((double) objective, (double) bound));
  }

  static double gap(double objective, double bound) {
    double largest = Math.max(Math.abs(objective), Math.abs(bound));
    return largest == 0 ? 0 : Math.min(1, Math.abs(objective - bound) / largest);
  }

  /** Whether to go on. */
  public interface Stop {

    /** Whether somebody asks to stop, and wants no answer. */
    boolean asked();

    /** Whether the time is up: what is known by now is the answer. */
    default boolean late() {
      return false;
    }
  }

  /** Somebody asked to stop; nothing was found out. */
  public static final class CancelledException extends RuntimeException {
    private static final long serialVersionUID = 1;
  }

  /** The work allowed was too little to find any answer, or to prove that there is none. */
  public static final class UndecidedException extends RuntimeException {
    private static final long serialVersionUID = 1;

    UndecidedException(double work) {
      super("no answer within the work allowed (" + work + ")");
    }
  }

  private final class Progress extends CpSolverSolutionCallback {
    @Override
    public void onSolutionCallback() {
      progress.accept(gap(objectiveValue(), bestObjectiveBound()));
    }
  }

  /** Stops the solver soon after somebody asks; never by interrupting it. */
  private final class Watch {
    private final Thread thread;
    private volatile boolean done;

    Watch(CpSolver solver) {
      thread =
          new Thread(
              () -> {
                while (!done) {
                  if (cancelled.getAsBoolean()) {
                    solver.stopSearch();
                  }
                  try {
                    Thread.sleep(POLL_MILLISECONDS);
                  } catch (InterruptedException e) {
                    return; // the search has ended
                  }
                }
              },
              "watch");
      thread.setDaemon(true);
      thread.start();
    }

    void end() {
      done = true;
      thread.interrupt();
    }
  }
}
