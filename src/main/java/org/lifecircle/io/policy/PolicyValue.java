package org.lifecircle.io.policy;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.lifecircle.model.Coded;

/**
 * One value of a policy file and its place. Asked for what it is not, it notes a fault and gives
 * nothing.
 */
record PolicyValue(PolicyFaults faults, String place, JsonNode json) {

  Optional<PolicyNode> mapping() {
    if (json.isObject()) {
      return Optional.of(new PolicyNode(faults, place, json));
    }
    return wrong("应为键值对", "keys and values are needed, as in 'id: …'");
  }

  /** The values of a list, or itself alone. */
  List<PolicyValue> items() {
    if (!json.isArray()) {
      return List.of(this);
    }
    List<PolicyValue> items = new ArrayList<>();
    for (int i = 0; i < json.size(); i++) {
      items.add(new PolicyValue(faults, place + "/" + i, json.get(i)));
    }
    return items;
  }

  /** Numbers and truth values are taken as written. */
  Optional<String> text() {
    if (json.isValueNode() && !json.isNull() && !json.asText().isBlank()) {
      return Optional.of(json.asText().strip());
    }
    return wrong("应为文字", "a text is needed");
  }

  Optional<Integer> wholeNumber(int min, int max) {
    if (json.isIntegralNumber() && json.canConvertToInt()) {
      return inRange(json.intValue(), min, max);
    }
    return wrong(
        "“" + shown() + "”不是 " + min + " 到 " + max + " 的整数",
        "'" + shown() + "' is not a whole number from " + min + " to " + max);
  }

  /** Always finite. */
  Optional<Double> number(double min, double max) {
    if (json.isNumber() && Double.isFinite(json.doubleValue())) {
      return inRange(json.doubleValue(), min, max);
    }
    return wrong("“" + shown() + "”不是数字", "'" + shown() + "' is not a number");
  }

  Optional<Boolean> truth() {
    return json.isBoolean()
        ? Optional.of(json.booleanValue())
        : wrong("“" + shown() + "”应为 true 或 false", "'" + shown() + "' must be true or false");
  }

  <E extends Enum<E> & Coded> Optional<E> code(Class<E> type) {
    Optional<String> code = text();
    Optional<E> value = code.flatMap(c -> Coded.find(type, c));
    if (code.isEmpty() || value.isPresent()) {
      return value;
    }
    String all = String.join(", ", Coded.codes(type));
    return wrong("“" + shown() + "”无效，可用：" + all, "'" + shown() + "' is not one of " + all);
  }

  /** A text, whole number, number or truth value, as it stands. */
  Optional<Object> plain() {
    if (json.isBoolean()) {
      return Optional.of(json.booleanValue());
    }
    if (json.isInt()) {
      return Optional.of(json.intValue());
    }
    return json.isNumber()
        ? number(-Double.MAX_VALUE, Double.MAX_VALUE).map(Object.class::cast)
        : text().map(Object.class::cast);
  }

  private <N extends Comparable<N>> Optional<N> inRange(N value, N min, N max) {
    return value.compareTo(min) >= 0 && value.compareTo(max) <= 0
        ? Optional.of(value)
        : wrong(
            value + " 超出范围 " + min + " 到 " + max, value + " is not within " + min + " to " + max);
  }

  private <T> Optional<T> wrong(String zh, String en) {
    faults.add(place, zh, en);
    return Optional.empty();
  }

  private String shown() {
    String text = json.isValueNode() ? json.asText() : json.toString();
    return text.length() <= 40 ? text : text.substring(0, 40) + "…";
  }
}
