package org.lifecircle.walk;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an isochrone without limit fills: all open ground but for the slits along barriers, and the
 * width of all paths. Sewn together once; an isochrone is clipped from it. Where all of a triangle
 * is within reach its outline is known, and outlines that close among such triangles, round a house
 * or along a wall, are ready-made rings.
 *
 * <p>Seams that touch each other, directly or by way of others, form a closed outline together. It
 * hangs on the triangles its seams come from and on those round its corners: where all of these are
 * within reach, nothing near it is different.
 *
 * <p>Immutable, safe for many threads.
 */
final class WholeGround {

  private static final int BATCH = 4096; // strips looked at in one go

  private final Triangulation mesh;
  private final Cells cells;
  private final PathBands bands;
  private final BitSet strips; // the edges of paths that there are
  private final FineGrid grid;
  private final BitSet plain; // ground without slits
  private final BitSet ground;
  private final BitSet filled; // triangles that are not left blank
  private final BitSet outlined; // triangles that are neither plain nor blank nor too thin
  private final BitSet afresh = new BitSet(); // triangles that are not as they are today
  private final Stretches stretches; // of outlines of triangles looked at afresh
  private final @Nullable WholeGround today; // where the others are
  private final int[] stripPieces; // by triangle: pieces of strips in it
  private final List<Sewn> sewn;

  /**
   * Outlines of the ground.
   *
   * @param kept those of them that are as they were; null for all
   */
  record Sewn(ClosedSeams seams, @Nullable BitSet kept) {

    boolean counts(int outline) {
      return kept == null || kept.get(outline);
    }
  }

  /** Sews the ground as it stands today. */
  WholeGround(WalkNetwork network, Cells cells, PathBands bands) {
    mesh = network.world().arrangement().mesh();
    this.cells = cells;
    this.bands = bands;
    strips = bands.standing(network.view().standing());
    plain = new BitSet();
    ground = new BitSet();
    filled = new BitSet();
    outlined = new BitSet();
    stripPieces = new int[mesh.triangleCount()];
    today = null;
    afresh.set(0, mesh.triangleCount());
    Canvas canvas = paint();
    count(bands, strips, 1);
    look(network.view().standing(), canvas);
    grid = FineGrid.reaching(network.frame(), farthest(canvas));
    Sketch sketch = sketch(canvas, null);
    stretches = sketch.stretches();
    sewn = List.of(close(sketch));
  }

  /**
   * The ground as it is when some of it is different from today; only that is sewn anew.
   *
   * @param changed triangles that are different
   */
  WholeGround(
      WalkNetwork network, Cells cells, PathBands bands, WholeGround today, BitSet changed) {
    mesh = today.mesh;
    this.cells = cells;
    this.bands = bands;
    strips = bands.standing(network.view().standing());
    plain = (BitSet) today.plain.clone();
    ground = (BitSet) today.ground.clone();
    filled = (BitSet) today.filled.clone();
    outlined = (BitSet) today.outlined.clone();
    stripPieces = today.stripPieces.clone();
    this.today = today;
    grid = today.grid;
    afresh.or(changed);
    BitSet lost = bands.others(strips, today.bands, today.strips);
    BitSet won = today.bands.others(today.strips, bands, strips);
    count(today.bands, lost, -1);
    count(bands, won, 1);
    Canvas canvas = paint();
    look(network.view().standing(), canvas);
    BitSet same = (BitSet) today.filled.clone();
    same.andNot(afresh);
    Clipping unchanged = new Clipping(today, same);
    Sketch sketch = sketch(canvas, unchanged);
    stretches = sketch.stretches();
    List<Sewn> layers = new ArrayList<>(unchanged.kept());
    layers.add(close(sketch));
    sewn = layers;
  }

  /** Counts the pieces of edges' bands; where they lie is different from today. */
  private void count(PathBands of, BitSet some, int sign) {
    for (int strip = some.nextSetBit(0); strip >= 0; strip = some.nextSetBit(strip + 1)) {
      for (int t : of.triangles(strip)) {
        stripPieces[t] += sign;
        afresh.set(t);
      }
    }
  }

  /** The pieces of all strips in the triangles looked at afresh. */
  private Canvas paint() {
    Canvas canvas = new Canvas(mesh.triangleCount());
    int[] batch = new int[BATCH];
    int n = 0;
    for (int strip = strips.nextSetBit(0); strip >= 0; strip = strips.nextSetBit(strip + 1)) {
      if (today == null || isAny(bands.triangles(strip), afresh)) {
        batch[n++] = strip;
      }
      if (n == BATCH) {
        paint(batch, n, canvas);
        n = 0;
      }
    }
    paint(batch, n, canvas);
    return canvas;
  }

  private void paint(int[] batch, int n, Canvas canvas) {
    Arrays.stream(batch, 0, n)
        .parallel()
        .mapToObj(bands::whole)
        .toList()
        .forEach(pieces -> add(pieces, afresh, canvas));
  }

