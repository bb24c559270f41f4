package org.lifecircle.api.filter;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.lifecircle.api.filter.Term.Call;
import org.lifecircle.api.filter.Term.Property;
import org.lifecircle.api.filter.Term.Value;
import org.lifecircle.io.geojson.GeoJsonPieces;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.WKTWriter;

/** Terms written out as somebody would send them, and as the SQL they mean. */
final class WrittenTerms {

  private static final Set<String> INFIX =
      Set.of("and", "or", "=", "<>", "<", ">", "<=", ">=", "+", "-", "*", "/", "like");

  private WrittenTerms() {}

  static String text(Term term) {
    if (term instanceof Property property) {
      return '"' + property.name() + '"';
    }
    if (term instanceof Value value) {
      Object it = value.value();
      if (it instanceof String string) {
        return "'" + string.replace("'", "''") + "'";
      }
      return it instanceof Geometry geometry ? new WKTWriter().write(geometry) : it.toString();
    }
    Call call = (Call) term;
    List<String> args = call.arguments().stream().map(WrittenTerms::text).toList();
    return switch (call.operator()) {
      case "not" -> "NOT (" + args.get(0) + ")";
      case "isNull" -> args.get(0) + " IS NULL";
      case "between" -> args.get(0) + " BETWEEN " + args.get(1) + " AND " + args.get(2);
      case "in" -> args.get(0) + " IN (" + String.join(", ", args.subList(1, args.size())) + ")";
      default ->
          INFIX.contains(call.operator())
              ? "(" + String.join(" " + call.operator() + " ", args) + ")"
              : call.operator() + "(" + String.join(", ", args) + ")";
    };
  }

  static String json(Term term) {
    if (term instanceof Property property) {
      return "{\"property\":" + quoted(property.name()) + "}";
    }
    if (term instanceof Value value) {
      if (value.value() instanceof Geometry geometry) {
        return written(geometry);
      }
      return value.value() instanceof String string ? quoted(string) : value.value().toString();
    }
    Call call = (Call) term;
    List<String> args = call.arguments().stream().map(WrittenTerms::json).toList();
    String all = String.join(",", args);
    if (call.operator().equals("in")) {
      all = args.get(0) + ",[" + String.join(",", args.subList(1, args.size())) + "]";
    }
    return "{\"op\":" + quoted(call.operator()) + ",\"args\":[" + all + "]}";
  }

  private static String written(Geometry geometry) {
    try {
      return new ObjectMapper().writeValueAsString(GeoJsonPieces.members(geometry));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String quoted(String text) {
    return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
  }

  /**
   * What it means in SQL, every value bound.
   *
   * @param bound the values, in their order, are added here
   */
  static String sql(Term term, List<Object> bound, Dialect dialect) {
    if (term instanceof Property property) {
      return dialect.column(property.name());
    }
    if (term instanceof Value value) {
      return dialect.bind(value.value(), bound);
    }
    Call call = (Call) term;
    List<String> args = call.arguments().stream().map(a -> sql(a, bound, dialect)).toList();
    return switch (call.operator()) {
      case "not" -> "NOT (" + args.get(0) + ")";
      case "isNull" -> args.get(0) + " IS NULL";
      case "between" -> args.get(0) + " BETWEEN " + args.get(1) + " AND " + args.get(2);
      case "in" ->
          args.get(0) + " IN (" + args.stream().skip(1).collect(Collectors.joining(", ")) + ")";
      case "like" -> "(" + args.get(0) + " LIKE " + args.get(1) + " ESCAPE '\\')";
      case "/" -> "(" + args.get(0) + " / NULLIF(" + args.get(1) + ", 0))";
      case "casei" -> "lower(" + args.get(0) + ")";
      default ->
          INFIX.contains(call.operator())
              ? "(" + String.join(" " + call.operator() + " ", args) + ")"
              : call.operator().replace("s_", dialect.relations())
                  + "("
                  + String.join(", ", args)
                  + ")";
    };
  }

  /** In what two databases differ. */
  interface Dialect {
    String column(String name);

    String bind(Object value, List<Object> bound);

    /** What functions on geometries begin with. */
    String relations();
  }
}
