package org.lifecircle.io.assembly;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lifecircle.model.Coded;
import org.lifecircle.model.DataIssue;
import org.lifecircle.model.IssueAction;
import org.lifecircle.model.Layer;
import org.lifecircle.model.Text;
import org.locationtech.jts.geom.Geometry;

/** Gathers data issues, each by itself: whoever mends the data needs every one of them. */
final class IssueLog {

  private final List<DataIssue> issues = new ArrayList<>();

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
    issues.add(issue);
  }

  /** By layer, code and feature, so that the order of the inputs does not show. */
  List<DataIssue> list() {
    return issues.stream()
        .sorted(
            Comparator.comparingInt((DataIssue issue) -> rank(issue.layer()))
                .thenComparing(DataIssue::code)
                .thenComparing(DataIssue::featureId)
                .thenComparing(issue -> issue.message().en()))
        .toList();
  }

  private static int rank(String layer) {
    return Coded.find(Layer.class, layer).map(Layer::ordinal).orElse(-1);
  }
}
