package org.lifecircle.freedspace;

import java.util.List;
import java.util.function.UnaryOperator;
import org.locationtech.jts.geom.Geometry;

/**
 * A strip along or around something, as drawn once.
 *
 * @param of what it is drawn from
 * @param beside what else decides it
 */
record Band(Kind kind, double metres, Geometry of, List<Geometry> beside) {

  enum Kind {
    AROUND,
    ROUGHLY_AROUND,
    THICKENED,
    BEFORE_DOORS,
    SOUTH
  }

  Band(Kind kind, double metres, Geometry of) {
    this(kind, metres, of, List.of());
  }

  /**
   * The strip.
   *
   * @param draw from the thing as it is seen through a window of its own
   */
  Geometry drawn(Notebook notebook, UnaryOperator<Geometry> draw) {
    return notebook.of(
        this,
        () -> {
          Window window = Window.of(of.getEnvelopeInternal());
          return window.world(draw.apply(window.local(of)));
        });
  }
}
