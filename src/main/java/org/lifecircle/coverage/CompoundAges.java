package org.lifecircle.coverage;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lifecircle.model.Compound;
import org.lifecircle.model.StudyArea;

/** The old and the young a compound is given, shared among its homes in proportion to residents. */
final class CompoundAges {

  private CompoundAges() {}

  static void settle(StudyArea area, List<Home> homes) {
    List<Home> settled = homes.stream().filter(Home::settled).toList();
    List<List<Home>> byCompound = HomeGroups.byCompound(area, settled);
    for (int c = 0; c < byCompound.size(); c++) {
      Compound compound = area.compounds().get(c);
      List<Home> members = byCompound.get(c);
      long @Nullable [] old = shared(compound.residents60Plus(), members);
      long @Nullable [] young = shared(compound.residentsUnder6(), members);
      for (int i = 0; i < members.size(); i++) {
        if (old != null) {
          members.get(i).setAged60Plus(old[i]);
        }
        if (young != null) {
          members.get(i).setAgedUnder6(young[i]);
        }
      }
    }
  }

  private static long @Nullable [] shared(@Nullable Double people, List<Home> members) {
    return people == null || members.isEmpty()
        ? null
        : Apportionment.share(
            Millionths.of(people.doubleValue()),
            members.stream().mapToLong(Home::residents).toArray());
  }
}
