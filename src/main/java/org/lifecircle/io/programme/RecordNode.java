package org.lifecircle.io.programme;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.lifecircle.io.FaultList;
import org.lifecircle.model.BadValueException;
import org.lifecircle.model.Coded;
import org.lifecircle.model.Fault;
import org.lifecircle.model.Text;

/** One JSON object, read member by member. What is wrong is noted, and never repeated. */
final class RecordNode {

  private static final int LONGEST_TEXT = 2000;
  private static final int MOST_ITEMS = 10_000;
  private static final LocalDate FIRST = LocalDate.of(1900, 1, 1);
  private static final LocalDate LAST = LocalDate.of(2200, 1, 1);

  private final FaultList faults;
  private final String pointer;
  private final JsonNode node;
  private final Set<String> asked = new LinkedHashSet<>();
  private boolean faulty;

  RecordNode(FaultList faults, String pointer, JsonNode node) {
    this.faults = faults;
    this.pointer = pointer;
    this.node = node;
    if (!node.isObject()) {
      fault("", "须为 JSON 对象", "a JSON object is needed");
    }
  }

  /** What a reader makes of this object; empty when it is faulty. */
  <T> Optional<T> make(Function<RecordNode, T> reader) {
    if (faulty) {
      return Optional.empty();
    }
    try {
      T made = reader.apply(this);
      requireKnown();
      return faulty ? Optional.empty() : Optional.of(made);
    } catch (BadValueException e) {
      if (!faulty) {
        fault("", e.reason().zh(), e.reason().en());
      }
      return Optional.empty();
    }
  }

  private void requireKnown() {
    String known = String.join(", ", asked);
    node.fieldNames()
        .forEachRemaining(
            name -> {
              if (!asked.contains(name)) {
                fault(
                    "",
                    "有不认识的成员；可用的有：" + known,
                    "there is an unknown member; known here: " + known);
              }
            });
  }

  void fault(String member, String zh, String en) {
    faulty = true;
    String at = member.isEmpty() ? pointer : pointer + "/" + member;
    faults.add(new Fault("", null, null, at, new Text(zh, en)));
  }

  private JsonNode at(String member) {
    asked.add(member);
    JsonNode value = node.get(member);
    return value == null || value.isNull() ? MissingNode.getInstance() : value;
  }

  boolean has(String member) {
    return !at(member).isMissingNode();
  }

  private <T> T required(String member, @Nullable T value, T standIn) {
    if (value == null) {
      if (!has(member)) {
        fault(member, "缺少“" + member + "”", "'" + member + "' is missing");
      }
      return standIn;
    }
    return value;
  }

  String text(String member) {
    return required(member, findText(member), "?");
  }

  @Nullable String findText(String member) {
    JsonNode value = at(member);
    if (value.isMissingNode()) {
      return null;
    }
    String text = value.isTextual() ? value.asText().strip() : "";
    if (text.isEmpty() || text.length() > LONGEST_TEXT) {
      fault(
          member,
          "须为 1 到 " + LONGEST_TEXT + " 个字符的文字",
          "text of 1 to " + LONGEST_TEXT + " characters is needed");
      return null;
    }
    return text;
  }

  List<String> texts(String member) {
    List<String> texts = new ArrayList<>();
    for (JsonNode value : array(member)) {
      if (value.isTextual() && !value.asText().isBlank() && value.asText().length() <= 200) {
        texts.add(value.asText().strip());
      } else {
        fault(member, "须为文字的数组", "an array of texts is needed");
      }
    }
    return texts;
  }

  LocalDate date(String member) {
    return required(member, findDate(member), FIRST);
  }

  @Nullable LocalDate findDate(String member) {
    JsonNode value = at(member);
    if (value.isMissingNode()) {
      return null;
    }
    try {
      LocalDate date = LocalDate.parse(value.isTextual() ? value.asText() : "");
      if (date.isAfter(FIRST) && date.isBefore(LAST)) {
        return date;
      }
    } catch (DateTimeParseException e) {
      // told below, without what it says
    }
    fault(member, "须为日期，如 2022-05-31", "a date is needed, such as 2022-05-31");
    return null;
  }

