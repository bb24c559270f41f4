package org.lifecircle.api;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.lifecircle.model.Coded;
import org.lifecircle.model.FacilityKind;
import org.lifecircle.model.Group;
import org.lifecircle.model.JudgedBy;
import org.lifecircle.model.KindPlaces;
import org.lifecircle.model.Lift;
import org.lifecircle.model.Requirement;
import org.lifecircle.siting.PlanRequest;

/** Reads what people ask of plans, with everything that is wrong with it at once. */
final class PlanReader {

  /** Yuan: more than any district will ever have. */
  static final double MOST_YUAN = 1e12;

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
          "opinions",
          "lifts",
          "kinds",
          "max_facilities_per_compound",
          "max_yuan_per_compound",
          "min_distance_m",
          "capacity",
          "places");

  private final OpenArea area;
  private final JsonRequest json;

  private PlanReader(OpenArea area, JsonRequest json) {
    this.area = area;
    this.json = json;
  }

  /**
   * The question this JSON asks.
   *
   * @throws ProblemException with everything that is wrong with it
   */
  static PlanQuestion read(byte[] body, OpenArea area) {
    JsonRequest json = new JsonRequest(body, MEMBERS);
    PlanReader reader = new PlanReader(area, json);
    PlanRequest request = reader.request();
    PlanQuestion.@Nullable Lifts lifts = reader.lifts();
    json.refuse(json.isSound() ? PlanComplaints.of(area, request) : List.of());
    return new PlanQuestion(request, lifts);
  }

  private PlanQuestion.@Nullable Lifts lifts() {
    if (!json.has("lifts")) {
      return null;
    }
    JsonNode node = json.get("lifts");
    JsonNode budget = node.path("budget_yuan");
    JsonNode type = node.path("type");
    Set<String> members = new TreeSet<>(Set.of("budget_yuan", "type"));
    node.fieldNames().forEachRemaining(members::add);
    if (!node.isObject() || members.size() > 2) {
      json.complain(
          "/lifts", "须为对象：budget_yuan、type", "it must be an object of budget_yuan and type");
    }
    if (!budget.isNumber() || !(budget.asDouble() >= 0 && budget.asDouble() <= MOST_YUAN)) {
      json.complain(
          "/lifts/budget_yuan", "须为补助预算（元）", "it must be the money for subsidies, in yuan");
    }
    List<String> types = List.of(Lift.LEVEL.code(), Lift.HALF_LANDING.code());
    String wanted = type.asText(Lift.LEVEL.code());
    if (!types.contains(wanted)) {
      json.complain("/lifts/type", "须为 level 或 half_landing", "it must be level or half_landing");
      return null;
    }
    return new PlanQuestion.Lifts(budget.asDouble(), Coded.of(Lift.class, wanted));
  }

  private PlanRequest request() {
    Double budget = json.number("budget_yuan", MOST_YUAN);
    if (!json.has("budget_yuan")) {
      json.complain("/budget_yuan", "缺少预算（元）", "the budget in yuan is missing");
    }
    List<String> judged = judged(area);
    List<String> requirements = json.words("requirements", judged::contains, judged, "标准中没有可评价的要求");
    List<String> known = groups(area);
    List<String> groups = json.words("groups", known::contains, known, "没有人群");
    List<String> kinds = null;
    if (json.has("kinds")) {
      List<String> all = area.standard().kinds().stream().map(FacilityKind::id).toList();
      kinds = json.words("kinds", all::contains, all, "没有设施类别");
    }
    boolean countsPlaces = json.truth("capacity") || json.has("places");
    Double apart = json.number("min_distance_m", 100_000);
    return new PlanRequest(
        budget == null ? 0 : budget,
        requirements,
        groups,
        json.truth("opinions") ? PlanRecords.heeding(weights(judged), area) : weights(judged),
        json.words("fixed"),
        json.words("forbidden"),
        json.truth("agreed_only"),
        agreed(),
        kinds,
        json.whole("max_facilities_per_compound", 1_000_000),
        json.number("max_yuan_per_compound", MOST_YUAN),
        apart == null ? 0 : apart,
        countsPlaces,
        countsPlaces ? places() : Map.of());
  }

  /** Places by kind: those of the policy, but for kinds that the request names. */
  private Map<String, Double> places() {
    Map<String, Double> places = new LinkedHashMap<>();
    area.renewal().places().forEach(its -> places.put(its.id(), its.places()));
    JsonNode node = json.get("places");
    if (!node.isMissingNode() && !node.isObject()) {
      json.complain(
          "/places",
          "须为对象：设施类别到每处容量",
          "it must be an object from kinds of facility to places in each");
    }
    Iterator<String> names = node.fieldNames();
    while (names.hasNext()) {
      String kind = names.next();
      JsonNode value = node.path(kind);
      String pointer = "/places/" + kind;
      if (area.standard().kinds().stream().noneMatch(known -> known.id().equals(kind))) {
        json.complain(pointer, "标准中没有这一设施类别", "there is no such kind of facility");
      } else if (!(value.isNumber()
          && value.asDouble() >= 0
          && value.asDouble() <= KindPlaces.MOST)) {
        json.complain(
            pointer,
            "须为 0 到 " + Math.round(KindPlaces.MOST) + " 的数",
            "it must be a number from 0 to " + Math.round(KindPlaces.MOST));
      } else {
        places.put(kind, value.asDouble());
      }
    }
    return places;
  }

  /** Owners who are named, and what all were asked about and agreed to by the records of today. */
  private Set<String> agreed() {
    Set<String> agreed = new TreeSet<>(json.words("agreed"));
    agreed.addAll(PlanRecords.agreed(area));
    return agreed;
  }

  /** Ids of the requirements that residents are counted by. */
  static List<String> judged(OpenArea area) {
    return area.standard().requirements().stream()
        .filter(r -> r.judgedBy() != JudgedBy.RATE)
        .map(Requirement::id)
        .toList();
  }

  static List<String> groups(OpenArea area) {
    return area.rules().groups().stream().map(Group::id).toList();
  }

  private Map<String, Double> weights(List<String> judged) {
    JsonNode node = json.get("weights");
    Map<String, Double> weights = new LinkedHashMap<>();
    if (node.isMissingNode()) {
      return weights;
    }
    if (!node.isObject()) {
      json.complain("/weights", "须为对象：要求编号到数", "it must be an object from requirements to numbers");
      return weights;
    }
    Iterator<String> names = node.fieldNames();
    while (names.hasNext()) {
      String name = names.next();
      JsonNode value = node.path(name);
      String pointer = "/weights/" + name;
      if (!judged.contains(name)) {
        json.complain(pointer, "标准中没有这项要求", "there is no such requirement");
      } else if (!value.isNumber() || !(value.asDouble() >= 0 && value.asDouble() <= 1000)) {
        json.complain(pointer, "须为 0 到 1000 的数", "it must be a number from 0 to 1000");
      } else {
        weights.put(name, value.asDouble());
      }
    }
    return weights;
  }
}
