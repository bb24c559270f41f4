package org.lifecircle.model;

import org.jspecify.annotations.Nullable;

/**
 * What is counted against a rate for the whole area, never as coverage: utilities nobody walks to,
 * and the square metres of green that are owed per resident.
 *
 * @param kind its id; null for a rate that all accepted kinds fill together
 * @param per what the rate counts; null for square metres per resident
 * @param demand how many of those there are; null when not known
 * @param needed facilities at least, the demand divided by the largest number one is meant for,
 *     rounded up; null when the demand is not known or square metres are asked
 * @param neededAtMost facilities, divided by the smallest number one is meant for
 * @param present facilities that count and stand inside the boundary
 * @param neededSquareMetres of land, when the rate is one of land
 * @param presentSquareMetres of land, as far as known
 */
public record SupplyRow(
    String requirement,
    Tier tier,
    Obligation obligation,
    @Nullable String kind,
    Rate.@Nullable Per per,
    @Nullable Double demand,
    @Nullable Integer needed,
    @Nullable Integer neededAtMost,
    int present,
    @Nullable Double neededSquareMetres,
    @Nullable Double presentSquareMetres) {

  /** Whether there is enough; null when the demand is not known. */
  public @Nullable Boolean enough() {
    if (neededSquareMetres != null && presentSquareMetres != null) {
      return presentSquareMetres >= neededSquareMetres;
    }
    return needed == null ? null : present >= needed;
  }
}
