package org.lifecircle.io.assembly;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.lifecircle.model.Coded;
import org.lifecircle.model.DataIssue;
import org.lifecircle.model.IssueAction;
import org.lifecircle.model.Layer;
import org.lifecircle.model.Text;
import org.locationtech.jts.geom.Geometry;

/**
 * Gathers data issues. Where more than a thousand features of a layer share a code they become one
 * issue with a count: nobody reads twenty thousand lines that say the same.
 */
final class IssueLog {

  private static final int KEPT_APART = 1000;

  private record Group(String layer, String code, IssueAction action) {}

  private final Map<Group, List<DataIssue>> groups = new LinkedHashMap<>();

  void add(
      Layer layer,
      String id,
      String code,
      IssueAction action,
      Text message,
      @Nullable Geometry where) {
    add(new DataIssue(layer.code(), id, code, action, message, where));
  }

  void add(DataIssue issue) {
    Group group = new Group(issue.layer(), issue.code(), issue.action());
    groups.computeIfAbsent(group, g -> new ArrayList<>()).add(issue);
  }

  /** By layer, code and feature, so that the order of the inputs does not show. */
  List<DataIssue> list() {
    return groups.values().stream()
        .flatMap(group -> inOrder(group).stream())
        .sorted(
            Comparator.comparingInt((DataIssue issue) -> rank(issue.layer()))
                .thenComparing(DataIssue::code)
                .thenComparing(DataIssue::featureId))
        .toList();
  }

  private static List<DataIssue> inOrder(List<DataIssue> group) {
    List<DataIssue> sorted =
        group.stream()
            .sorted(Comparator.comparing(DataIssue::featureId).thenComparing(i -> i.message().en()))
            .toList();
    if (sorted.size() <= KEPT_APART) {
      return sorted;
    }
    DataIssue example = sorted.get(0);
    String count = String.valueOf(sorted.size());
    Text message =
        new Text(
            "共 " + count + " 处；例如 " + example.featureId() + ":" + example.message().zh(),
            count
                + " features; for example "
                + example.featureId()
                + ": "
                + example.message().en());
    return List.of(
        new DataIssue(example.layer(), "", example.code(), example.action(), message, null));
  }

  private static int rank(String layer) {
    return Coded.find(Layer.class, layer).map(Layer::ordinal).orElse(-1);
  }
}
