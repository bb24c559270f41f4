package org.lifecircle.api.filter;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.lifecircle.api.filter.Term.Call;
import org.lifecircle.api.filter.Term.Property;
import org.lifecircle.api.filter.Term.Value;
import org.lifecircle.api.filter.Tokens.Kind;
import org.lifecircle.api.filter.Tokens.Token;
import org.lifecircle.model.BadValueException;

/**
 * Reads CQL2 text. One grammar for truth values and all else, by falling strength of binding:
 * power, product, sum, comparison, NOT, AND, OR. What may stand where is {@link Checking}'s
 * business.
 */
final class TextReader {

  private static final Map<String, String> FUNCTIONS =
      Map.ofEntries(
          Map.entry("CASEI", "casei"),
          Map.entry("ACCENTI", "accenti"),
          Map.entry("S_INTERSECTS", "s_intersects"),
          Map.entry("S_EQUALS", "s_equals"),
          Map.entry("S_DISJOINT", "s_disjoint"),
          Map.entry("S_TOUCHES", "s_touches"),
          Map.entry("S_WITHIN", "s_within"),
          Map.entry("S_OVERLAPS", "s_overlaps"),
          Map.entry("S_CROSSES", "s_crosses"),
          Map.entry("S_CONTAINS", "s_contains"),
          Map.entry("A_EQUALS", "a_equals"),
          Map.entry("A_CONTAINS", "a_contains"),
          Map.entry("A_CONTAINEDBY", "a_containedBy"),
          Map.entry("A_OVERLAPS", "a_overlaps"));

  private static final Set<String> SHAPES =
      Set.of(
          "POINT",
          "LINESTRING",
          "POLYGON",
          "MULTIPOINT",
          "MULTILINESTRING",
          "MULTIPOLYGON",
          "GEOMETRYCOLLECTION");

  private final Tokens tokens;
  private final Bounds bounds = new Bounds();
  private final Literals literals;

  private TextReader(Tokens tokens, Literals literals) {
    this.tokens = tokens;
    this.literals = literals;
  }

  /**
   * The filter of a text.
   *
   * @throws BadValueException saying where it is no CQL2
   */
  static Term read(String text, Literals literals) {
    Bounds.requireLength(text);
    TextReader reader = new TextReader(new Tokens(text), literals);
    Term term = reader.or();
    if (reader.tokens.peek().kind() != Kind.END) {
      throw Tokens.unexpected(reader.tokens.peek(), "AND, OR");
    }
    return term;
  }

  private Term or() {
    bounds.enter();
    Term first = and();
    List<Term> all = new ArrayList<>(List.of(first));
    while (tokens.takeWord("OR")) {
      all.add(and());
    }
    bounds.leave();
    return all.size() == 1 ? first : call("or", all);
  }

  private Term and() {
    Term first = not();
    List<Term> all = new ArrayList<>(List.of(first));
    while (tokens.takeWord("AND")) {
      all.add(not());
    }
    return all.size() == 1 ? first : call("and", all);
  }

  private Term not() {
    if (!tokens.takeWord("NOT")) {
      return comparison();
    }
    bounds.enter();
    Term not = call("not", List.of(not()));
    bounds.leave();
    return not;
  }

  private Term comparison() {
    Term left = sum();
    for (String sign : List.of("=", "<>", "<=", ">=", "<", ">")) {
      if (tokens.takeSign(sign)) {
        return call(sign, List.of(left, sum()));
      }
    }
    if (tokens.takeWord("IS")) {
      boolean not = tokens.takeWord("NOT");
      if (!tokens.takeWord("NULL")) {
        throw Tokens.unexpected(tokens.peek(), "NULL");
      }
      return negated(not, call("isNull", List.of(left)));
    }
    boolean not = tokens.takeWord("NOT");
    if (tokens.takeWord("LIKE")) {
      return negated(not, call("like", List.of(left, sum())));
    }
    if (tokens.takeWord("BETWEEN")) {
      Term low = sum();
      if (!tokens.takeWord("AND")) {
        throw Tokens.unexpected(tokens.peek(), "AND");
      }
      return negated(not, call("between", List.of(left, low, sum())));
    }
    if (tokens.takeWord("IN")) {
      List<Term> all = new ArrayList<>(List.of(left));
      all.addAll(parenthesised());
      return negated(not, call("in", all));
    }
    if (not) {
      throw Tokens.unexpected(tokens.peek(), "LIKE, BETWEEN, IN");
    }
    return left;
  }

  private Term negated(boolean not, Term term) {
    return not ? call("not", List.of(term)) : term;
  }

