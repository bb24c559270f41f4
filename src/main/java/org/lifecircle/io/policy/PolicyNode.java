package org.lifecircle.io.policy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.lifecircle.model.BadValueException;
import org.lifecircle.model.Coded;
import org.lifecircle.model.Text;

/**
 * One mapping of a policy file, read key by key. Whatever is wrong is noted and a stand-in handed
 * back, so that one reading finds all faults; nothing that was read may be used before the file is
 * known to have none. A key nobody asked for is a fault too.
 */
public final class PolicyNode {

  private static final Pattern ID = Pattern.compile("[a-z][a-z0-9_]{0,62}");
  private static final JsonNode EMPTY = JsonNodeFactory.instance.objectNode();

  private final PolicyFaults faults;
  private final String pointer;
  private final JsonNode node;
  private final Set<String> asked = new LinkedHashSet<>();

  PolicyNode(PolicyFaults faults, String pointer, JsonNode node) {
    this.faults = faults;
    this.pointer = pointer;
    this.node = node;
  }

  /** Where this mapping is, as a JSON pointer. */
  public String pointer() {
    return pointer;
  }

  /**
   * What the reader makes of this mapping; empty when it is faulty. Complaints of record
   * constructors become faults of this place, unless they only echo a fault already noted in it.
   */
  public <T> Optional<T> make(Function<PolicyNode, T> reader) {
    int before = faults.count();
    try {
      T made = reader.apply(this);
      done();
      return faults.count() == before ? Optional.of(made) : Optional.empty();
    } catch (BadValueException e) {
      if (faults.count() == before) {
        faults.add(pointer, e.reason().zh(), e.reason().en());
      }
      return Optional.empty();
    }
  }

  /** Notes every key that was not asked for. {@link #make} does this by itself. */
  public void done() {
    String known = String.join(", ", asked);
    node.fieldNames()
        .forEachRemaining(
            key -> {
              if (!asked.contains(key)) {
                fault(
                    key,
                    "未知的键“" + key + "”，可用：" + known,
                    "unknown key '" + key + "'; known here: " + known);
              }
            });
  }

  /** Notes that what stands at this key is wrong. */
  public void fault(String key, String zh, String en) {
    faults.add(at(key), zh, en);
  }

  /** How many faults the file has so far. */
  int faultCount() {
    return faults.count();
  }

  /** Whether the key is there. */
  public boolean has(String key) {
    return find(key).isPresent();
  }

  /** Whether a mapping, rather than a value or a list, stands at this key. */
  public boolean isMapping(String key) {
    return find(key).filter(value -> value.json().isObject()).isPresent();
  }

  /** The keys of this mapping, in the order of the file; asking counts as asking for each. */
  public List<String> keys() {
    List<String> keys = new ArrayList<>();
    node.fieldNames().forEachRemaining(keys::add);
    asked.addAll(keys);
    return keys;
  }

  /** The mapping at this key, which has to be there. */
  public PolicyNode child(String key) {
    // What is asked of the stand-in is missing because it is: one fault is enough.
    return required(key, findChild(key), new PolicyNode(new PolicyFaults(""), at(key), EMPTY));
  }

  /** The mapping at this key, if there is one. */
  public Optional<PolicyNode> findChild(String key) {
    return find(key).flatMap(PolicyValue::mapping);
  }

  /** The mappings at this key, which has to be there: a list of them, or a single one. */
  public List<PolicyNode> children(String key) {
    Optional<PolicyValue> value = find(key);
    if (value.isEmpty()) {
      missing(key);
    }
    return value.stream()
        .flatMap(all -> all.items().stream())
        .map(PolicyValue::mapping)
        .flatMap(Optional::stream)
        .toList();
  }

  /** The id at the key {@code id}: it becomes part of addresses and column values. */
  public String id() {
    String id = text("id");
    if (has("id") && !ID.matcher(id).matches()) {
      fault(
          "id",
          "“" + id + "”只可用小写字母、数字和下划线，并以字母开头",
          "'" + id + "' may hold only lower-case letters, digits and _, after a letter");
    }
    return id;
  }

  /** The text at this key, which has to be there. */
  public String text(String key) {
    return required(key, findText(key), "?");
  }

  /** The text at this key, if there is one; numbers and truth values are taken as written. */
  public Optional<String> findText(String key) {
    return find(key).flatMap(PolicyValue::text);
  }

  /** The texts at this key: a list, or a single one; empty when the key is not there. */
  public List<String> texts(String key) {
    return each(key, PolicyValue::text);
  }

  /** The words at this key in both languages. */
  public Text words(String key) {
    return child(key).make(n -> new Text(n.text("zh"), n.text("en"))).orElse(new Text("?", "?"));
  }

  /** The whole number at this key, which has to be there. */
  public int wholeNumber(String key, int min, int max) {
    return required(key, findWholeNumber(key, min, max), min);
  }

  /** The whole number at this key, if there is one. */
  public Optional<Integer> findWholeNumber(String key, int min, int max) {
    return find(key).flatMap(value -> value.wholeNumber(min, max));
  }

  /** The number at this key, which has to be there. */
  public double number(String key, double min, double max) {
    return required(key, findNumber(key, min, max), min);
  }

  /** The number at this key, if there is one; always finite. */
  public Optional<Double> findNumber(String key, double min, double max) {
    return find(key).flatMap(value -> value.number(min, max));
  }

  /** The truth value at this key, which has to be there. */
  public boolean truth(String key) {
    return required(key, find(key).flatMap(PolicyValue::truth), false);
  }

  /** The truth value at this key; this one when the key is not there. */
  public boolean truth(String key, boolean otherwise) {
    return has(key) ? truth(key) : otherwise;
  }

  /** The value of a vocabulary at this key, which has to be there. */
  public <E extends Enum<E> & Coded> E code(String key, Class<E> type) {
    return required(key, findCode(key, type), type.getEnumConstants()[0]);
  }

  /** The value of a vocabulary at this key, if there is one. */
  public <E extends Enum<E> & Coded> Optional<E> findCode(String key, Class<E> type) {
    return find(key).flatMap(value -> value.code(type));
  }

  /** The values of a vocabulary at this key: a list, or a single one; empty without the key. */
  public <E extends Enum<E> & Coded> List<E> codes(String key, Class<E> type) {
    return each(key, value -> value.code(type));
  }

  /** The text, whole number, number or truth value at this key, which has to be there. */
  public Object plain(String key) {
    return required(key, find(key).flatMap(PolicyValue::plain), "?");
  }

  /** All keys of this mapping with their texts, numbers or truth values. */
  public Map<String, Object> plains() {
    Map<String, Object> plains = new LinkedHashMap<>();
    keys().forEach(key -> plains.put(key, plain(key)));
    return plains;
  }

  private <T> List<T> each(String key, Function<PolicyValue, Optional<T>> reading) {
    return find(key).stream()
        .flatMap(all -> all.items().stream())
        .map(reading)
        .flatMap(Optional::stream)
        .toList();
  }

  private Optional<PolicyValue> find(String key) {
    asked.add(key);
    JsonNode value = node.get(key);
    return value == null || value.isNull()
        ? Optional.empty()
        : Optional.of(new PolicyValue(faults, at(key), value));
  }

  private <T> T required(String key, Optional<T> value, T standIn) {
    if (value.isEmpty() && !has(key)) {
      missing(key);
    }
    return value.orElse(standIn);
  }

  private void missing(String key) {
    fault(key, "缺少“" + key + "”", "'" + key + "' is missing");
  }

  private String at(String key) {
    return pointer + "/" + key.replace("~", "~0").replace("/", "~1");
  }
}
