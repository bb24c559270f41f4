package org.lifecircle.api;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.lifecircle.coverage.Dwellings;
import org.lifecircle.model.Coded;
import org.lifecircle.model.DataIssue;
import org.lifecircle.model.Layer;
import org.lifecircle.model.StudyArea;
import org.lifecircle.walk.WalkNetwork;

/** All that was found wrong with an area's data: by its readers, its network and its head count. */
public final class AllIssues {

  private AllIssues() {}

  /** By layer, code and feature; what two of them found is told once. */
  public static List<DataIssue> of(StudyArea area, WalkNetwork network, Dwellings dwellings) {
    return Stream.of(area.issues(), network.issues(), dwellings.issues())
        .flatMap(List::stream)
        .distinct()
        .sorted(
            Comparator.comparingInt((DataIssue issue) -> rank(issue.layer()))
                .thenComparing(DataIssue::code)
                .thenComparing(DataIssue::featureId))
        .toList();
  }

  private static int rank(String layer) {
    return Coded.find(Layer.class, layer).map(Layer::ordinal).orElse(-1);
  }
}
