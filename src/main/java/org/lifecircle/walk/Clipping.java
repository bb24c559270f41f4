package org.lifecircle.walk;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.locationtech.jts.geom.LinearRing;

/** What of the whole ground is within reach, triangle by triangle: all that is there, or less. */
final class Clipping {

  private final WholeGround ground;
  private final BitSet whole;
  private final List<Layer> layers;
  private final List<LinearRing> closed = new ArrayList<>();

  /**
   * @param whole the triangles of which all that is there is within reach
   */
  Clipping(WholeGround ground, BitSet whole) {
    this.ground = ground;
    this.whole = whole;
    layers = ground.sewn().stream().map(this::layer).toList();
  }

  /** Outlines that count, and how many of the triangles each hangs on are whole. */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  private record Layer(WholeGround.Sewn sewn, int[] met) {

    boolean isClosed(int outline) {
      return met[outline] == sewn.seams().size(outline);
    }
  }

  private Layer layer(WholeGround.Sewn sewn) {
    ClosedSeams seams = sewn.seams();
    Layer layer = new Layer(sewn, new int[seams.count()]);
    for (int t = whole.nextSetBit(0); t >= 0; t = whole.nextSetBit(t + 1)) {
      for (int at = seams.firstAt(t); at < seams.firstAt(t + 1); at++) {
        int outline = seams.at(at);
        layer.met[outline]++;
        if (layer.isClosed(outline) && sewn.counts(outline)) {
          closed.addAll(seams.rings(outline));
        }
      }
    }
    return layer;
  }

  BitSet whole() {
    return whole;
  }

  /** Adds the triangles that are whole: those that need no outline, and those that have one. */
  void addWhole(BitSet full, BitSet outlined) {
    BitSet plain = (BitSet) whole.clone();
    plain.and(ground.plain());
    full.or(plain);
    BitSet others = (BitSet) whole.clone();
    others.and(ground.outlined());
    outlined.or(others);
  }

  /** What is there of an edge of a triangle that is whole and has an outline. */
  int[] along(int edge) {
    return ground.along(edge);
  }

  /** The rings that are closed among triangles that are whole. */
  List<LinearRing> closed() {
    return closed;
  }

  /** Whether what is filled on either side of a half-edge is all that is there. */
  boolean isAsSewn(int edge) {
    return whole.get(edge / 3)
        && (!ground.isFilledBeyond(edge) || whole.get(ground.mesh().twin(edge) / 3));
  }

  /** Sews in again what comes from an edge or a triangle and is not closed. */
  void addOpen(int origin, Sewing sewing) {
    for (Layer layer : layers) {
      ClosedSeams seams = layer.sewn().seams();
      for (int s = seams.firstFrom(origin); seams.isFrom(s, origin); s++) {
        int outline = seams.outline(s);
        if (!layer.isClosed(outline) && layer.sewn().counts(outline)) {
          seams.emit(s, origin, sewing);
        }
      }
    }
  }

  /** The same outlines, of which only those count that are closed here. */
  List<WholeGround.Sewn> kept() {
    return layers.stream()
        .map(
            layer -> {
              BitSet kept = new BitSet();
              for (int outline = 0; outline < layer.met.length; outline++) {
                if (layer.isClosed(outline) && layer.sewn().counts(outline)) {
                  kept.set(outline);
                }
              }
              return new WholeGround.Sewn(layer.sewn().seams(), kept);
            })
        .toList();
  }
}
