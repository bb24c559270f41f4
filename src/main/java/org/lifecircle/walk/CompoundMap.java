package org.lifecircle.walk;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.lifecircle.model.Compound;
import org.lifecircle.model.Gate;
import org.lifecircle.model.StudyArea;
import org.locationtech.jts.algorithm.locate.IndexedPointInAreaLocator;
import org.locationtech.jts.algorithm.locate.PointOnGeometryLocator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Location;
import org.locationtech.jts.index.strtree.STRtree;

/** Which compound a place is in, and whose a gate is. Compounds go by their number in the area. */
final class CompoundMap {

  static final int NOWHERE = -1;

  private final List<Compound> compounds;
  private final Map<String, Integer> numbers = new HashMap<>();
  private final List<PointOnGeometryLocator> locators = new ArrayList<>();
  private final STRtree tree = new STRtree();

  CompoundMap(StudyArea area) {
    compounds = area.compounds();
    for (int i = 0; i < compounds.size(); i++) {
      Geometry geometry = compounds.get(i).geometry();
      numbers.put(compounds.get(i).id(), i);
      locators.add(new IndexedPointInAreaLocator(geometry));
      tree.insert(geometry.getEnvelopeInternal(), i);
    }
    tree.build();
  }

  int count() {
    return compounds.size();
  }

  /** The number of a compound, or nowhere. */
  int number(String id) {
    return numbers.getOrDefault(id, NOWHERE);
  }

  /** The compound a place is in or on the edge of, the first by id where they overlap. */
  int at(Coordinate place) {
    return near(place, 0).stream()
        .filter(i -> locators.get(i).locate(place) != Location.EXTERIOR)
        .findFirst()
        .orElse(NOWHERE);
  }

  /** The compounds within a distance of a place, by number. */
  List<Integer> within(Coordinate place, double metres) {
    return near(place, metres).stream()
        .filter(i -> distance(compounds.get(i).geometry(), place) <= metres)
        .toList();
  }

  /** Whose a gate is: as it says, else every compound whose outline is near. */
  List<Integer> ofGate(Gate gate, double metres) {
    if (!gate.compoundIds().isEmpty()) {
      return gate.compoundIds().stream()
          .filter(numbers::containsKey)
          .map(id -> numbers.getOrDefault(id, NOWHERE))
          .sorted()
          .toList();
    }
    Coordinate place = gate.geometry().getCoordinate();
    return near(place, metres).stream()
        .filter(i -> distance(compounds.get(i).geometry().getBoundary(), place) <= metres)
        .toList();
  }

  private static double distance(Geometry geometry, Coordinate place) {
    return geometry.distance(geometry.getFactory().createPoint(place));
  }

  private List<Integer> near(Coordinate place, double metres) {
    Envelope window = new Envelope(place);
    window.expandBy(metres);
    List<Integer> found = new ArrayList<>();
    for (Object item : tree.query(window)) {
      found.add((Integer) item);
    }
    found.sort(null);
    return found;
  }
}
