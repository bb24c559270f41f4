package org.lifecircle.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.lifecircle.model.FacilityKind;
import org.lifecircle.model.Group;
import org.lifecircle.model.JudgedBy;
import org.lifecircle.model.Requirement;
import org.lifecircle.model.Text;
import org.lifecircle.siting.PlanRequest;

/** Reads what people ask of plans, with everything that is wrong with it at once. */
final class PlanReader {

  /** Yuan: more than any district will ever have. */
  private static final double MOST_YUAN = 1e12;

  private static final int MOST_NAMED = 10_000;
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Set<String> MEMBERS =
      Set.of(
          "budget_yuan",
          "requirements",
          "groups",
          "weights",
          "fixed",
          "forbidden",
          "agreed_only",
          "agreed",
          "kinds",
          "max_facilities_per_compound",
          "max_yuan_per_compound",
          "min_distance_m");

  private final OpenArea area;
  private final List<Complaint> complaints = new ArrayList<>();

  private PlanReader(OpenArea area) {
    this.area = area;
  }

  /**
   * The request this JSON makes.
   *
   * @throws ProblemException with everything that is wrong with it
   */
  static PlanRequest read(byte[] body, OpenArea area) {
    PlanReader reader = new PlanReader(area);
    PlanRequest request = reader.request(object(body));
    if (reader.complaints.isEmpty()) {
      reader.complaints.addAll(Plans.complaints(area, request));
    }
    if (!reader.complaints.isEmpty()) {
      throw refused(reader.complaints);
    }
    return request;
  }

  static ProblemException refused(List<Complaint> complaints) {
    return Problem.of(ProblemKind.BAD_CHOICE, "请按 errors 中所列逐项更正", "Correct what errors lists")
        .with(complaints)
        .asException();
  }

  /**
   * A body that is a JSON object.
   *
   * @throws ProblemException if it is not
   */
  static JsonNode object(byte[] body) {
    try {
      JsonNode json = JSON.readTree(body);
      if (json != null && json.isObject()) {
        return json;
      }
    } catch (JsonProcessingException e) {
      throw notJson(e.getOriginalMessage());
    } catch (IOException e) {
      throw notJson(String.valueOf(e.getMessage()));
    }
    throw notJson("it is no object");
  }

  private static ProblemException notJson(String why) {
    return Problem.of(
            ProblemKind.BAD_REQUEST, "请求正文须为 JSON 对象：" + why, "the body is no JSON object: " + why)
        .asException();
  }

  private PlanRequest request(JsonNode json) {
    Iterator<String> names = json.fieldNames();
    while (names.hasNext()) {
      String name = names.next();
      if (!MEMBERS.contains(name)) {
        String all = String.join(", ", new TreeSet<>(MEMBERS));
        complain("/" + name, "没有这一项，可用的有：" + all, "there is no such member, only " + all);
      }
    }
    Double budget = number(json, "budget_yuan", MOST_YUAN);
    if (json.path("budget_yuan").isMissingNode()) {
      complain("/budget_yuan", "缺少预算（元）", "the budget in yuan is missing");
    }
    List<String> requirements =
        words(json, "requirements", this::isJudged, judged(), "标准中没有可评价的要求");
    List<String> groups =
        words(
            json,
            "groups",
            id -> area.rules().groups().stream().anyMatch(g -> g.id().equals(id)),
            area.rules().groups().stream().map(Group::id).toList(),
            "没有人群");
    List<String> kinds = null;
    if (json.has("kinds")) {
      List<String> known = area.standard().kinds().stream().map(FacilityKind::id).toList();
      kinds = words(json, "kinds", known::contains, known, "没有设施类别");
    }
    Double most = number(json, "max_facilities_per_compound", 1_000_000);
    if (most != null && most != Math.rint(most)) {
      complain("/max_facilities_per_compound", "须为整数", "it is no whole number");
    }
    Double apart = number(json, "min_distance_m", 100_000);
    return new PlanRequest(
        budget == null ? 0 : budget,
        requirements,
        groups,
        weights(json),
        words(json, "fixed", id -> true, List.of(), ""),
        words(json, "forbidden", id -> true, List.of(), ""),
        truth(json, "agreed_only"),
        new TreeSet<>(words(json, "agreed", id -> true, List.of(), "")),
        kinds,
        most == null ? null : Integer.valueOf(most.intValue()),
        number(json, "max_yuan_per_compound", MOST_YUAN),
        apart == null ? 0 : apart);
  }

  private boolean isJudged(String id) {
    return judged().contains(id);
  }

  private List<String> judged() {
    return area.standard().requirements().stream()
        .filter(r -> r.judgedBy() != JudgedBy.RATE)
        .map(Requirement::id)
        .toList();
  }

  private void complain(String pointer, String zh, String en) {
    complaints.add(new Complaint(pointer, new Text(zh, en)));
  }

  private @Nullable Double number(JsonNode json, String name, double most) {
    JsonNode node = json.path(name);
    if (node.isMissingNode()) {
      return null;
    }
    double value = node.isNumber() ? node.asDouble() : Double.NaN;
    if (!(value >= 0 && value <= most)) {
      complain("/" + name, "须为 0 到 " + most + " 的数", "it must be a number from 0 to " + most);
      return null;
    }
    return value;
  }

  private boolean truth(JsonNode json, String name) {
    JsonNode node = json.path(name);
    if (!node.isMissingNode() && !node.isBoolean()) {
      complain("/" + name, "须为 true 或 false", "it must be true or false");
    }
    return node.asBoolean();
  }

  private List<String> words(
      JsonNode json, String name, Predicate<String> known, List<String> all, String zh) {
    JsonNode node = json.path(name);
    List<String> words = new ArrayList<>();
    if (node.isMissingNode()) {
      return words;
    }
    if (!node.isArray() || node.size() > MOST_NAMED) {
      complain(
          "/" + name, "须为列表，最多 " + MOST_NAMED + " 项", "it must be a list of at most " + MOST_NAMED);
      return words;
    }
    for (int i = 0; i < node.size(); i++) {
      String pointer = "/" + name + "/" + i;
      String word = node.get(i).asText();
      if (!node.get(i).isTextual() || word.isBlank()) {
        complain(pointer, "须为文字", "it must be text");
      } else if (!known.test(word)) {
        String shown = Parameters.shown(word);
        String list = String.join(", ", all);
        complain(
            pointer, zh + "“" + shown + "”，可用的有：" + list, "'" + shown + "' is not one of " + list);
      } else if (words.contains(word)) {
        complain(pointer, "“" + Parameters.shown(word) + "”重复", "it is named twice");
      } else {
        words.add(word);
      }
    }
    return words;
  }

  private Map<String, Double> weights(JsonNode json) {
    JsonNode node = json.path("weights");
    Map<String, Double> weights = new LinkedHashMap<>();
    if (node.isMissingNode()) {
      return weights;
    }
    if (!node.isObject()) {
      complain("/weights", "须为对象：要求编号到数", "it must be an object from requirements to numbers");
      return weights;
    }
    Iterator<String> names = node.fieldNames();
    while (names.hasNext()) {
      String name = names.next();
      JsonNode value = node.path(name);
      String pointer = "/weights/" + name;
      if (!isJudged(name)) {
        complain(pointer, "标准中没有这项要求", "there is no such requirement");
      } else if (!value.isNumber() || !(value.asDouble() >= 0 && value.asDouble() <= 1000)) {
        complain(pointer, "须为 0 到 1000 的数", "it must be a number from 0 to 1000");
      } else {
        weights.put(name, value.asDouble());
      }
    }
    return weights;
  }
}
