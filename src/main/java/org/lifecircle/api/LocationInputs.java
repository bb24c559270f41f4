package org.lifecircle.api;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.lifecircle.model.Coded;
import org.lifecircle.siting.LocationRequest.Existing;
import org.lifecircle.siting.LocationRequest.Problem;

/**
 * What location-allocation is asked with, as JSON schemas; {@link Locations} says what is wrong
 * with it.
 */
final class LocationInputs {

  static final List<String> REQUIRED = List.of("problem", "requirement");

  static final Map<String, Map<String, Object>> ALL = all();

  private LocationInputs() {}

  private static Map<String, Map<String, Object>> all() {
    Map<String, Map<String, Object>> all = new LinkedHashMap<>();
    all.put("problem", words(Coded.codes(Problem.class)));
    all.put("requirement", Parameters.schema("string"));
    all.put("group", Parameters.schema("string"));
    Map<String, Object> count = Parameters.schema("integer");
    count.put("minimum", 0);
    all.put("count", count);
    for (String name : List.of("budget_yuan", "limit_m", "limit_minutes", "capacity")) {
      Map<String, Object> number = Parameters.schema("number");
      number.put("minimum", 0);
      all.put(name, number);
    }
    all.put("existing", words(Coded.codes(Existing.class)));
    for (String name : List.of("fixed", "forbidden")) {
      Map<String, Object> list = Parameters.schema("array");
      list.put("items", Parameters.schema("string"));
      all.put(name, list);
    }
    all.put("build", Parameters.schema("boolean"));
    return all;
  }

  private static Map<String, Object> words(List<String> codes) {
    Map<String, Object> word = Parameters.schema("string");
    word.put("enum", codes);
    return word;
  }
}
