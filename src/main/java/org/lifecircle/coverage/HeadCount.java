package org.lifecircle.coverage;

import java.util.BitSet;
import org.lifecircle.model.Group;
import org.lifecircle.model.ResidentsSource;
import org.lifecircle.model.WalkingRules;

/**
 * Who is counted: everyone, or only a group's own people.
 *
 * <p>A group's own people are those given by age for the compound or the population layer: {@code
 * elder60} are those of 60 and over, {@code child} those under 6, who walk with a grown-up. Where
 * those of 60 and over are given, the older groups among them are estimated by the ratio of the
 * groups' shares. Where nothing is given, the group's share of all residents is the estimate.
 */
final class HeadCount {

  private static final String ELDER = "elder60";
  private static final String OLDER = "elder";
  private static final String CHILD = "child";

  private final long[] people;
  private final BitSet estimated;

  private HeadCount(long[] people, BitSet estimated) {
    this.people = people;
    this.estimated = estimated;
  }

  /** All residents. */
  static HeadCount everyone(Dwellings dwellings) {
    long[] people = new long[dwellings.count()];
    BitSet estimated = new BitSet();
    for (int i = 0; i < people.length; i++) {
      people[i] = dwellings.residentsMillionths(i);
      estimated.set(i, dwellings.residentsSource(i) == ResidentsSource.FLOOR_AREA);
    }
    return new HeadCount(people, estimated);
  }

  /**
   * The group's own people; everyone for the planning group, which stands for all.
   *
   * @throws IllegalArgumentException if nothing says how many they are
   */
  static HeadCount of(Group group, WalkingRules rules, Dwellings dwellings) {
    HeadCount everyone = everyone(dwellings);
    if (group.id().equals(Group.PLANNING)) {
      return everyone;
    }
    double share = share(group);
    long[] people = everyone.people;
    BitSet estimated = everyone.estimated;
    double among60Plus =
        rules
            .findGroup(ELDER)
            .filter(elder -> group.id().startsWith(OLDER) && share(elder) > 0)
            .map(elder -> Math.min(1, share / share(elder)))
            .orElse(0.0);
    for (int i = 0; i < people.length; i++) {
      long old = dwellings.aged60PlusMillionths(i);
      long young = dwellings.agedUnder6Millionths(i);
      if (group.id().equals(CHILD) && young != Millionths.UNKNOWN) {
        people[i] = young;
      } else if (among60Plus > 0 && old != Millionths.UNKNOWN) {
        people[i] = Math.round(old * among60Plus);
        estimated.set(i, estimated.get(i) || !group.id().equals(ELDER));
      } else {
        people[i] = Math.round(people[i] * share);
        estimated.set(i);
      }
    }
    return new HeadCount(people, estimated);
  }

  private static double share(Group group) {
    Double share = group.populationShare();
    if (share == null) {
      throw new IllegalArgumentException(
          "nothing says how many people the group '"
              + group.id()
              + "' has: give it a population_share, or ask without population=group");
    }
    return share;
  }

  /** Millionths of those counted in a dwelling. */
  long people(int dwelling) {
    return people[dwelling];
  }

  /** Whether that number is an estimate. */
  boolean estimated(int dwelling) {
    return estimated.get(dwelling);
  }
}
