package org.lifecircle.model;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/** Turns what files hold (text, numbers, truth values) into what records want, or says why not. */
final class PlainValues {

  private static final Set<String> YES = Set.of("true", "yes", "1", "是");
  private static final Set<String> NO = Set.of("false", "no", "0", "否");

  private PlainValues() {}

  static Object convert(Object value, Class<?> type) {
    if (type == String.class) {
      return value.toString();
    }
    if (type == List.class) {
      return list(value);
    }
    if (type == Boolean.class || type == boolean.class) {
      return truth(value);
    }
    if (type == Integer.class || type == int.class) {
      return wholeNumber(value);
    }
    if (type == Double.class || type == double.class) {
      return number(value);
    }
    return code(value, type);
  }

  private static List<String> list(Object value) {
    Stream<String> parts =
        value instanceof Iterable<?> many
            ? Stream.of(many).flatMap(PlainValues::strings)
            : Stream.of(value.toString().split("[,;]", -1));
    return parts.map(String::strip).filter(s -> !s.isEmpty()).toList();
  }

  private static Stream<String> strings(Iterable<?> many) {
    Stream.Builder<String> strings = Stream.builder();
    many.forEach(item -> strings.add(String.valueOf(item)));
    return strings.build();
  }

  private static boolean truth(Object value) {
    String text = value.toString().strip().toLowerCase(Locale.ROOT);
    if (YES.contains(text)) {
      return true;
    }
    if (NO.contains(text)) {
      return false;
    }
    throw new BadValueException(
        "“" + value + "”既不是真也不是假", "'" + value + "' is neither true nor false");
  }

  private static int wholeNumber(Object value) {
    double number = number(value);
    if (number != Math.rint(number) || Math.abs(number) > Integer.MAX_VALUE) {
      throw new BadValueException("“" + value + "”不是整数", "'" + value + "' is not a whole number");
    }
    return (int) number;
  }

  private static double number(Object value) {
    try {
      double number =
          value instanceof Number n
              ? n.doubleValue()
              : Double.parseDouble(value.toString().strip());
      if (Double.isFinite(number)) {
        return number;
      }
    } catch (NumberFormatException e) {
      throw new BadValueException("“" + value + "”不是数", "'" + value + "' is not a number");
    }
    throw new BadValueException("“" + value + "”不是有限数", "'" + value + "' is not a finite number");
  }

  private static Object code(Object value, Class<?> type) {
    String text = value.toString().strip();
    List<String> codes = Stream.of(type.getEnumConstants()).map(c -> ((Coded) c).code()).toList();
    int at = codes.indexOf(text);
    if (at < 0) {
      throw new BadValueException(
          "“" + text + "”不在可用值之列：" + String.join(", ", codes),
          "'" + text + "' is not one of " + String.join(", ", codes));
    }
    return type.getEnumConstants()[at];
  }
}
