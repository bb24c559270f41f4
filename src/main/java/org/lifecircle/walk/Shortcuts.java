package org.lifecircle.walk;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What walks may use after a change that only opens, and could not before: the seeds from which
 * {@link FieldRepair} brings costs up to date. Found once for a change, of use to every field.
 */
public final class Shortcuts {

  private final View after;
  private final int[] from;
  private final int[] to;
  private final int[] length;
  private final BitSet eased; // nodes at which a link is newly there, or a rule lets more people by
  private final boolean[] joined; // by compound: see isJoined
  private final List<Doorway> doorways;

  private Shortcuts(
      View after, int[][] links, BitSet eased, boolean[] joined, List<Doorway> doorways) {
    this.after = after;
    from = links[0];
    to = links[1];
    length = links[2];
    this.eased = eased;
    this.joined = joined;
    this.doorways = doorways;
  }

  /**
   * What one view offers that another does not.
   *
   * @throws IllegalArgumentException if the later one closes or restores anything
   */
  static Shortcuts between(NetworkParts parts, View before, View after) {
    if (!onlyOpens(parts, before, after)) {
      throw new IllegalArgumentException("a change that closes has no shortcuts");
    }
    BitSet eased = after.linksNewlyThere(before);
    for (int passage = 0; passage < parts.passages().count(); passage++) {
      if (after.passage(passage).access() != before.passage(passage).access()) {
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
    return new Shortcuts(after, addedLinks(parts, before, after), eased, joined, List.of());
  }

  /** Whether nothing that is open in one view is closed in another. */
  static boolean onlyOpens(NetworkParts parts, View before, View after) {
    BitSet restored = (BitSet) before.altered().gone().clone();
    restored.andNot(after.altered().gone());
    return restored.isEmpty()
        && IntStream.range(0, parts.passages().count())
            .allMatch(p -> after.passage(p).access().compareTo(before.passage(p).access()) <= 0);
  }

  /** New ways through barriers, in a network that is otherwise as before. */
  static Shortcuts through(View view, List<Doorway> doorways) {
    return new Shortcuts(view, new int[3][0], new BitSet(), new boolean[0], doorways);
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