  private Term sum() {
    Term left = product();
    while (tokens.peek().isSign("+") || tokens.peek().isSign("-")) {
      String sign = tokens.take().text();
      left = call(sign, List.of(left, product()));
    }
    return left;
  }

  private Term product() {
    Term left = power();
    while (true) {
      Token token = tokens.peek();
      boolean sign = token.isSign("*") || token.isSign("/") || token.isSign("%");
      if (!sign && !token.isWord("DIV")) {
        return left;
      }
      left = call(tokens.take().text().toLowerCase(Locale.ROOT), List.of(left, power()));
    }
  }

  private Term power() {
    Term base = primary();
    return tokens.takeSign("^") ? call("^", List.of(base, primary())) : base;
  }

  private Term primary() {
    Token token = tokens.peek();
    bounds.count();
    switch (token.kind()) {
      case TEXT -> {
        return new Value(tokens.take().text());
      }
      case NUMBER -> {
        return new Value(number(tokens.take()));
      }
      case QUOTED -> {
        return new Property(tokens.take().text());
      }
      case WORD -> {
        boolean shape = SHAPES.contains(token.upper()) && tokens.second().isWord("Z");
        return shape || tokens.second().isSign("(") ? function() : word();
      }
      case SIGN -> {
        if (tokens.takeSign("-")) {
          return negative();
        }
        if (tokens.takeSign("+")) {
          return new Value(number(tokens.take()));
        }
        List<Term> within = parenthesised();
        return within.size() == 1 ? within.get(0) : literals.list(within);
      }
      case END -> throw Tokens.unexpected(token, "…");
    }
    throw new IllegalStateException(token.kind().toString());
  }

  private Term negative() {
    if (tokens.peek().kind() == Kind.NUMBER) {
      return new Value(-number(tokens.take()));
    }
    bounds.enter();
    Term negative = call("*", List.of(new Value(-1.0), primary()));
    bounds.leave();
    return negative;
  }

  private Term word() {
    Token token = tokens.take();
    return switch (token.upper()) {
      case "TRUE" -> new Value(true);
      case "FALSE" -> new Value(false);
      case "AND", "OR", "NOT", "IS", "NULL", "LIKE", "BETWEEN", "IN", "DIV" ->
          throw Tokens.unexpected(token, "…");
      default -> new Property(token.text());
    };
  }

  private Term function() {
    Token name = tokens.take();
    String upper = name.upper();
    if (SHAPES.contains(upper)) {
      String heights = tokens.takeWord("Z") ? " Z " : " ";
      return literals.wkt(upper + heights + rawParentheses());
    }
    List<Term> arguments = parenthesised();
    String operator = FUNCTIONS.get(upper);
    if (operator != null) {
      return call(operator, arguments);
    }
    return switch (upper) {
      case "BBOX" -> literals.box(arguments);
      case "DATE" -> literals.date(arguments);
      case "TIMESTAMP" -> literals.timestamp(arguments);
      default ->
          throw new BadValueException(
              "没有函数“" + Tokens.shown(name.text()) + "”，可用的有：" + functions(),
              "there is no function '" + Tokens.shown(name.text()) + "', only " + functions());
    };
  }

  private static String functions() {
    return String.join(", ", FUNCTIONS.keySet().stream().sorted().toList())
        + ", BBOX, DATE, TIMESTAMP";
  }

  private List<Term> parenthesised() {
    tokens.require("(");
    List<Term> all = new ArrayList<>();
    do {
      all.add(or());
    } while (tokens.takeSign(","));
    tokens.require(")");
    return all;
  }

  /** The pieces up to the closing parenthesis, as they stand. */
  private String rawParentheses() {
    StringBuilder raw = new StringBuilder();
    int open = 0;
    do {
      Token token = tokens.take();
      if (token.kind() == Kind.END || token.kind() == Kind.TEXT || token.kind() == Kind.QUOTED) {
        throw Tokens.unexpected(token, ")");
      }
      if (token.isSign("(")) {
        bounds.enter();
        open++;
      } else if (token.isSign(")")) {
        bounds.leave();
        open--;
      }
      boolean sign = token.isSign("-") || token.isSign("+");
      raw.append(token.text()).append(sign ? "" : " ");
    } while (open > 0);
    return raw.toString();
  }

  private static double number(Token token) {
    double number;
    try {
      number = token.kind() == Kind.NUMBER ? Double.parseDouble(token.text()) : Double.NaN;
    } catch (NumberFormatException e) {
      number = Double.NaN;
    }
    if (!Double.isFinite(number)) {
      throw Tokens.unexpected(token, "1.5");
    }
    return number;
  }

  private Term call(String operator, List<Term> arguments) {
    bounds.count();
    return new Call(operator, arguments);
  }
}
