package org.lifecircle.api;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.lifecircle.freedspace.Demolition;
import org.lifecircle.freedspace.RemovableIssues;
import org.lifecircle.model.DataIssue;
import org.lifecircle.model.Deduction;
import org.lifecircle.model.Text;

/**
 * What is asked to go, and which deductions are to count: parameters that several questions share.
 */
final class Removal {

  private static final String NONE = "none";

  private final OpenArea area;

  final Parameter<String> remove =
      Parameters.text(
          "remove",
          new Text(
              "拆除什么，用逗号分隔：walls:编号、illegal_structures:编号、compound:小区编号、owner:产权人、all；缺省为情景所拆，没有则为 all",
              "what goes, separated by commas: walls:ID, illegal_structures:ID, compound:ID, "
                  + "owner:NAME, all; else what the scenario takes down, or all that may"));

  final Parameter<List<String>> deduct =
      Parameters.someOf(
          "deduct", new Text("哪些退让计入；缺省为全部", "which deductions count; else all"), deductions());

  Removal(OpenArea area) {
    this.area = area;
  }

  /**
   * What is asked to go.
   *
   * @throws ProblemException naming everything that is unknown or may not go
   */
  Works works(Question question) {
    String ids = question.find(remove).orElse(null);
    if (ids == null) {
      return Works.usual(area);
    }
    try {
      List<String> asked = Arrays.stream(ids.split(",", -1)).map(String::strip).toList();
      return new Works(area.area(), Demolition.of(area.area(), asked), Works.ASKED);
    } catch (IllegalArgumentException e) {
      String reason = String.valueOf(e.getMessage());
      throw Problem.badQuery(List.of(Complaint.aboutQuery("remove", "无法拆除：" + reason, reason)))
          .asException();
    }
  }

  /** The deductions that count. */
  Set<Deduction> heeded(Question question) {
    List<String> asked = question.find(deduct).orElse(null);
    Set<Deduction> heeded = EnumSet.noneOf(Deduction.class);
    for (Deduction deduction : Deduction.values()) {
      if (asked == null || asked.contains(deduction.code())) {
        heeded.add(deduction);
      }
    }
    return heeded;
  }

  /** What is wrong with what goes, as members of an answer. */
  List<Map<String, Object>> issues(Question question, Works works) {
    List<Map<String, Object>> issues = new ArrayList<>();
    for (DataIssue issue : RemovableIssues.of(works.area(), works.demolition())) {
      Map<String, Object> json = new LinkedHashMap<>();
      json.put("layer", issue.layer());
      json.put("feature_id", issue.featureId());
      json.put("code", issue.code());
      json.put("action", issue.action().code());
      json.put("message", question.in(issue.message()));
      issues.add(json);
    }
    return issues;
  }

  /** Square metres to the square centimetre: more would only seem exact. */
  static Map<String, @Nullable Object> tidy(Map<String, @Nullable Object> values) {
    values.replaceAll(
        (name, value) -> value instanceof Double number ? Numbers.rounded(number, 4) : value);
    return values;
  }

  private static List<String> deductions() {
    List<String> words = new ArrayList<>(List.of(NONE));
    for (Deduction deduction : Deduction.values()) {
      words.add(deduction.code());
    }
    return words;
  }
}
