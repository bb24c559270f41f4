package org.lifecircle.walk;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.lifecircle.model.Access;
import org.lifecircle.model.Feature;
import org.lifecircle.model.Gate;
import org.lifecircle.model.IllegalStructure;
import org.lifecircle.model.StudyArea;
import org.lifecircle.model.Wall;
import org.lifecircle.town.TownChanges;

/** Law 3: what only opens never lengthens a walk, what only closes never shortens one. */
class OpeningLawTest {

  /** By facility, by entrance: nothing here is more than there. */
  private static int shorter(TriedTown town, int[][] opened, int[][] before, Object what) {
    int shorter = 0;
    for (int f = 0; f < before.length; f++) {
      for (int e = 0; e < before[f].length; e++) {
        String who =
            town.area().entrances().get(e).id() + " to " + town.area().facilities().get(f).id();
        town.claim(opened[f][e] <= before[f][e], what, who, opened[f][e], before[f][e]);
        shorter += opened[f][e] < before[f][e] ? 1 : 0;
      }
    }
    return shorter;
  }

  static List<String> walls(StudyArea area) {
    return area.walls().stream().filter(w -> w.removable() && w.standing()).map(Wall::id).toList();
  }

  static List<String> structures(StudyArea area) {
    return area.illegalStructures().stream()
        .filter(IllegalStructure::blocksGround)
        .map(IllegalStructure::id)
        .toList();
  }

  @Test
  void taking_down_a_wall_or_a_structure_never_lengthens_a_walk() {
    int[] shorter = new int[1];
    TriedTown.each(
        400,
        town -> {
          int[][] before = town.costs();
          for (String wall : walls(town.area())) {
            int[][] after = town.costs(town.network().without(List.of(wall), List.of()));
            shorter[0] += shorter(town, after, before, wall);
          }
          for (String structure : structures(town.area())) {
            int[][] after = town.costs(town.network().without(List.of(), List.of(structure)));
            shorter[0] += shorter(town, after, before, structure);
          }
        });
    assertTrue(shorter[0] > 1000, () -> "walls hardly matter: " + shorter[0]);
  }

  @Test
  void taking_down_one_thing_more_never_lengthens_a_walk() {
    TriedTown.each(
        400,
        town -> {
          List<String> down = new ArrayList<>();
          int[][] before = town.costs();
          for (String wall : walls(town.area())) {
            down.add(wall);
            int[][] after = town.costs(town.network().without(down, List.of()));
            shorter(town, after, before, down);
            before = after;
          }
        });
  }

  @Test
  void opening_a_gate_never_lengthens_a_walk_and_closing_one_never_shortens_it() {
    int[] changed = new int[2];
    TriedTown.each(
        400,
        town -> {
          int[][] before = town.costs();
          for (Gate gate : someGates(town)) {
            if (gate.access() != Access.PUBLIC) {
              int[][] open = costs(town, gate, Access.PUBLIC);
              changed[0] += shorter(town, open, before, gate.id());
            }
            if (gate.access() != Access.CLOSED) {
              int[][] shut = costs(town, gate, Access.CLOSED);
              changed[1] += shorter(town, before, shut, gate.id());
            }
          }
        });
    assertTrue(changed[0] > 50 && changed[1] > 50, () -> changed[0] + " and " + changed[1]);
  }

  private static List<Gate> someGates(TriedTown town) {
    List<Gate> gates = town.area().gates();
    return gates.isEmpty()
        ? List.of()
        : Stream.of(gates.get(0), gates.get(gates.size() / 2)).distinct().toList();
  }

  private static int[][] costs(TriedTown town, Feature gate, Access access) {
    StudyArea changed = TownChanges.setGate(town.area(), gate.id(), access);
    return town.costs(WalkNetwork.of(changed, TriedTown.RULES));
  }
}
