package org.lifecircle.api;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.lifecircle.model.Lift;

/** What a plan is asked with, as JSON schemas; {@link PlanReader} says what is wrong with it. */
final class PlanInputs {

  static final Map<String, Map<String, Object>> ALL = all();

  private PlanInputs() {}

  private static Map<String, Map<String, Object>> all() {
    Map<String, Map<String, Object>> all = new LinkedHashMap<>();
    all.put("budget_yuan", number());
    for (String name : List.of("requirements", "groups", "kinds", "fixed", "forbidden", "agreed")) {
      Map<String, Object> list = Parameters.schema("array");
      list.put("items", Parameters.schema("string"));
      all.put(name, list);
    }
    all.put("weights", Parameters.schema("object"));
    all.put("agreed_only", Parameters.schema("boolean"));
    all.put("opinions", Parameters.schema("boolean"));
    all.put("lifts", lifts());
    Map<String, Object> facilities = Parameters.schema("integer");
    facilities.put("minimum", 0);
    all.put("max_facilities_per_compound", facilities);
    all.put("max_yuan_per_compound", number());
    all.put("min_distance_m", number());
    all.put("capacity", Parameters.schema("boolean"));
    Map<String, Object> places = Parameters.schema("object");
    places.put("additionalProperties", number());
    all.put("places", places);
    return all;
  }

  private static Map<String, Object> lifts() {
    Map<String, Object> type = Parameters.schema("string");
    type.put("enum", List.of(Lift.LEVEL.code(), Lift.HALF_LANDING.code()));
    Map<String, Object> lifts = Parameters.schema("object");
    lifts.put("required", List.of("budget_yuan"));
    lifts.put("properties", Map.of("budget_yuan", number(), "type", type));
    return lifts;
  }

  private static Map<String, Object> number() {
    Map<String, Object> number = Parameters.schema("number");
    number.put("minimum", 0);
    return number;
  }
}
