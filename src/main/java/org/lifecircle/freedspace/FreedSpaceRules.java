package org.lifecircle.freedspace;

import org.lifecircle.model.PathKind;
import org.lifecircle.model.WalkingRules;

/**
 * What counts as freed ground.
 *
 * @param minWidthMetres ground counts where a disc this wide fits; 0 asks for the bare footprint
 * @param minAreaSquareMetres smaller pieces are not listed; the totals still hold them
 * @param streetWidthMetres the carriageway of a street whose width is unknown
 */
public record FreedSpaceRules(
    double minWidthMetres, double minAreaSquareMetres, double streetWidthMetres) {

  /** Wider than any ground between houses; far beyond it the window of one wall is a city. */
  public static final double WIDEST_METRES = 200;

  public FreedSpaceRules {
    requireBetween("min_width_m", minWidthMetres, 0, WIDEST_METRES);
    requireBetween("min_area_m2", minAreaSquareMetres, 0, 1e9);
    requireBetween("street width_m", streetWidthMetres, 0, WIDEST_METRES);
  }

  /** All of it, usable at 4 m, the width of a fire lane. */
  public static FreedSpaceRules of(WalkingRules walking) {
    return new FreedSpaceRules(4, 0, walking.widthMetres(PathKind.STREET));
  }

  /** The same rules at another width. */
  public FreedSpaceRules withMinWidth(double metres) {
    return new FreedSpaceRules(metres, minAreaSquareMetres, streetWidthMetres);
  }

  /** The same rules listing only pieces of at least this area. */
  public FreedSpaceRules withMinArea(double squareMetres) {
    return new FreedSpaceRules(minWidthMetres, squareMetres, streetWidthMetres);
  }

  private static void requireBetween(String name, double value, double least, double most) {
    if (!(value >= least && value <= most)) {
      throw new IllegalArgumentException(
          name + " is " + value + ", it must be between " + least + " and " + most);
    }
  }
}