  int wholeNumber(String member, int min, int max) {
    JsonNode value = at(member);
    if (value.isMissingNode()) {
      return required(member, null, min);
    }
    if (!value.canConvertToInt()
        || !value.isIntegralNumber()
        || value.asInt() < min
        || value.asInt() > max) {
      fault(
          member,
          "须为 " + min + " 到 " + max + " 的整数",
          "a whole number within " + min + " and " + max + " is needed");
      return min;
    }
    return value.asInt();
  }

  boolean truth(String member, boolean otherwise) {
    JsonNode value = at(member);
    if (!value.isMissingNode() && !value.isBoolean()) {
      fault(member, "须为 true 或 false", "true or false is needed");
    }
    return value.asBoolean(otherwise);
  }

  /** An amount with up to two decimals, in hundredths: yuan as fen, m² as dm². */
  long hundredths(String member) {
    return required(member, findHundredths(member), 1L);
  }

  @Nullable Long findHundredths(String member) {
    BigDecimal value = findDecimal(member);
    if (value == null) {
      return null;
    }
    BigDecimal hundredths = value.movePointRight(2);
    if (hundredths.setScale(0, RoundingMode.DOWN).compareTo(hundredths) != 0) {
      fault(member, "至多两位小数", "two decimals at most");
      return null;
    }
    return hundredths.longValueExact();
  }

  double number(String member) {
    return required(member, findNumber(member), 1.0);
  }

  @Nullable Double findNumber(String member) {
    BigDecimal value = findDecimal(member);
    return value == null ? null : Double.valueOf(value.doubleValue());
  }

  private @Nullable BigDecimal findDecimal(String member) {
    JsonNode value = at(member);
    if (value.isMissingNode()) {
      return null;
    }
    BigDecimal limit = BigDecimal.valueOf(1_000_000_000_000L);
    if (!value.isNumber() || value.decimalValue().abs().compareTo(limit) > 0) {
      fault(member, "须为数字", "a number is needed");
      return null;
    }
    return value.decimalValue();
  }

  List<BigDecimal> decimals(String member) {
    List<BigDecimal> decimals = new ArrayList<>();
    for (JsonNode value : array(member)) {
      if (value.isNumber()) {
        decimals.add(value.decimalValue());
      } else {
        fault(member, "须为数字的数组", "an array of numbers is needed");
      }
    }
    return decimals;
  }

  <E extends Enum<E> & Coded> E code(String member, Class<E> type) {
    return required(member, findCode(member, type), type.getEnumConstants()[0]);
  }

  <E extends Enum<E> & Coded> @Nullable E findCode(String member, Class<E> type) {
    JsonNode value = at(member);
    if (value.isMissingNode()) {
      return null;
    }
    Optional<E> found = value.isTextual() ? Coded.find(type, value.asText()) : Optional.empty();
    if (found.isEmpty()) {
      String all = String.join(", ", Coded.codes(type));
      fault(member, "须为其中之一：" + all, "one of these is needed: " + all);
    }
    return found.orElse(null);
  }

  <T> List<T> each(String member, Function<RecordNode, T> reader) {
    List<T> made = new ArrayList<>();
    JsonNode array = array(member);
    for (int i = 0; i < array.size(); i++) {
      RecordNode child = new RecordNode(faults, pointer + "/" + member + "/" + i, array.get(i));
      child.make(reader).ifPresentOrElse(made::add, () -> faulty = true);
    }
    return made;
  }

  <T> @Nullable T find(String member, Function<RecordNode, T> reader) {
    JsonNode value = at(member);
    if (value.isMissingNode()) {
      return null;
    }
    Optional<T> made = new RecordNode(faults, pointer + "/" + member, value).make(reader);
    faulty |= made.isEmpty();
    return made.orElse(null);
  }

  private JsonNode array(String member) {
    JsonNode value = at(member);
    if (!value.isMissingNode() && (!value.isArray() || value.size() > MOST_ITEMS)) {
      fault(
          member,
          "须为数组，至多 " + MOST_ITEMS + " 项",
          "an array of at most " + MOST_ITEMS + " is needed");
      return MissingNode.getInstance();
    }
    return value;
  }
}
