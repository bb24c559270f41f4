package org.lifecircle.siting;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.lifecircle.model.Access;
import org.lifecircle.model.Change;
import org.lifecircle.model.Facility;
import org.lifecircle.model.Gate;
import org.lifecircle.walk.WalkNetwork;

/**
 * A network with works done. It has the doors and gates of all of them, so that every plan is a
 * what-if that only opens; a candidate counts for nobody until it is chosen.
 */
final class WorksDone {

  /** So many are done before asking whether to stop: neighbours, so that little is seen twice. */
  private static final int AT_ONCE = 1024;

  private final WalkNetwork network;
  private final List<Work> works;
  private final Proof.Stop stop;
  private final Map<String, Integer> builtBy = new HashMap<>(); // by facility: the work
  private BitSet lastDone = new BitSet();
  private WalkNetwork last; // when those are done: the next to be asked about is often more
  private BitSet leastDone = new BitSet();
  private @Nullable WalkNetwork leastWalks; // with those done

  /**
   * @param network with the doors of all candidates and the gates that could be made, closed
   */
  WorksDone(WalkNetwork network, List<Work> works, Proof.Stop stop) {
    this.network = network;
    this.works = works;
    this.stop = stop;
    last = network;
    for (int w = 0; w < works.size(); w++) {
      if (works.get(w).change() instanceof Change.AddFacility facility) {
        builtBy.put(facility.feature().id(), w);
      }
    }
  }

  /** When nothing is done. */
  WalkNetwork network() {
    return network;
  }

  boolean builds(int work) {
    return works.get(work).change() instanceof Change.AddFacility;
  }

  /** What is built by a work; null where it builds nothing. */
  @Nullable Facility facility(int work) {
    return works.get(work).change() instanceof Change.AddFacility added ? added.feature() : null;
  }

  /** The work that builds a facility; null of one that stands today. */
  @Nullable Integer builder(Facility facility) {
    return builtBy.get(facility.id());
  }

  boolean stands(Facility facility, BitSet done) {
    Integer work = builder(facility);
    return work == null || done.get(work);
  }

  /** What a work does in a network in which all its gates and doors are there already. */
  static Change opening(Work work) {
    return work.change() instanceof Change.AddGate gate
        ? new Change.OpenGate(gate.id())
        : work.change();
  }

  /** What puts a work's gate or door there, the gate closed; null where it adds none. */
  static Change.@Nullable Addition door(Work work) {
    if (work.change() instanceof Change.AddGate gate) {
      Gate made = gate.feature();
      return new Change.AddGate(
          new Gate(
              made.id(),
              Access.CLOSED,
              made.compoundIds(),
              made.widthMetres(),
              made.hours(),
              made.geometry()));
    }
    return work.change() instanceof Change.AddFacility facility ? facility : null;
  }

  List<Change> openings(BitSet done) {
    return done.stream().filter(w -> !builds(w)).mapToObj(w -> opening(works.get(w))).toList();
  }

  /**
   * The network when these works are done.
   *
   * @throws Proof.CancelledException soon after somebody asks to stop
   */
  synchronized WalkNetwork with(BitSet done) {
    BitSet opened = opened(done);
    BitSet more = (BitSet) opened.clone();
    more.andNot(lastDone);
    BitSet fewer = (BitSet) lastDone.clone();
    fewer.andNot(opened);
    last = fewer.isEmpty() ? opened(last, more) : opened(network, opened);
    lastDone = opened;
    return last;
  }

  /**
   * A network in which no walk is longer than when these works are done; sooner made when they are
   * many.
   *
   * @throws Proof.CancelledException soon after somebody asks to stop
   */
  synchronized WalkNetwork atMost(BitSet done) {
    BitSet opened = opened(done);
    if (leastWalks == null || !opened.equals(leastDone)) {
      leastWalks = opened(network.leastWalks(), opened);
      leastDone = opened;
    }
    return leastWalks;
  }

  /** Those of some works that open. */
  BitSet opened(BitSet done) {
    BitSet opened = new BitSet();
    done.stream().filter(w -> !builds(w)).forEach(opened::set);
    return opened;
  }

  private WalkNetwork opened(WalkNetwork from, BitSet more) {
    WalkNetwork now = from;
    List<Integer> left = neighbours(more);
    for (int at = 0; at < left.size(); at += AT_ONCE) {
      if (stop.asked()) {
        throw new Proof.CancelledException();
      }
      BitSet some = new BitSet();
      left.subList(at, Math.min(left.size(), at + AT_ONCE)).forEach(some::set);
      now = now.with(openings(some));
    }
    return now.settled();
  }

  private List<Integer> neighbours(BitSet some) {
    List<Integer> sorted = new ArrayList<>(some.stream().boxed().toList());
    sorted.sort(
        Comparator.comparingDouble(
                (Integer w) -> works.get(w).geometry().getEnvelopeInternal().getMinX())
            .thenComparingInt(w -> w));
    return sorted;
  }
}
