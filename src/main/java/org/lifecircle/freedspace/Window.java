package org.lifecircle.freedspace;

import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.util.AffineTransformation;

/**
 * A rectangle of ground, seen in coordinates counted from its own corner.
 *
 * <p>At a northing of 3 800 000 m a double is good to half a nanometre, near zero to a millionth of
 * that: overlays of nearly coincident lines are worth doing near zero. The corner is a whole metre,
 * so the way there and back loses nothing that matters.
 */
record Window(Envelope box, double eastOfCorner, double northOfCorner) {

  /** Clipping to the window costs more than it saves below this. */
  private static final int MANY_POINTS = 60;

  static Window of(Envelope box) {
    return new Window(box, Math.floor(box.getMinX()), Math.floor(box.getMinY()));
  }

  /** What of this area may matter inside the window, in the window's coordinates. */
  Geometry local(Geometry area) {
    boolean clip = area.getNumPoints() > MANY_POINTS && !box.contains(area.getEnvelopeInternal());
    Geometry near = clip ? Areas.common(area, Areas.rectangle(box)) : area;
    return AffineTransformation.translationInstance(-eastOfCorner, -northOfCorner).transform(near);
  }

  /** A rectangle in the window's coordinates. */
  Geometry local(Envelope rectangle) {
    return AffineTransformation.translationInstance(-eastOfCorner, -northOfCorner)
        .transform(Areas.rectangle(rectangle));
  }

  /** Back where it belongs. */
  Geometry world(Geometry local) {
    return AffineTransformation.translationInstance(eastOfCorner, northOfCorner).transform(local);
  }
}
