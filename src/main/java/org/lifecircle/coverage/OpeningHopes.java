package org.lifecircle.coverage;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.lifecircle.walk.CostField;
import org.lifecircle.walk.Prospects;
import org.lifecircle.walk.Prospects.Hope;
import org.lifecircle.walk.WalkNetwork;

/**
 * How much openings could yield at most, told without trying them, so that most of them need not be
 * tried. Safe for threads.
 */
final class OpeningHopes {

  /**
   * The most that an opening could yield.
   *
   * @param gained residents × requirements, millionths
   * @param fields those in which anybody could come within a cutoff
   * @param saves whether it could save anybody any time
   */
  record Most(long gained, BitSet fields, boolean saves) {}

  private final Prospects prospects;
  private final List<Integer> fieldOf = new ArrayList<>(); // by want of the prospects
  private final BitSet met = new BitSet(); // of those, the ones that count people newly served
  private final long[] peopleAt;

  OpeningHopes(Wants wants, WalkNetwork network) {
    List<Prospects.Want> asked = new ArrayList<>();
    peopleAt = wants.peopleAt();
    BitSet anybody = new BitSet();
    for (int e = 0; e < peopleAt.length; e++) {
      anybody.set(e, peopleAt[e] > 0);
    }
    for (int f = 0; f < wants.fields().size(); f++) {
      CostField field = wants.fields().get(f);
      for (int want : wants.wantsOf(f)) {
        met.set(asked.size());
        asked.add(new Prospects.Want(field, wants.cutoff(want), unmet(want, wants, anybody)));
        fieldOf.add(f);
      }
      asked.add(new Prospects.Want(field, field.cutoff(), anybody));
      fieldOf.add(f);
    }
    prospects = new Prospects(network, asked);
  }

  private static BitSet unmet(int want, Wants wants, BitSet anybody) {
    BitSet unmet = new BitSet();
    anybody.stream()
        .filter(entrance -> wants.today(want, entrance) > wants.cutoff(want))
        .forEach(unmet::set);
    return unmet;
  }

  Prospects prospects() {
    return prospects;
  }

  /** Of each at most; of one alone no more than needs be, of several together sooner. */
  List<Most> of(List<Hope> hopes) {
    List<Hope> hopeful = hopes.stream().filter(hope -> hope.wants().intersects(met)).toList();
    List<long[]> people = prospects.most(hopeful, met, peopleAt);
    Map<Hope, Most> found = new HashMap<>();
    for (int h = 0; h < hopeful.size(); h++) {
      found.put(hopeful.get(h), most(people.get(h)));
    }
    return hopes.stream()
        .map(hope -> found.getOrDefault(hope, new Most(0, new BitSet(), !hope.wants().isEmpty())))
        .toList();
  }

  private Most most(long[] people) {
    long gained = 0;
    BitSet fields = new BitSet();
    for (int want = 0; want < people.length; want++) {
      if (people[want] > 0) {
        gained += people[want];
        fields.set(fieldOf.get(want));
      }
    }
    return new Most(gained, fields, true);
  }
}
