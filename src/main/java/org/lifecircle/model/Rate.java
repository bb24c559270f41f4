package org.lifecircle.model;

import java.util.Locale;

/**
 * One facility for every so many residents, dwellings, or square metres of heated floor.
 *
 * @param from the smallest number one facility is meant for
 * @param to the largest
 */
public record Rate(Per per, int from, int to) {

  /** What is counted. */
  public enum Per implements Coded {
    RESIDENTS,
    DWELLINGS,
    HEATED_FLOOR_M2;

    @Override
    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  public Rate {
    if (from < 0 || to < from || to == 0) {
      throw new BadValueException(
          "每 " + from + " 至 " + to + " 一处，范围无效",
          "a rate of one per " + from + " to " + to + " is empty");
    }
  }
}