  private static void add(List<Bands.Piece> pieces, BitSet within, Canvas canvas) {
    for (Bands.Piece piece : pieces) {
      if (within.get(piece.triangle())) {
        canvas.add(piece.triangle(), piece.ring());
      }
    }
  }

  private static boolean isAny(int[] triangles, BitSet of) {
    for (int t : triangles) {
      if (of.get(t)) {
        return true;
      }
    }
    return false;
  }

  /** Looks what is ground, and what can be filled. */
  private void look(Standing standing, Canvas canvas) {
    for (int t = afresh.nextSetBit(0); t >= 0; t = afresh.nextSetBit(t + 1)) {
      ground.set(t, standing.ground(mesh.label(t)));
      plain.set(t, ground.get(t) && cells.isPlain(t));
      filled.set(t, ground.get(t) || !canvas.pieces(t).isEmpty());
    }
  }

  /** How far from the frame's origin anything is filled; triangles at its edge reach farther. */
  private int farthest(Canvas canvas) {
    double farthest = 0;
    for (int t = filled.nextSetBit(0); t >= 0; t = filled.nextSetBit(t + 1)) {
      for (double[] piece : pieces(t, canvas)) {
        for (double at : piece) {
          farthest = Math.max(farthest, Math.abs(at));
        }
      }
    }
    return (int) Math.ceil(farthest);
  }

  private List<double[]> pieces(int t, Canvas canvas) {
    return ground.get(t) ? List.of(cells.of(t)) : canvas.pieces(t);
  }

  /** The outlines of triangles looked at afresh; of what was painted nothing is left. */
  private Outline[] outline(Canvas canvas) {
    Outline[] outlines = new Outline[mesh.triangleCount()];
    ThreadLocal<Uniter> uniters = ThreadLocal.withInitial(() -> new Uniter(mesh, grid));
    afresh.stream()
        .parallel()
        .filter(t -> filled.get(t) && !plain.get(t))
        .forEach(
            t -> {
              outlines[t] = uniters.get().unite(t, pieces(t, canvas));
              canvas.forget(t);
            });
    for (int t = afresh.nextSetBit(0); t >= 0; t = afresh.nextSetBit(t + 1)) {
      outlined.set(t, outlines[t] != null);
    }
    return outlines;
  }

  /** What is kept of outlines, and what closes to rings; together the outlines take more room. */
  private record Sketch(Stretches stretches, Sewing.Seams seams) {}

  private Sketch sketch(Canvas canvas, @Nullable Clipping unchanged) {
    Outline[] outlines = outline(canvas);
    Sewing sewing = new Sewing(mesh, grid, unchanged);
    for (int t = afresh.nextSetBit(0); t >= 0; t = afresh.nextSetBit(t + 1)) {
      if (plain.get(t)) {
        sewing.addFull(t);
      } else {
        sewing.add(t, outlines[t]);
      }
    }
    BitSet own = (BitSet) outlined.clone();
    own.and(afresh);
    return new Sketch(new Stretches(outlines, own), sewing.sew());
  }

  private Sewn close(Sketch sketch) {
    return new Sewn(new ClosedSeams(mesh, grid, sketch.seams(), filled), null);
  }

  FineGrid grid() {
    return grid;
  }

  /** Clips what is within reach; pieces of strips in triangles that are not whole are painted. */
  Clipping clip(Canvas canvas) {
    BitSet whole = (BitSet) canvas.full().clone();
    BitSet reached = canvas.strips();
    int[] pieces = new int[stripPieces.length];
    for (int strip = reached.nextSetBit(0); strip >= 0; strip = reached.nextSetBit(strip + 1)) {
      for (int t : bands.triangles(strip)) {
        if (++pieces[t] == stripPieces[t] && !ground.get(t)) {
          whole.set(t);
        }
      }
    }
    BitSet partly = new BitSet();
    partly.set(0, mesh.triangleCount());
    partly.andNot(whole);
    for (int strip = reached.nextSetBit(0); strip >= 0; strip = reached.nextSetBit(strip + 1)) {
      if (isAny(bands.triangles(strip), partly)) {
        add(bands.whole(strip), partly, canvas);
      }
    }
    return new Clipping(this, whole);
  }

  List<Sewn> sewn() {
    return sewn;
  }

  /** The triangles that are filled without an outline of their own. */
  BitSet plain() {
    return plain;
  }

  /** The triangles that have an outline. */
  BitSet outlined() {
    return outlined;
  }

  /** What the outline of a triangle takes of one of its edges. */
  int[] along(int edge) {
    return today == null || afresh.get(edge / 3) ? stretches.along(edge) : today.along(edge);
  }

  /** Whether a half-edge has something that may be filled on its far side. */
  boolean isFilledBeyond(int edge) {
    int twin = mesh.twin(edge);
    return twin != Triangulation.NONE && filled.get(twin / 3);
  }

  Triangulation mesh() {
    return mesh;
  }
}
