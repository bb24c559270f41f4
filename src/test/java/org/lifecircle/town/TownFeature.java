package org.lifecircle.town;

/** What a random town may contain; a test counts that each is common. */
public enum TownFeature {
  /** One wall that is the outline of two compounds. */
  PARTY_WALL,
  /** Two walls back to back, 0.26 or 0.39 m apart. */
  DOUBLE_WALL,
  /** A home behind two residents' gates, one of them the neighbours'. */
  RESIDENTS_GATES_IN_SERIES,
  U_SHAPED_COMPOUND,
  MULTI_YARD_COMPOUND,
  /** A yard no gate leads to. */
  CLOSED_YARD,
  PUBLIC_GATE,
  RESIDENTS_GATE,
  CLOSED_GATE,
  /** A path that a gate bars without any wall. */
  GATE_ON_PATH,
  /** A path through a wall with no gate drawn. */
  UNMARKED_CROSSING,
  /** A way through a building. */
  PASSAGE,
  /** A way over a wall. */
  BRIDGE,
  /** Less than half a metre of nobody's ground between a compound and its wall. */
  SLIVER,
  PUBLIC_FACILITY_IN_GATED_COMPOUND,
  FACILITY_FOR_ITS_COMPOUND,
  /** Open ground along a street with no wall between. */
  OPEN_FRONTAGE,
  STRUCTURE_ON_GROUND,
  STRUCTURE_ATTACHED,
  /** A structure standing on a path. */
  STRUCTURE_ON_PATH,
  WATER,
  DEMOLISHED_WALL,
  /** A gated compound with no wall mapped. */
  INFERRED_WALL,
  /** A door that sees no ground. */
  SEES_NOTHING,
  /** Nothing runs north or east. */
  SLANTED,
  /** Mapped as in OpenStreetMap. */
  OSM
}
