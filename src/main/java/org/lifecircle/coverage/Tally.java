package org.lifecircle.coverage;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.lifecircle.model.ResidentsSource;

/**
 * The verdicts on all dwellings, summed by row: millionths of people.
 *
 * <p>Invariant: over all rows each person is counted once.
 */
final class Tally {

  private final long[] residents;
  private final long[] covered;
  private final long[] unreachable;
  private final long[] straight;
  private final long[] detoured;
  private final long[] met;
  private final List<Set<ResidentsSource>> sources = new ArrayList<>();
  private final boolean[] estimated;
  private final double[] buildingShares;
  private final int[] buildings;
  private final int asked;

  Tally(Grouping grouping, Dwellings dwellings, HeadCount count, Verdicts verdicts) {
    int rows = grouping.places().size();
    residents = new long[rows];
    covered = new long[rows];
    unreachable = new long[rows];
    straight = new long[rows];
    detoured = new long[rows];
    met = new long[rows];
    estimated = new boolean[rows];
    buildingShares = new double[rows];
    buildings = new int[rows];
    for (int r = 0; r < rows; r++) {
      sources.add(EnumSet.noneOf(ResidentsSource.class));
    }
    asked = verdicts.asked();
    for (int i = 0; i < dwellings.count(); i++) {
      add(i, grouping.row(i), dwellings, count, verdicts);
    }
    addBuildings(grouping, dwellings, verdicts);
  }

  private void add(int i, int row, Dwellings dwellings, HeadCount count, Verdicts verdicts) {
    long people = count.people(i);
    if (people == 0) {
      return;
    }
    residents[row] += people;
    met[row] += verdicts.met(i, people);
    sources.get(row).add(dwellings.residentsSource(i));
    estimated[row] |= count.estimated(i);
    long reached = verdicts.covered(i, people);
    covered[row] += reached;
    if (reached == 0 && verdicts.unreachable(i)) {
      unreachable[row] += people;
    }
    if (verdicts.straight(i)) {
      straight[row] += people;
      detoured[row] += people - reached;
    }
  }

  /**
   * Dwellings of one building stand together, and all in one row. A workshop or shop in which
   * nobody lives is no building to be covered.
   */
  private void addBuildings(Grouping grouping, Dwellings dwellings, Verdicts verdicts) {
    int start = 0;
    while (start < dwellings.count()) {
      int building = dwellings.building(start);
      int end = start;
      double reached = 0;
      boolean lived = false;
      while (end < dwellings.count() && dwellings.building(end) == building) {
        reached += share(verdicts, end, dwellings.residentsMillionths(end));
        lived |= dwellings.residentsMillionths(end) > 0;
        end++;
      }
      if (building != Dwellings.NONE && lived) {
        buildingShares[grouping.row(start)] += reached / (end - start);
        buildings[grouping.row(start)]++;
      }
      start = end;
    }
  }

  /** Of a dwelling's residents, covered. */
  private static double share(Verdicts verdicts, int dwelling, long residents) {
    return verdicts.covered(dwelling)
        ? 1
        : residents == 0 ? 0 : (double) verdicts.covered(dwelling, residents) / residents;
  }

  long residents(int row) {
    return residents[row];
  }

  long covered(int row) {
    return covered[row];
  }

  long unreachable(int row) {
    return unreachable[row];
  }

  /** Those covered in a straight line. */
  long straight(int row) {
    return straight[row];
  }

  /** Those covered in a straight line and not by a walk. */
  long detoured(int row) {
    return detoured[row];
  }

  /** Of the requirements judged together the share met, averaged over people. */
  @Nullable Double compliance(int row) {
    return residents[row] == 0 ? null : (double) met[row] / residents[row] / asked;
  }

  @Nullable Double buildingsShare(int row) {
    return buildings[row] == 0 ? null : buildingShares[row] / buildings[row];
  }

  boolean estimated(int row) {
    return estimated[row];
  }

  /** Codes in order of preference, joined by commas. */
  String sources(int row) {
    return sources.get(row).isEmpty()
        ? ResidentsSource.NONE.code()
        : sources.get(row).stream().map(ResidentsSource::code).collect(Collectors.joining(","));
  }
}
