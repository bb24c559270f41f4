package org.lifecircle.model.programme;

/**
 * A lane that works rebuild.
 *
 * @param pathId of the path
 * @param widthMetres its clear width by the acceptance record, between kerbs or planting: ground
 *     that was freed beyond it serves something else
 */
public record RebuiltLane(String pathId, double widthMetres) {

  public RebuiltLane {
    Rules.require(widthMetres > 0, "道路净宽须为正", "a lane's width is positive");
  }
}
