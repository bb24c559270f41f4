package org.lifecircle.api.filter;

import java.util.Map;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.lifecircle.model.BadValueException;
import org.locationtech.jts.geom.Geometry;

/** Which features somebody wants. Immutable. */
public final class Filter {

  /** The name by which a filter asks for a feature's place. */
  public static final String GEOMETRY = "geometry";

  private final Term term;

  private Filter(Term term, Map<String, Type> properties) {
    Checking.check(term, properties);
    this.term = term;
  }

  /**
   * The filter of a CQL2 text.
   *
   * @param properties what may be asked of a feature, {@link #GEOMETRY} among them if it has one
   * @param toLonLat from the filter's CRS, in its own order of axes, to degrees
   * @throws BadValueException saying what is wrong with it
   */
  public static Filter ofText(
      String text, Map<String, Type> properties, UnaryOperator<Geometry> toLonLat) {
    return new Filter(TextReader.read(text, new Literals(toLonLat)), properties);
  }

  /** The filter of a CQL2 JSON text. */
  public static Filter ofJson(
      String text, Map<String, Type> properties, UnaryOperator<Geometry> toLonLat) {
    return new Filter(JsonReader.read(text, new Literals(toLonLat)), properties);
  }

  /**
   * Whether a feature is wanted; what is unknown is not.
   *
   * @param values by column
   * @param geometry in degrees; asked for only when the filter does
   */
  public boolean test(
      Map<String, ? extends @Nullable Object> values, Supplier<@Nullable Geometry> geometry) {
    return Boolean.TRUE.equals(new Evaluation(values, geometry).of(term));
  }

  Term term() {
    return term;
  }
}
