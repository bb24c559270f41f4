package org.lifecircle.api.filter;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.lifecircle.api.filter.Term.Call;
import org.lifecircle.api.filter.Term.Property;
import org.lifecircle.api.filter.Term.Value;
import org.lifecircle.io.Limits;
import org.lifecircle.io.geojson.GeoJsonPieces;
import org.lifecircle.model.BadValueException;
import org.locationtech.jts.geom.Geometry;

/** Reads CQL2 JSON. */
final class JsonReader {

  private static final Set<String> ENDS_IN_LIST =
      Set.of("in", "a_equals", "a_contains", "a_containedBy", "a_overlaps");

  private static final ObjectMapper JSON =
      new ObjectMapper(
              JsonFactory.builder()
                  .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                  .streamReadConstraints(
                      StreamReadConstraints.builder().maxNestingDepth(4 * Bounds.DEPTH).build())
                  .build())
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

  private final Bounds bounds = new Bounds();
  private final Literals literals;

  private JsonReader(Literals literals) {
    this.literals = literals;
  }

  /**
   * The filter of a JSON text.
   *
   * @throws BadValueException saying what is no CQL2 in it
   */
  static Term read(String text, Literals literals) {
    Bounds.requireLength(text);
    try {
      return new JsonReader(literals).term(JSON.readTree(text));
    } catch (JsonProcessingException e) {
      String why = Tokens.shown(e.getOriginalMessage());
      BadValueException bad =
          new BadValueException("不是有效的 JSON：" + why, "this is no valid JSON: " + why);
      bad.initCause(e);
      throw bad;
    }
  }

  private Term term(JsonNode json) {
    bounds.enter();
    bounds.count();
    Term term = read(json);
    bounds.leave();
    return term;
  }

  private Term read(JsonNode json) {
    if (json.isTextual()) {
      return new Value(json.textValue());
    }
    if (json.isBoolean()) {
      return new Value(json.booleanValue());
    }
    if (json.isNumber() && Double.isFinite(json.doubleValue())) {
      return new Value(json.doubleValue());
    }
    if (json.isArray()) {
      return literals.list(all(json));
    }
    if (json.path("op").isTextual() && json.path("args").isArray()) {
      return call(json.get("op").textValue(), json.get("args"));
    }
    if (json.path("property").isTextual()) {
      return new Property(json.get("property").textValue());
    }
    if (json.path("bbox").isArray() && !json.has("type")) {
      return literals.box(all(json.get("bbox")));
    }
    if (json.has("date")) {
      return literals.date(List.of(term(json.get("date"))));
    }
    if (json.has("timestamp")) {
      return literals.timestamp(List.of(term(json.get("timestamp"))));
    }
    if (json.path("type").isTextual()) {
      return literals.geometry(geometry(json));
    }
    String shown = Tokens.shown(json.toString());
    throw new BadValueException("“" + shown + "”不是 CQL2 的一项", "'" + shown + "' is no term of CQL2");
  }

  private Geometry geometry(JsonNode json) {
    try (var parser = JSON.treeAsTokens(json)) {
      parser.nextToken();
      return GeoJsonPieces.geometry(parser, Limits.USUAL);
    } catch (IOException e) {
      throw new BadValueException("几何无效", "this is no valid GeoJSON geometry");
    }
  }

  private Call call(String operator, JsonNode arguments) {
    List<Term> all = new ArrayList<>();
    for (int i = 0; i < arguments.size(); i++) {
      JsonNode argument = arguments.get(i);
      if (operator.equals("in") && i == 1 && argument.isArray() && arguments.size() == 2) {
        all.addAll(all(argument));
      } else if (argument.isArray() && !ENDS_IN_LIST.contains(operator)) {
        throw new BadValueException(
            operator + " 不接受列表", "a list is nothing for " + Tokens.shown(operator));
      } else {
        all.add(term(argument));
      }
    }
    return new Call(operator, all);
  }

  private List<Term> all(JsonNode array) {
    List<Term> all = new ArrayList<>();
    array.forEach(json -> all.add(term(json)));
    return all;
  }
}
