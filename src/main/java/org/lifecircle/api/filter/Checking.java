package org.lifecircle.api.filter;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.lifecircle.api.filter.Term.Call;
import org.lifecircle.api.filter.Term.Property;
import org.lifecircle.api.filter.Term.Value;
import org.lifecircle.model.BadValueException;

/** Sees that a filter names properties there are, and that every operator gets what it works on. */
final class Checking {

  private static final Set<String> COMPARISONS = Set.of("=", "<>", "<", ">", "<=", ">=");
  private static final Set<String> ARITHMETIC = Set.of("+", "-", "*", "/", "%", "^", "div");

  private final Map<String, Type> properties;

  private Checking(Map<String, Type> properties) {
    this.properties = properties;
  }

  /**
   * Checks a whole filter.
   *
   * @param properties what may be asked of a feature
   * @throws BadValueException saying what is wrong, and what there is
   */
  static void check(Term filter, Map<String, Type> properties) {
    new Checking(properties).require(Type.TRUTH, filter, "");
  }

  private Type type(Term term) {
    if (term instanceof Value value) {
      return typeOf(value.value());
    }
    if (term instanceof Property property) {
      Type type = properties.get(property.name());
      if (type == null) {
        throw unknown(property.name());
      }
      return type;
    }
    return typeOf((Call) term);
  }

  private static Type typeOf(Object value) {
    return value instanceof Boolean ? Type.TRUTH : Type.of(value.getClass());
  }

  private Type typeOf(Call call) {
    String operator = call.operator();
    List<Term> arguments = call.arguments();
    if (COMPARISONS.contains(operator)) {
      requireCount(call, 2, 2);
      requireComparable(operator, type(arguments.get(0)));
      requireSame(call);
      return Type.TRUTH;
    }
    if (ARITHMETIC.contains(operator)) {
      requireCount(call, 2, 2);
      arguments.forEach(argument -> require(Type.NUMBER, argument, operator));
      return Type.NUMBER;
    }
    switch (operator) {
      case "and", "or" -> {
        requireCount(call, 2, Bounds.TERMS);
        arguments.forEach(argument -> require(Type.TRUTH, argument, operator));
      }
      case "not" -> {
        requireCount(call, 1, 1);
        require(Type.TRUTH, arguments.get(0), operator);
      }
      case "isNull" -> {
        requireCount(call, 1, 1);
        type(arguments.get(0));
      }
      case "like" -> {
        requireCount(call, 2, 2);
        arguments.forEach(argument -> require(Type.TEXT, argument, operator));
      }
      case "between" -> {
        requireCount(call, 3, 3);
        arguments.forEach(argument -> require(Type.NUMBER, argument, operator));
      }
      case "in" -> {
        requireCount(call, 2, Bounds.TERMS);
        requireComparable(operator, type(arguments.get(0)));
        requireSame(call);
      }
      case "casei", "accenti" -> {
        requireCount(call, 1, 1);
        require(Type.TEXT, arguments.get(0), operator);
        return Type.TEXT;
      }
      default -> typeOfRelation(call);
    }
    return Type.TRUTH;
  }

  private void typeOfRelation(Call call) {
    String operator = call.operator();
    Type of = Spatial.OPERATORS.contains(operator) ? Type.GEOMETRY : Type.LIST;
    if (of == Type.LIST && !Evaluation.LIST_OPERATORS.contains(operator)) {
      String shown = Tokens.shown(operator);
      throw new BadValueException("没有运算“" + shown + "”", "there is no operator '" + shown + "'");
    }
    requireCount(call, 2, 2);
    for (Term argument : call.arguments()) {
      // A list of one text is written like a text in parentheses.
      boolean one = of == Type.LIST && type(argument) == Type.TEXT && argument instanceof Value;
      if (!one) {
        require(of, argument, operator);
      }
    }
  }

  private void requireSame(Call call) {
    Type first = type(call.argument(0));
    call.arguments().forEach(argument -> require(first, argument, call.operator()));
  }

  private static void requireComparable(String operator, Type type) {
    if (type == Type.GEOMETRY || type == Type.LIST) {
      throw new BadValueException(
          operator + " 不能比较" + type.title().zh(),
          Tokens.shown(operator) + " does not compare " + type.title().en());
    }
  }

  private static void requireCount(Call call, int least, int most) {
    int count = call.arguments().size();
    if (count < least || count > most) {
      String operator = Tokens.shown(call.operator());
      throw new BadValueException(
          "%s 应有 %d 个参数，而不是 %d 个".formatted(operator, least, count),
          "%s takes %d arguments, not %d".formatted(operator, least, count));
    }
  }

  private void require(Type wanted, Term term, String operator) {
    Type type = type(term);
    if (type != wanted) {
      String shown = Tokens.shown(operator.isEmpty() ? "filter" : operator);
      throw new BadValueException(
          "%s 需要%s，而不是%s%s".formatted(shown, wanted.title().zh(), type.title().zh(), named(term)),
          "%s needs %s, not %s%s"
              .formatted(shown, wanted.title().en(), type.title().en(), named(term)));
    }
  }

  private static String named(Term term) {
    return term instanceof Property property ? " (" + property.name() + ")" : "";
  }

  private BadValueException unknown(String name) {
    String all = String.join(", ", properties.keySet());
    String shown = Tokens.shown(name);
    return new BadValueException(
        "没有属性“" + shown + "”，可用的有：" + all, "there is no property '" + shown + "', only " + all);
  }
}
