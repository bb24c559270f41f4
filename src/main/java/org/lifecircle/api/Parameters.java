package org.lifecircle.api;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.lifecircle.model.BadValueException;
import org.lifecircle.model.Text;

/** The usual kinds of query parameter. */
final class Parameters {

  private static final int MAX_TEXT = 4096;

  private Parameters() {}

  /** One of a few words. */
  static Parameter<String> oneOf(String name, Text about, List<String> words) {
    Map<String, Object> schema = schema("string");
    schema.put("enum", words);
    return new Parameter<>(name, about, schema, null, false, text -> requireOneOf(text, words));
  }

  /** Some of a few words, separated by commas, none twice. */
  static Parameter<List<String>> someOf(String name, Text about, List<String> words) {
    Map<String, Object> schema = schema("array");
    schema.put("items", Map.of("type", "string", "enum", words));
    return new Parameter<>(
        name,
        about,
        schema,
        null,
        false,
        text ->
            List.of(text.split(",", -1)).stream()
                .map(word -> requireOneOf(word, words))
                .distinct()
                .toList());
  }

  static Parameter<Boolean> truth(String name, Text about) {
    return new Parameter<>(
        name,
        about,
        schema("boolean"),
        null,
        false,
        text -> requireOneOf(text, List.of("true", "false")).equals("true"));
  }

  static Parameter<Integer> integer(String name, Text about, int min, int max) {
    return new Parameter<>(
        name, about, ranged("integer", min, max), null, false, text -> whole(text, min, max));
  }

  static Parameter<Double> number(String name, Text about, double min, double max) {
    return new Parameter<>(
        name, about, ranged("number", min, max), null, false, text -> decimal(text, min, max));
  }

  /** Numbers in ascending order, separated by commas. */
  static Parameter<List<Double>> numbers(
      String name, Text about, double min, double max, int most) {
    Map<String, Object> schema = schema("array");
    schema.put("items", ranged("number", min, max));
    schema.put("minItems", 1);
    schema.put("maxItems", most);
    return new Parameter<>(
        name,
        about,
        schema,
        null,
        false,
        text -> {
          List<Double> numbers = new ArrayList<>();
          for (String part : text.split(",", -1)) {
            numbers.add(decimal(part, min, max));
          }
          if (numbers.size() > most) {
            throw new BadValueException("最多 " + most + " 个", "there may be at most " + most);
          }
          return numbers.stream().sorted().distinct().toList();
        });
  }

  static Parameter<String> text(String name, Text about) {
    Map<String, Object> schema = schema("string");
    schema.put("maxLength", MAX_TEXT);
    return new Parameter<>(name, about, schema, null, false, Parameters::notTooLong);
  }

  static String notTooLong(String text) {
    if (text.isBlank() || text.length() > MAX_TEXT) {
      throw new BadValueException(
          "长度应为 1 至 " + MAX_TEXT + " 个字符", "it must have 1 to " + MAX_TEXT + " characters");
    }
    return text;
  }

  static double decimal(String text, double min, double max) {
    double number;
    try {
      // Java also reads "0x1p3", "1d" and "NaN"; the range sees to the last.
      number = text.matches("[-+0-9.eE]{1,40}") ? Double.parseDouble(text) : Double.NaN;
    } catch (NumberFormatException e) {
      number = Double.NaN;
    }
    if (!(number >= min && number <= max)) {
      String range = plain(min) + "–" + plain(max);
      throw new BadValueException(
          "“" + shown(text) + "”不是 " + range + " 之间的数",
          "'" + shown(text) + "' is not a number within " + range);
    }
    return number;
  }

  private static int whole(String text, int min, int max) {
    int number;
    try {
      number = Integer.parseInt(text);
    } catch (NumberFormatException e) {
      number = min - 1;
    }
    if (number < min || number > max || text.startsWith("+")) {
      throw new BadValueException(
          "“" + shown(text) + "”不是 " + min + "–" + max + " 之间的整数",
          "'" + shown(text) + "' is not a whole number within " + min + "–" + max);
    }
    return number;
  }

  private static String requireOneOf(String word, List<String> words) {
    if (!words.contains(word)) {
      String all = String.join(", ", words);
      throw new BadValueException(
          "“" + shown(word) + "”不在可用值之列：" + all, "'" + shown(word) + "' is not one of " + all);
    }
    return word;
  }

  /** What somebody sent, short enough to be told back. */
  static String shown(String text) {
    return text.length() <= 60 ? text : text.substring(0, 60) + "…";
  }

  static String plain(double number) {
    return number == Math.rint(number) ? String.valueOf((long) number) : String.valueOf(number);
  }

  static Map<String, Object> schema(String type) {
    Map<String, Object> schema = new LinkedHashMap<>();
    schema.put("type", type);
    return schema;
  }

  private static Map<String, Object> ranged(String type, double min, double max) {
    Map<String, Object> schema = schema(type);
    schema.put("minimum", type.equals("integer") ? (Object) (int) min : (Object) min);
    schema.put("maximum", type.equals("integer") ? (Object) (int) max : (Object) max);
    return schema;
  }
}
