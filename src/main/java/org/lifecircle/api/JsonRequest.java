package org.lifecircle.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.lifecircle.model.Text;

/** The members of a JSON request, read with everything that is wrong with them at once. */
final class JsonRequest {

  private static final int MOST_NAMED = 10_000;
  private static final ObjectMapper JSON = new ObjectMapper();

  private final JsonNode json;
  private final List<Complaint> complaints = new ArrayList<>();

  /**
   * A request.
   *
   * @param members all it may have
   * @throws ProblemException if the body is no JSON object
   */
  JsonRequest(byte[] body, Set<String> members) {
    json = object(body);
    Iterator<String> names = json.fieldNames();
    while (names.hasNext()) {
      String name = names.next();
      if (!members.contains(name)) {
        String all = String.join(", ", new TreeSet<>(members));
        complain("/" + name, "没有这一项，可用的有：" + all, "there is no such member, only " + all);
      }
    }
  }

  /**
   * A body that is a JSON object.
   *
   * @throws ProblemException if it is not
   */
  private static JsonNode object(byte[] body) {
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

  void complain(String pointer, String zh, String en) {
    complaints.add(new Complaint(pointer, new Text(zh, en)));
  }

  boolean isSound() {
    return complaints.isEmpty();
  }

  /**
   * Ends here if anything is wrong.
   *
   * @param more that is wrong besides
   * @throws ProblemException with all of it
   */
  void refuse(Collection<Complaint> more) {
    complaints.addAll(more);
    if (!complaints.isEmpty()) {
      throw Problem.of(ProblemKind.BAD_CHOICE, "请按 errors 中所列逐项更正", "Correct what errors lists")
          .with(complaints)
          .asException();
    }
  }

  boolean has(String name) {
    return json.has(name);
  }

  JsonNode get(String name) {
    return json.path(name);
  }

  @Nullable Double number(String name, double most) {
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

  /** A whole number from 0 on; null where there is none. */
  @Nullable Integer whole(String name, int most) {
    Double value = number(name, most);
    if (value != null && value != Math.rint(value)) {
      complain("/" + name, "须为整数", "it is no whole number");
    }
    return value == null ? null : Integer.valueOf(value.intValue());
  }

  boolean truth(String name) {
    JsonNode node = json.path(name);
    if (!node.isMissingNode() && !node.isBoolean()) {
      complain("/" + name, "须为 true 或 false", "it must be true or false");
    }
    return node.asBoolean();
  }

  /**
   * A word.
   *
   * @param usual where there is none
   * @param zh what the others are not, in Chinese
   */
  String word(String name, String usual, List<String> all, String zh) {
    JsonNode node = json.path(name);
    if (node.isMissingNode()) {
      return usual;
    }
    String word = node.asText();
    if (!node.isTextual() || !all.contains(word)) {
      String shown = Parameters.shown(word);
      String list = String.join(", ", all);
      complain(
          "/" + name, zh + "“" + shown + "”，可用的有：" + list, "'" + shown + "' is not one of " + list);
    }
    return word;
  }

  /** Any words; of no list. */
  List<String> words(String name) {
    return words(name, word -> true, List.of(), "");
  }

  List<String> words(String name, Predicate<String> known, List<String> all, String zh) {
    JsonNode node = json.path(name);
    Set<String> words = new LinkedHashSet<>();
    if (node.isMissingNode()) {
      return List.of();
    }
    if (!node.isArray() || node.size() > MOST_NAMED) {
      complain(
          "/" + name, "须为列表，最多 " + MOST_NAMED + " 项", "it must be a list of at most " + MOST_NAMED);
      return List.of();
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
      } else if (!words.add(word)) {
        complain(pointer, "“" + Parameters.shown(word) + "”重复", "it is named twice");
      }
    }
    return List.copyOf(words);
  }
}
