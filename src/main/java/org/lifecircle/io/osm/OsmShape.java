package org.lifecircle.io.osm;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import org.lifecircle.model.Coded;

/** What an element of OpenStreetMap becomes on the map. */
public enum OsmShape implements Coded {
  POINT,
  LINE,
  POLYGON;

  @Override
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** What this element could become. */
  static Set<OsmShape> of(OsmElement element, boolean closed) {
    return switch (element) {
      case NODE -> EnumSet.of(POINT);
      case WAY -> closed ? EnumSet.of(LINE, POLYGON) : EnumSet.of(LINE);
      case RELATION -> EnumSet.of(POLYGON);
    };
  }
}
