package org.lifecircle.walk;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/**
 * What a node sees over ground.
 *
 * @param links targets and lengths in turn
 * @param through how much of them a search from facilities follows
 * @param met the removables that could change it
 */
@SuppressWarnings("ArrayRecordComponent") // never compared, never changed
record Row(int[] links, int through, int[] met) {

  /** What a look has found. */
  static Row of(Sight sight) {
    return new Row(sight.row(), 2 * sight.through(), sight.met().stream().toArray());
  }

  /** No links, but what could change them. */
  Row without() {
    return new Row(new int[0], 0, met);
  }

  /** The same links and more of them that searches from facilities follow, none of them blind. */
  Row with(List<Integer> more, int[] nowMet) {
    int[] all = Arrays.copyOf(links, links.length + more.size());
    for (int i = 0; i < more.size(); i++) {
      all[links.length + i] = more.get(i);
    }
    return new Row(all, all.length, nowMet);
  }

  /** Whether there is a link of this length to a node. */
  boolean has(int node, int lengthMillimetres) {
    for (int i = 0; i < links.length; i += 2) {
      if (links[i] == node && links[i + 1] == lengthMillimetres) {
        return true;
      }
    }
    return false;
  }

  /** What a node sees today. */
  static Row of(GroundLinks ground, int node) {
    int first = ground.first(node);
    int[] links = new int[2 * (ground.end(node, false) - first)];
    for (int i = 0; i < links.length; i += 2) {
      links[i] = ground.to(first + i / 2);
      links[i + 1] = ground.lengthMillimetres(first + i / 2);
    }
    return new Row(links, 2 * (ground.end(node, true) - first), ground.met(node));
  }

  /** What a node sees in a wedge by a new look, and outside it as before. */
  Row renewed(int node, Wedge wedge, Nodes nodes, Sight look) {
    int[] now = look.row();
    int split = 2 * look.through();
    int[] both = new int[links.length + now.length];
    int follows = outside(node, wedge, nodes, 0, through, both, 0);
    System.arraycopy(now, 0, both, follows, split);
    follows += split;
    int size = outside(node, wedge, nodes, through, links.length, both, follows);
    System.arraycopy(now, split, both, size, now.length - split);
    BitSet all = (BitSet) look.met().clone();
    Arrays.stream(met).forEach(all::set);
    return new Row(Arrays.copyOf(both, size + now.length - split), follows, all.stream().toArray());
  }

  /** Copies those links that lie outside a wedge; returns where they end. */
  private int outside(
      int node, Wedge wedge, Nodes nodes, int first, int end, int[] into, int start) {
    int at = start;
    for (int i = first; i < end; i += 2) {
      long dx = (long) nodes.x(links[i]) - nodes.x(node);
      long dy = (long) nodes.y(links[i]) - nodes.y(node);
      if (!wedge.holds(dx, dy)) {
        into[at++] = links[i];
        into[at++] = links[i + 1];
      }
    }
    return at;
  }
}
