package org.lifecircle.api.filter;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.lifecircle.api.filter.Term.Call;
import org.lifecircle.api.filter.Term.Property;
import org.lifecircle.api.filter.Term.Value;
import org.locationtech.jts.geom.Geometry;

/**
 * What a checked filter says of one feature. Null is the unknown of SQL.
 *
 * @param values by column
 * @param geometry in degrees; asked for only when the filter does
 */
record Evaluation(
    Map<String, ? extends @Nullable Object> values, Supplier<@Nullable Geometry> geometry) {

  static final Set<String> LIST_OPERATORS =
      Set.of("a_equals", "a_contains", "a_containedBy", "a_overlaps");

  @Nullable Object of(Term term) {
    if (term instanceof Value value) {
      return value.value();
    }
    if (term instanceof Property property) {
      if (property.name().equals(Filter.GEOMETRY)) {
        return geometry.get();
      }
      Object value = values.get(property.name());
      return value instanceof Number number ? (Double) number.doubleValue() : value;
    }
    Call call = (Call) term;
    return switch (call.operator()) {
      case "and" -> joined(call, false);
      case "or" -> joined(call, true);
      case "not" -> of(call.argument(0)) instanceof Boolean truth ? (Boolean) !truth : null;
      case "isNull" -> of(call.argument(0)) == null;
      case "in" -> in(call);
      case "between" -> between(call);
      case "casei" -> of(call.argument(0)) instanceof String text ? folded(text) : null;
      case "accenti" -> of(call.argument(0)) instanceof String text ? withoutAccents(text) : null;
      default -> ofTwo(call);
    };
  }

  /** One decisive value settles it; else one unknown makes it unknown. */
  private @Nullable Boolean joined(Call call, boolean decisive) {
    boolean unknown = false;
    for (Term argument : call.arguments()) {
      Object truth = of(argument);
      if (truth instanceof Boolean known && known == decisive) {
        return decisive;
      }
      unknown |= truth == null;
    }
    return unknown ? null : (Boolean) !decisive;
  }

  private @Nullable Boolean in(Call call) {
    Object wanted = of(call.argument(0));
    boolean unknown = wanted == null;
    for (Term argument : call.arguments().subList(1, call.arguments().size())) {
      Object value = of(argument);
      if (wanted != null && value != null && compare(wanted, value) == 0) {
        return true;
      }
      unknown = unknown || value == null;
    }
    return unknown ? null : Boolean.FALSE;
  }

  /** As SQL has it, {@code x >= low AND x <= high}. */
  private @Nullable Boolean between(Call call) {
    Object value = of(call.argument(0));
    Object low = of(call.argument(1));
    Object high = of(call.argument(2));
    boolean under = value != null && low != null && compare(value, low) < 0;
    boolean over = value != null && high != null && compare(value, high) > 0;
    if (under || over) {
      return false;
    }
    boolean unknown = value == null || low == null || high == null;
    return unknown ? null : Boolean.TRUE;
  }

  private @Nullable Object ofTwo(Call call) {
    Object a = of(call.argument(0));
    Object b = of(call.argument(1));
    if (a == null || b == null) {
      return null;
    }
    String operator = call.operator();
    if (operator.startsWith("s_")) {
      return Spatial.holds(operator, (Geometry) a, (Geometry) b);
    }
    if (LIST_OPERATORS.contains(operator)) {
      return holds(operator, list(a), list(b));
    }
    return switch (operator) {
      case "like" -> Pattern.matches((String) a, (String) b);
      case "=" -> compare(a, b) == 0;
      case "<>" -> compare(a, b) != 0;
      case "<" -> compare(a, b) < 0;
      case ">" -> compare(a, b) > 0;
      case "<=" -> compare(a, b) <= 0;
      case ">=" -> compare(a, b) >= 0;
      default -> computed(operator, (Double) a, (Double) b);
    };
  }

  private static List<?> list(Object value) {
    return value instanceof List<?> list ? list : List.of(value);
  }

  private static boolean holds(String operator, List<?> a, List<?> b) {
    return switch (operator) {
      case "a_equals" -> a.containsAll(b) && b.containsAll(a);
      case "a_contains" -> a.containsAll(b);
      case "a_containedBy" -> b.containsAll(a);
      default -> a.stream().anyMatch(b::contains);
    };
  }

  /** Texts are in the order of their code points, false comes before true. */
  private static int compare(Object a, Object b) {
    if (a instanceof String text) {
      return Arrays.compareUnsigned(
          text.getBytes(StandardCharsets.UTF_8), ((String) b).getBytes(StandardCharsets.UTF_8));
    }
    if (a instanceof Boolean truth) {
      return Boolean.compare(truth, (Boolean) b);
    }
    double x = (Double) a;
    double y = (Double) b;
    return x < y ? -1 : x > y ? 1 : 0; // unlike Double.compare, zero is zero
  }

  /** What has no value, such as a division by zero, is unknown. */
  private static @Nullable Double computed(String operator, double a, double b) {
    double result =
        switch (operator) {
          case "+" -> a + b;
          case "-" -> a - b;
          case "*" -> a * b;
          case "/" -> a / b;
          case "%" -> a % b;
          case "^" -> Math.pow(a, b);
          case "div" -> truncated(a / b);
          default -> throw new IllegalArgumentException(operator);
        };
    return Double.isFinite(result) ? (Double) result : null;
  }

  private static double truncated(double number) {
    return number < 0 ? Math.ceil(number) : Math.floor(number);
  }

  private static String folded(String text) {
    return text.toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT);
  }

  private static String withoutAccents(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFD).replaceAll("\\p{Mn}+", "");
  }
}
