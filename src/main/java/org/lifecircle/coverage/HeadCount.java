package org.lifecircle.coverage;

import java.util.BitSet;
import java.util.List;
import org.lifecircle.model.BadValueException;
import org.lifecircle.model.Group;
import org.lifecircle.model.ResidentsSource;
import org.lifecircle.model.WalkingRules;

/**
 * Who is counted: everyone, or only a group's own people.
 *
 * <p>Own people are those given by age for the compound or the population layer. Those of 60 and
 * over are shared among the groups of elders by the groups' shares of all residents: with one such
 * group it has them all, with several each number is an estimate, but they add up to what was
 * given. Those under 6 are the children, who walk with a grown-up. Where nothing is given, the
 * group's share of all residents is the estimate.
 */
final class HeadCount {

  /** Groups whose id begins so divide those of 60 and over among them. */
  private static final String ELDERS = "elder";

  private static final String CHILDREN = "child";

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
    List<Group> elders =
        rules.groups().stream()
            .filter(g -> g.id().startsWith(ELDERS) && g.populationShare() != null)
            .toList();
    long[] weights = elders.stream().mapToLong(g -> Math.round(share(g) * 1e6)).toArray();
    int elder = elders.indexOf(group);
    long[] people = everyone.people;
    BitSet estimated = everyone.estimated;
    for (int i = 0; i < people.length; i++) {
      long old = dwellings.aged60PlusMillionths(i);
      long young = dwellings.agedUnder6Millionths(i);
      if (elder >= 0 && old != Millionths.UNKNOWN) {
        people[i] = Apportionment.share(old, weights)[elder];
        estimated.set(i, elders.size() > 1);
      } else if (group.id().equals(CHILDREN) && young != Millionths.UNKNOWN) {
        people[i] = young;
        estimated.clear(i);
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
      throw new BadValueException(
          "没有人群“" + group.id() + "”的人数依据：请为其设定 population_share，或不用 population=group",
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
