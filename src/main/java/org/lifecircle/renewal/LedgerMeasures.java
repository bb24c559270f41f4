package org.lifecircle.renewal;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lifecircle.model.LaneWidth;

/** What of the ledger has to be measured on the map, with the works of the day carried out. */
public interface LedgerMeasures {

  /** Residents of each compound who have all of the 15-minute circle, by its id. */
  Map<String, Double> residentsInCircle();

  /** How wide a path is clear before and after the demolitions of the day. */
  Optional<LaneWidth> lane(String pathId, List<String> walls, List<String> structures);
}
