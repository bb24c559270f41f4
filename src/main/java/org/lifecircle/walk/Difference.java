package org.lifecircle.walk;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What walks may use after a change and could not before, and the passages that let fewer people
 * by: the seeds from which {@link FieldRepair} brings costs up to date. Found once for a change, of
 * use to every field.
 */
public final class Difference {

  private final View after;
  private final int[] from;
  private final int[] to;
  private final int[] length;
  private final BitSet eased; // nodes at which a link is newly there, or a rule lets more people by
  private final BitSet closed; // passages
  private final boolean[] joined; // by compound: see isJoined
  private final List<Doorway> doorways;

  private Difference(
      View after,
      int[][] links,
      BitSet eased,
      BitSet closed,
      boolean[] joined,
      List<Doorway> doorways) {
    this.after = after;
    from = links[0];
    to = links[1];
    length = links[2];
    this.eased = eased;
    this.closed = closed;
    this.joined = joined;
    this.doorways = doorways;
  }

  /**
   * What is different in one view from another.
   *
   * @throws IllegalArgumentException if something is gone in the earlier one and stands again in
   *     the later
   */
  static Difference between(NetworkParts parts, View before, View after) {
    if (restores(before, after)) {
      throw new IllegalArgumentException("what stands again changes what nodes see");
    }
    BitSet eased = after.linksNewlyThere(before);
    BitSet closed = new BitSet();
    for (int passage = 0; passage < parts.passages().count(); passage++) {
      int stricter = after.passage(passage).access().compareTo(before.passage(passage).access());
      closed.set(passage, stricter > 0);
      if (stricter < 0) {
        eased.or(parts.gateSides().of(passage));
      }
    }
    boolean[] joined = new boolean[parts.compounds().count()];
    for (int compound = 0; compound < joined.length; compound++) {
      BitSet sides = after.sides(after.group(compound));
      BitSet gained = (BitSet) sides.clone();
      gained.andNot(before.sides(before.group(compound)));
      if (after.group(compound) != before.group(compound) || !gained.isEmpty()) {
        joined[compound] = true;
        eased.or(sides);
      }
    }
    int[][] links = addedLinks(parts, before, after);
    return new Difference(after, links, eased, closed, joined, List.of());
  }

  /** Whether something is gone in one view that stands in another. */
  static boolean restores(View before, View after) {
    BitSet restored = (BitSet) before.altered().gone().clone();
    restored.andNot(after.altered().gone());
    return !restored.isEmpty();
  }

  /** New ways through barriers, in a network that is otherwise as before. */
  static Difference through(View view, List<Doorway> doorways) {
    BitSet none = new BitSet();
    return new Difference(view, new int[3][0], none, none, new boolean[0], doorways);
  }

  private static int[][] addedLinks(NetworkParts parts, View before, View after) {
    int[][] links = new int[3][64];
    int count = 0;
    int[] marks = parts.marks();
    for (int node : after.freshSince(before)) {
      int[] old = before.rowThrough(node);
      for (int i = 0; i < old.length; i += 2) {
        marks[old[i]] = node + 1;
      }
      int[] now = after.rowThrough(node);
      for (int i = 0; i < now.length; i += 2) {
        if (marks[now[i]] != node + 1) {
          if (count == links[0].length) {
            for (int k = 0; k < 3; k++) {
              links[k] = Arrays.copyOf(links[k], 2 * count);
            }
          }
          links[0][count] = node;
          links[1][count] = now[i];
          links[2][count++] = now[i + 1];
        }
      }
      for (int i = 0; i < old.length; i += 2) {
        marks[old[i]] = 0;
      }
    }
    for (int k = 0; k < 3; k++) {
      links[k] = Arrays.copyOf(links[k], count);
    }
    return links;
  }

  /** The nodes, each once and ascending, from which walks may go a new way. */
  public int[] sources() {
    return IntStream.concat(Arrays.stream(from), eased.stream()).sorted().distinct().toArray();
  }

  View after() {
    return after;
  }

  int linkCount() {
    return from.length;
  }

  int from(int link) {
    return from[link];
  }

  int to(int link) {
    return to[link];
  }

  int lengthMillimetres(int link) {
    return length[link];
  }

  BitSet eased() {
    return eased;
  }

  /** The passages that let fewer people by. */
  BitSet closed() {
    return closed;
  }

  /**
   * Whether the people of a compound are another group than before, or pass residents' gates that
   * they did not: they share those of a compound that it has joined, or one is closed no longer.
   */
  boolean isJoined(int compound) {
    return compound != CompoundMap.NOWHERE && joined.length > 0 && joined[compound];
  }

  List<Doorway> doorways() {
    return doorways;
  }
}
