package org.lifecircle.io.policy;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.lifecircle.model.Group;
import org.lifecircle.model.Provenance;
import org.lifecircle.model.Slopes;
import org.lifecircle.model.StairPace;

/** Reads the groups of {@code walking.yaml}: what a group cannot do, its entry leaves out. */
final class GroupReader {

  private static final int MAX_SPEED = 5000;

  private final Provenances provenances;

  GroupReader(Provenances provenances) {
    this.provenances = provenances;
  }

  List<Group> readAll(PolicyNode root) {
    List<Group> groups = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    for (PolicyNode node : root.children("groups")) {
      Optional<Group> group = node.make(this::group);
      if (group.isPresent() && !seen.add(group.get().id())) {
        node.fault(
            "id", "“" + group.get().id() + "”重复", "'" + group.get().id() + "' is there twice");
      }
      group.ifPresent(groups::add);
    }
    if (!seen.contains(Group.PLANNING)) {
      root.fault(
          "groups", "缺少人群“" + Group.PLANNING + "”", "there is no group '" + Group.PLANNING + "'");
    }
    return groups;
  }

  private Group group(PolicyNode node) {
    PolicyNode speed = node.child("speed");
    int millimetresPerSecond = speed.wholeNumber("mm_per_s", 100, MAX_SPEED);
    Provenance provenance = provenances.read(speed);
    speed.done();
    return new Group(
        node.id(),
        node.words("name"),
        millimetresPerSecond,
        node.findChild("steps").flatMap(n -> n.make(this::steps)).orElse(null),
        node.findChild("stairs").flatMap(n -> n.make(this::stairs)).orElse(null),
        node.findChild("slopes").flatMap(n -> n.make(this::slopes)).orElse(null),
        node.findChild("crossing").flatMap(n -> n.make(this::crossingWait)).orElse(0),
        node.findChild("population").flatMap(n -> n.make(this::share)).orElse(null),
        provenance);
  }

  private int steps(PolicyNode node) {
    provenances.read(node);
    return node.wholeNumber("mm_per_s", 50, MAX_SPEED);
  }

  private StairPace stairs(PolicyNode node) {
    provenances.read(node);
    return new StairPace(
        node.wholeNumber("up_s", 1, 600),
        node.wholeNumber("down_s", 1, 600),
        node.findWholeNumber("rest_s", 0, 3600).orElse(0),
        node.findWholeNumber("rest_every_floors", 0, 100).orElse(0));
  }

  private Slopes slopes(PolicyNode node) {
    provenances.read(node);
    return new Slopes(node.findNumber("max", 0, 1).orElse(null), node.truth("capped_downhill"));
  }

  private int crossingWait(PolicyNode node) {
    provenances.read(node);
    return node.wholeNumber("wait_s", 0, 600);
  }

  private double share(PolicyNode node) {
    provenances.read(node);
    return node.number("share", 0, 1);
  }
}
