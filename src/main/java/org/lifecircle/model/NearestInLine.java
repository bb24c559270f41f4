package org.lifecircle.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A facility that looks nearest on the map, and why another one is walked to.
 *
 * @param straightMetres to its ground or a door of it
 * @param walkMillimetres to it; null when there is no walk
 * @param residentsGates of others that bar the shorter way to it
 */
public record NearestInLine(
    Facility facility,
    double straightMetres,
    Why why,
    @Nullable Integer walkMillimetres,
    List<String> residentsGates) {

  /** Why it is not the one walked to. */
  public enum Why implements Coded {
    NOT_OPEN("not_open"),
    TOO_FAR_OUT("too_far_out"),
    TOO_SMALL("too_small"),
    OTHER_COMPOUND_ONLY("other_compound_only"),
    BEHIND_RESIDENTS_GATE("behind_residents_gate"),
    NO_WALK("no_walk"),
    LONGER_WALK("longer_walk");

    private final String code;

    Why(String code) {
      this.code = code;
    }

    @Override
    public String code() {
      return code;
    }
  }

  public NearestInLine {
    residentsGates = List.copyOf(residentsGates);
  }
}
