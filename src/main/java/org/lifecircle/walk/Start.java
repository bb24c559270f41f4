package org.lifecircle.walk;

import java.util.ArrayList;
import java.util.List;
import org.lifecircle.model.Facility;
import org.lifecircle.model.Serves;

/**
 * A door that walks lead to.
 *
 * @param compound number of the one the facility stands in, or nowhere
 * @param onlyOwn whether it counts for that compound only
 */
record Start(int node, int compound, boolean onlyOwn) {

  static List<Start> of(List<Facility> facilities, NetworkParts parts) {
    List<Start> starts = new ArrayList<>();
    for (Facility facility : facilities) {
      int compound = parts.compounds().at(facility.geometry().getInteriorPoint().getCoordinate());
      boolean onlyOwn = facility.serves() == Serves.COMPOUND;
      if (!onlyOwn || compound != CompoundMap.NOWHERE) {
        for (int node : parts.doors().facilityNodes(facility.id())) {
          starts.add(new Start(node, compound, onlyOwn));
        }
      }
    }
    return starts;
  }

  /** The label a search begins with here. */
  int label(View view, Labels labels) {
    int group = view.group(compound);
    return labels.of(view.baseOf(group), onlyOwn ? group : Labels.NONE);
  }
}
