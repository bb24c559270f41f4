package org.lifecircle.report.map;

import java.awt.Color;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.index.quadtree.Quadtree;

/**
 * Names on a map. The more important come first; each takes the first of a few places around its
 * point where it covers no other, and is left out where there is none.
 */
final class Labels {

  private static final double GAP = 1.2;

  /**
   * A name that wants to be on the map.
   *
   * @param weight the larger, the earlier it is placed
   */
  record Wanted(String text, double x, double y, double size, double weight, double widest) {}

  /** A name that has its place. */
  record Placed(String text, double x, double baseline, double size, Rectangle2D box) {}

  private Labels() {}

  /** Finds room inside the frame, clear of what is taken already. */
  static List<Placed> place(
      List<Wanted> wanted, Rectangle2D frame, List<Rectangle2D> taken, Typeface typeface) {
    List<Wanted> sorted = new ArrayList<>(wanted);
    sorted.sort(
        Comparator.comparingDouble((Wanted w) -> -w.weight())
            .thenComparing(Wanted::text)
            .thenComparing(Wanted::x)
            .thenComparing(Wanted::y));
    Quadtree full = new Quadtree();
    taken.forEach(box -> full.insert(envelope(box), box));
    List<Placed> placed = new ArrayList<>();
    for (Wanted one : sorted) {
      String text = typeface.fitting(one.text(), one.size(), one.widest());
      Placed found = room(one, text, frame, full, typeface);
      if (found != null) {
        full.insert(envelope(found.box()), found.box());
        placed.add(found);
      }
    }
    return placed;
  }

  private static @Nullable Placed room(
      Wanted one, String text, Rectangle2D frame, Quadtree full, Typeface typeface) {
    double width = typeface.width(text, one.size());
    double height = one.size() * 1.1;
    double[][] shifts = {{0, 0}, {0, -height}, {0, height}, {width * 0.3, 0}, {-width * 0.3, 0}};
    for (double[] shift : shifts) {
      double left = one.x() - width / 2 + shift[0];
      double top = one.y() - height / 2 + shift[1];
      Rectangle2D box =
          new Rectangle2D.Double(left - GAP, top - GAP, width + 2 * GAP, height + 2 * GAP);
      if (frame.contains(box) && isFree(box, full)) {
        return new Placed(text, left, top + height * 0.82, one.size(), box);
      }
    }
    return null;
  }

  private static boolean isFree(Rectangle2D box, Quadtree full) {
    for (Object other : full.query(envelope(box))) {
      if (((Rectangle2D) other).intersects(box)) {
        return false;
      }
    }
    return true;
  }

  private static Envelope envelope(Rectangle2D box) {
    return new Envelope(box.getMinX(), box.getMaxX(), box.getMinY(), box.getMaxY());
  }

  static void draw(Ink ink, List<Placed> placed, Color colour, Color halo) {
    for (Placed label : placed) {
      ink.halo(label.text(), label.x(), label.baseline(), label.size(), halo);
      ink.text(label.text(), label.x(), label.baseline(), label.size(), colour);
    }
  }
}
