package org.lifecircle.freedspace;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.lifecircle.model.FreedGround;
import org.lifecircle.model.FreedSpace;
import org.lifecircle.walk.WalkNetwork;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.linearref.LengthIndexedLine;

/**
 * How far it is on foot from freed ground to the nearest gate that is not closed, the way people
 * walk before anything of this demolition goes: the least from a place inside and from places along
 * the outline. A site is as near as the nearest of the freed spaces on it.
 */
public final class GateWalks {

  /** Places along the outline of each of a space's polygons. */
  private static final int ALONG = 8;

  private final Map<String, Double> metres = new HashMap<>();

  private GateWalks() {}

  /**
   * The walks from these freed spaces and their sites.
   *
   * @param network as it stands
   */
  public static GateWalks of(FreedGround freed, WalkNetwork network) {
    List<Coordinate> places = new ArrayList<>();
    List<FreedSpace> whose = new ArrayList<>();
    for (FreedSpace space : freed.spaces()) {
      for (Coordinate place : places(space.geometry())) {
        places.add(place);
        whose.add(space);
      }
    }
    int[] millimetres = network.millimetresToGates(places);
    GateWalks walks = new GateWalks();
    for (int i = 0; i < millimetres.length; i++) {
      if (millimetres[i] != WalkNetwork.UNREACHED) {
        walks.metres.merge(whose.get(i).id(), millimetres[i] / 1000.0, Math::min);
        walks.metres.merge(whose.get(i).siteId(), millimetres[i] / 1000.0, Math::min);
      }
    }
    return walks;
  }

  /** From the freed space or site of this id; null where no walk leads to a gate. */
  public @Nullable Double metresFrom(String id) {
    return metres.get(id);
  }

  private static List<Coordinate> places(Geometry ground) {
    List<Coordinate> places = new ArrayList<>();
    for (Polygon polygon : Areas.polygons(ground)) {
      places.add(polygon.getInteriorPoint().getCoordinate());
      LineString outline = polygon.getExteriorRing();
      LengthIndexedLine along = new LengthIndexedLine(outline);
      for (int i = 0; i < ALONG; i++) {
        places.add(along.extractPoint(outline.getLength() * i / ALONG));
      }
    }
    return places;
  }
}
