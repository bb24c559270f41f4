package org.lifecircle.freedspace;

import java.util.Comparator;
import org.jspecify.annotations.Nullable;
import org.lifecircle.model.Layer;
import org.locationtech.jts.geom.Geometry;

/**
 * A standing wall or structure that a demolition takes from the ground.
 *
 * @param footprint all it covers, buildings and carriageways beneath it included
 */
record Thing(Layer layer, String id, @Nullable String owner, Geometry footprint)
    implements Comparable<Thing> {

  private static final Comparator<Thing> ORDER =
      Comparator.comparing(Thing::id).thenComparing(Thing::layer);

  @Override
  public int compareTo(Thing other) {
    return ORDER.compare(this, other);
  }
}
