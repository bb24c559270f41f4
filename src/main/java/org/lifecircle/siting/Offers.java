package org.lifecircle.siting;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.stream.IntStream;

/**
 * What works were seen to gain with what they need, while more and more is done: what is known of
 * them, what money is left, and what was looked at. For one thread.
 */
final class Offers {

  /**
   * A bundle of works.
   *
   * @param cents what it costs beyond what is done
   * @param gain demands that it covers newly
   */
  record Offer(BitSet works, long cents, BitSet gain, double worth, double perCent) {

    static final Comparator<Offer> BEST_FIRST =
        Comparator.comparingDouble((Offer offer) -> -offer.perCent)
            .thenComparingDouble(offer -> -offer.worth)
            .thenComparingInt(offer -> offer.works.nextSetBit(0));
  }

  private final Town town;
  private final Rulebook rules;
  private final int again;
  private final Worth worth;
  private final List<BitSet> bundles = new ArrayList<>();
  private final List<Integer> workOf = new ArrayList<>(); // by bundle
  private final Offer[] offers; // by bundle, as last seen
  private final BitSet gained = new BitSet(); // demands, all that are known to be covered newly
  private BitSet done = new BitSet();
  private BitSet lookedAt = new BitSet(); // what was done when some were last looked at
  private long left;

  /**
   * @param allowed what may be chosen
   * @param again so many at most are looked at again at one time
   */
  Offers(Town town, Worth worth, Rulebook rules, BitSet allowed, int again) {
    this.town = town;
    this.rules = rules;
    this.again = again;
    this.worth = worth;
    allowed.stream()
        .filter(w -> !rules.forbidden(w))
        .forEach(
            w -> {
              BitSet one = new BitSet();
              one.set(w);
              bundles.add(rules.withNeeds(one));
              workOf.add(w);
            });
    offers = new Offer[bundles.size()];
  }

  /** Begins with what is done and money for more; looks at everything. */
  void begin(BitSet start, long money) {
    done = (BitSet) start.clone();
    left = money - rules.cents(done);
    look(true);
  }

  /** What is done; not to be changed. */
  BitSet done() {
    return done;
  }

  /** What money is left. */
  long left() {
    return left;
  }

  /** Says how much money there is beyond what is spent. */
  void leave(long money) {
    left = money;
  }

  /** Whether something was done since some were last looked at. */
  boolean isStirred() {
    return !done.equals(lookedAt);
  }

  /** Whether anything is known to gain for what money is left. */
  boolean isAnyWorth() {
    return IntStream.range(0, offers.length).anyMatch(i -> perCent(i) > 0);
  }

  /** All that gain for what money is left, the best first. */
  PriorityQueue<Offer> inOrder() {
    PriorityQueue<Offer> queue = new PriorityQueue<>(Offer.BEST_FIRST);
    for (int i = 0; i < offers.length; i++) {
      if (perCent(i) > 0) {
        queue.add(offers[i]);
      }
    }
    return queue;
  }

  /** The same offer without what is covered since it was seen. */
  Offer now(Offer seen) {
    BitSet gain = (BitSet) seen.gain.clone();
    gain.andNot(gained);
    return offer(seen.works, gain);
  }

  /** Does what is offered; answers the works that were not done before. */
  BitSet take(Offer offer) {
    BitSet more = (BitSet) offer.works.clone();
    more.andNot(done);
    done.or(more);
    left -= rules.cents(more);
    gained.or(offer.gain);
    return more;
  }

  @SuppressWarnings("ArrayRecordComponent") // never compared, never changed
  record State(BitSet done, BitSet gained, BitSet lookedAt, Offer[] offers) {}

  /** What is known now, to go back to. */
  State state() {
    return new State((BitSet) done.clone(), (BitSet) gained.clone(), lookedAt, offers.clone());
  }

  /** Goes back; what money is left is not part of it. */
  void goBack(State state) {
    done = state.done;
    lookedAt = state.lookedAt;
    gained.clear();
    gained.or(state.gained);
    System.arraycopy(state.offers, 0, offers, 0, offers.length);
  }

  /** What the cheapest bundle costs that costs anything. */
  long cheapest() {
    return bundles.stream().mapToLong(this::more).filter(cents -> cents > 0).min().orElse(1);
  }

  private long more(BitSet bundle) {
    BitSet more = (BitSet) bundle.clone();
    more.andNot(done);
    return rules.cents(more);
  }

  /** What was seen, without what is covered since. */
  void refresh() {
    for (int i = 0; i < offers.length; i++) {
      Offer seen = offers[i];
      if (seen != null) {
        offers[i] = now(seen);
      }
    }
  }

  private double perCent(int bundle) {
    Offer offer = offers[bundle];
    return offer != null && affordable(offer.works) ? offer.perCent : 0;
  }

  /** Whether something of a bundle is left to do, and may be with what money is left. */
  boolean affordable(BitSet bundle) {
    BitSet more = (BitSet) bundle.clone();
    more.andNot(done);
    return !more.isEmpty() && rules.cents(more) <= left && rules.fits(done, more);
  }

  /**
   * Asks the place what bundles would gain now: all, or the most promising beside what was done.
   */
  void look(boolean first) {
    List<Integer> open =
        IntStream.range(0, offers.length).filter(i -> affordable(bundles.get(i))).boxed().toList();
    List<Integer> some = first ? open : promising(open);
    List<BitSet> asked = some.stream().map(bundles::get).toList();
    List<BitSet> gains = town.gains(done, asked);
    gained.or(town.covered(done)); // works gain more together than each was seen to gain
    for (int i = 0; i < some.size(); i++) {
      offers[some.get(i)] = offer(bundles.get(some.get(i)), gains.get(i));
    }
    lookedAt = (BitSet) done.clone();
  }

  /** Half of them gained most for their money when last seen, half cost least. */
  private List<Integer> promising(List<Integer> open) {
    BitSet since = (BitSet) done.clone();
    since.andNot(lookedAt);
    BitSet stirred = town.stirred(since);
    List<Integer> beside = open.stream().filter(i -> stirred.get(workOf.get(i))).toList();
    BitSet chosen = new BitSet();
    beside.stream()
        .sorted(
            Comparator.comparingDouble((Integer i) -> offers[i] == null ? 0 : -offers[i].perCent)
                .thenComparingInt(i -> i))
        .limit(again / 2)
        .forEach(chosen::set);
    beside.stream()
        .filter(i -> !chosen.get(i))
        .sorted(
            Comparator.comparingLong((Integer i) -> rules.cents(bundles.get(i)))
                .thenComparingInt(i -> i))
        .limit(again - chosen.cardinality())
        .toList()
        .forEach(chosen::set);
    return chosen.stream().boxed().toList();
  }

  /** What a bundle comes to that gains this. */
  Offer offer(BitSet bundle, BitSet gain) {
    BitSet more = (BitSet) bundle.clone();
    more.andNot(done);
    long cents = rules.cents(more);
    double yield = worth.of(gain, gained);
    return new Offer(bundle, cents, gain, yield, yield / Math.max(1, cents));
  }
}
