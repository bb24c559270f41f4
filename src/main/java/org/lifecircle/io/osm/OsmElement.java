package org.lifecircle.io.osm;

import java.util.Locale;
import org.lifecircle.model.Coded;

/** What OpenStreetMap is made of. */
public enum OsmElement implements Coded {
  NODE,
  WAY,
  /** A multipolygon or a boundary; other relations make no feature. */
  RELATION;

  @Override
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
