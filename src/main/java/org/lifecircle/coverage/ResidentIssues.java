package org.lifecircle.coverage;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import org.lifecircle.model.DataIssue;
import org.lifecircle.model.Feature;
import org.lifecircle.model.IssueAction;
import org.lifecircle.model.Layer;
import org.lifecircle.model.Text;

/** What was wrong with numbers of residents, and what was done; never silent. */
final class ResidentIssues {

  private final List<DataIssue> issues = new ArrayList<>();

  /** Two figures for the same people; the finer one was kept. */
  void disagree(Layer layer, Feature feature, long given, long finer) {
    add(
        layer,
        feature,
        "residents_disagree",
        IssueAction.NOTED,
        new Text(
            "给定居民数 " + people(given) + "，与其中更细数据之和 " + people(finer) + " 不符；采用更细的数据。",
            "it is given "
                + people(given)
                + " residents, but the finer figures inside it add up to "
                + people(finer)
                + "; the finer figures were kept."));
  }

  /** People of whom no building is known. */
  void withoutBuilding(Layer layer, Feature feature, long people) {
    add(
        layer,
        feature,
        "residents_without_building",
        IssueAction.NOTED,
        new Text(
            people(people) + " 名居民所在处没有住宅楼；按无法步行到达计。请补绘楼栋或其用途。",
            people(people)
                + " residents live where no residential building is drawn; they are counted as"
                + " unreachable. Draw the buildings, or say what they are used for."));
  }

  /** A building with people but no way in. */
  void withoutEntrance(Feature building, long people) {
    add(
        Layer.BUILDINGS,
        building,
        "residents_without_entrance",
        IssueAction.NOTED,
        new Text(
            "楼内有 " + people(people) + " 名居民，但没有单元门；按无法步行到达计。",
            people(people)
                + " residents live in it, but it has no entrance; they are counted as"
                + " unreachable."));
  }

  /** More floors than any building has. */
  void floorsCapped(Feature building, int given, int cap) {
    add(
        Layer.BUILDINGS,
        building,
        "floors_too_many",
        IssueAction.REPAIRED,
        new Text(
            "楼层数 " + given + " 不可信；按 " + cap + " 层计。",
            given + " floors cannot be right; it was taken to have " + cap + "."));
  }

  private void add(Layer layer, Feature feature, String code, IssueAction action, Text message) {
    issues.add(
        new DataIssue(layer.code(), feature.id(), code, action, message, feature.geometry()));
  }

  private static String people(long millionths) {
    return BigDecimal.valueOf(millionths, 6)
        .setScale(2, RoundingMode.HALF_UP)
        .stripTrailingZeros()
        .toPlainString();
  }

  List<DataIssue> list() {
    return List.copyOf(issues);
  }
}
