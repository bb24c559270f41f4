package org.lifecircle.walk;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.TreeSet;
import org.lifecircle.model.Access;
import org.lifecircle.model.Facility;
import org.lifecircle.model.Gate;
import org.lifecircle.model.IllegalStructure;
import org.lifecircle.model.Layer;
import org.lifecircle.model.Scenario;
import org.lifecircle.model.Serves;
import org.lifecircle.model.StudyArea;
import org.lifecircle.model.Wall;

/**
 * A what-if computed from nothing on the same arrangement: every node looks afresh, gates are read
 * from the changed area, and for each pair of compounds the whole town is searched with just the
 * gates that pair may pass. Shares neither views nor labels with what it checks.
 */
final class PlainWhatIf {

  private record Link(int to, int length, Set<Integer> groups) {}

  private static final Set<Integer> EVERYBODY = Set.of(-7);

  private final NetworkParts parts;
  private final StudyArea area;
  private final List<List<Link>> links = new ArrayList<>();
  private final int[] groups;

  PlainWhatIf(WalkNetwork network, StudyArea before, Scenario scenario) {
    parts = network.parts();
    area = scenario.applyTo(before);
    BitSet gone = new BitSet();
    for (Wall wall : area.walls()) {
      if (!wall.standing()) {
        parts.things().findRemovable(Layer.WALLS, wall.id()).ifPresent(gone::set);
      }
    }
    for (IllegalStructure structure : area.illegalStructures()) {
      if (!structure.blocksGround()) {
        parts.things().findRemovable(Layer.ILLEGAL_STRUCTURES, structure.id()).ifPresent(gone::set);
      }
    }
    groups = parts.joins().groups(parts.world().arrangement().without(gone));
    for (int i = 0; i < parts.nodes().count(); i++) {
      links.add(new ArrayList<>());
    }
    addGround(gone);
    addOthers(gone);
  }

  private void addGround(BitSet gone) {
    Standing standing = parts.world().arrangement().without(gone);
    Sight sight = parts.world().sight(standing);
    for (int node = 0; node < parts.nodes().count(); node++) {
      if (parts.nodes().isCorner(node)) {
        sight.look(node, standing);
        for (int k = 0; k < sight.count(); k++) {
          links.get(node).add(new Link(sight.to(k), sight.lengthMillimetres(k), EVERYBODY));
        }
      }
    }
  }

  private void addOthers(BitSet gone) {
    for (int i = 0; i < parts.links().count(); i++) {
      Links.Link link = parts.links().get(i);
      Set<Integer> who = link.passage() == Links.NO_PASSAGE ? EVERYBODY : who(link.passage());
      if (link.needs().removables().stream().allMatch(gone::get)) {
        links.get(link.from()).add(new Link(link.to(), link.lengthMillimetres(), who));
        links.get(link.to()).add(new Link(link.from(), link.lengthMillimetres(), who));
      }
    }
  }

  private Set<Integer> who(int passage) {
    Passages.Passage rule = parts.passages().get(passage);
    Access access = rule.access();
    for (Gate gate : area.gates()) {
      if (gate.id().equals(rule.gate())) {
        access = gate.access();
      }
    }
    if (access == Access.PUBLIC) {
      return EVERYBODY;
    }
    Set<Integer> who = new TreeSet<>();
    if (access == Access.RESIDENTS) {
      rule.compounds().forEach(c -> who.add(groups[c]));
    }
    return who;
  }

  int[] costsTo(Facility facility) {
    int compound = parts.compounds().at(facility.geometry().getInteriorPoint().getCoordinate());
    int home = compound < 0 ? -1 : groups[compound];
    int[] costs = new int[parts.doors().entranceCount()];
    Arrays.fill(costs, WalkNetwork.UNREACHED);
    Set<Integer> all = new TreeSet<>();
    for (int i = 0; i < costs.length; i++) {
      all.add(group(i));
    }
    for (int group : all) {
      int[] found =
          search(parts.doors().facilityNodes(facility.id()), new TreeSet<>(List.of(home, group)));
      for (int i = 0; i < costs.length; i++) {
        boolean served = facility.serves() == Serves.PUBLIC || (home >= 0 && home == group);
        if (group(i) == group && served) {
          costs[i] = found[parts.doors().entranceNode(i)];
        }
      }
    }
    return costs;
  }

  private int group(int entrance) {
    int compound = parts.entranceCompound(entrance);
    return compound < 0 ? -3 : groups[compound];
  }

  private int[] search(List<Integer> starts, Set<Integer> own) {
    int[] cost = new int[links.size()];
    Arrays.fill(cost, WalkNetwork.UNREACHED);
    PriorityQueue<long[]> queue = new PriorityQueue<>((a, b) -> Long.compare(a[0], b[0]));
    starts.forEach(node -> queue.add(new long[] {0, node}));
    while (!queue.isEmpty()) {
      long[] item = queue.remove();
      int node = (int) item[1];
      if (item[0] < cost[node]) {
        cost[node] = (int) item[0];
        boolean isEnd = item[0] > 0 && parts.nodes().isDoor(node); // none leads through
        for (Link link : isEnd ? List.<Link>of() : links.get(node)) {
          boolean passes =
              link.groups().equals(EVERYBODY) || link.groups().stream().anyMatch(own::contains);
          if (passes) {
            queue.add(new long[] {item[0] + link.length(), link.to()});
          }
        }
      }
    }
    return cost;
  }
}
