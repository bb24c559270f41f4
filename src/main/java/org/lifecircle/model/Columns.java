package org.lifecircle.model;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;

/**
 * The columns a layer has in files, tables and the API, derived mechanically from its record, so
 * that there is one truth about names: {@code heightMetres} is {@code height_m}, {@code
 * floorAreaSquareMetres} is {@code floor_area_m2}.
 */
public final class Columns {

  /** A column: its name and the plain Java type of its values (enums and lists are text). */
  public record Column(String name, Class<?> type) {}

  /** What a column holds when a file does not say; {@code part_of} and others follow the row. */
  private static final Map<String, Object> DEFAULTS =
      Map.ofEntries(
          Map.entry("walls.kind", "compound"),
          Map.entry("walls.thickness_m", 0.24),
          Map.entry("walls.status", "standing"),
          Map.entry("walls.inferred", false),
          Map.entry("entrances.lift", "none"),
          Map.entry("gates.compound_ids", ""),
          Map.entry("illegal_structures.position", "ground"),
          Map.entry("illegal_structures.status", "standing"),
          Map.entry("paths.kind", "footway"),
          Map.entry("paths.level", 0),
          Map.entry("paths.bridge", false),
          Map.entry("paths.tunnel", false),
          Map.entry("paths.access", "public"),
          Map.entry("open_spaces.kind", "yard"),
          Map.entry("open_spaces.protected", false),
          Map.entry("facilities.serves", "public"),
          Map.entry("facilities.origin", "existing"),
          Map.entry("facilities.status", "open"),
          Map.entry("obstacles.kind", "closed_ground"),
          Map.entry("units.kind", "community"));

  private static final Map<Layer, Columns> KNOWN = new ConcurrentHashMap<>();

  /** What there is to know of a component, asked of the record once: it is slow to answer. */
  private record Part(RecordComponent component, String name, Class<?> type, boolean nullable) {

    static Part of(RecordComponent component) {
      boolean nullable = Nullability.isNullable(component);
      return new Part(component, nameOf(component), component.getType(), nullable);
    }

    boolean isGeometry() {
      return Geometry.class.isAssignableFrom(type);
    }
  }

  private final Layer layer;
  private final List<Part> parts;
  private final Constructor<? extends Feature> constructor;

  private Columns(Layer layer) {
    this.layer = layer;
    this.parts = Stream.of(layer.type().getRecordComponents()).map(Part::of).toList();
    try {
      Class<?>[] types = parts.stream().map(Part::type).toArray(Class<?>[]::new);
      this.constructor = layer.type().getDeclaredConstructor(types);
    } catch (NoSuchMethodException e) {
      throw new AssertionError("a record has its canonical constructor", e);
    }
  }

  /** The columns of this layer. */
  public static Columns of(Layer layer) {
    return KNOWN.computeIfAbsent(layer, Columns::new);
  }

  /** All columns but the geometry, in the order of the record. */
  public List<Column> columns() {
    return parts.stream()
        .filter(part -> !part.isGeometry())
        .map(part -> new Column(part.name(), plain(part.type())))
        .toList();
  }

  /** The values of a feature by column; what is unknown is null, enums are their codes. */
  public Map<String, @Nullable Object> values(Feature feature) {
    Map<String, @Nullable Object> values = new LinkedHashMap<>();
    for (Part part : parts) {
      if (!part.isGeometry()) {
        values.put(part.name(), toPlain(read(part.component(), feature)));
      }
    }
    return values;
  }

  /**
   * The feature of a row. Absent values take the contract's defaults.
   *
   * @throws BadValueException naming the column, its value and what is accepted
   */
  public Feature feature(Geometry geometry, Map<String, ? extends @Nullable Object> row) {
    @Nullable Object[] arguments = new Object[parts.size()];
    for (int i = 0; i < parts.size(); i++) {
      Part part = parts.get(i);
      arguments[i] = part.isGeometry() ? requireType(part.type(), geometry) : argument(part, row);
    }
    try {
      return constructor.newInstance(arguments);
    } catch (InvocationTargetException e) {
      if (e.getCause() instanceof IllegalArgumentException complaint) {
        throw complaint;
      }
      throw new IllegalStateException(e.getCause());
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Geometry requireType(Class<?> type, Geometry geometry) {
    if (!type.isInstance(geometry)) {
      throw new BadValueException(
          "需要 " + type.getSimpleName() + "，而不是 " + geometry.getGeometryType(),
          "a " + type.getSimpleName() + " is needed, not a " + geometry.getGeometryType());
    }
    return geometry;
  }

  private @Nullable Object argument(Part part, Map<String, ? extends @Nullable Object> row) {
    String name = part.name();
    Object value = row.get(name);
    if (value == null || value.equals("")) {
      value = byDefault(name, row);
    }
    Class<?> type = part.type();
    if (value == null) {
      if (type.isPrimitive() || type.isEnum() || !part.nullable()) {
        throw new BadValueException("缺少“" + name + "”", "'" + name + "' is missing");
      }
      return null;
    }
    try {
      return PlainValues.convert(value, type);
    } catch (BadValueException e) {
      throw e.inColumn(name);
    }
  }

  private @Nullable Object byDefault(String name, Map<String, ? extends @Nullable Object> row) {
    if (layer == Layer.WALLS && name.equals("part_of")) {
      return row.get("id");
    }
    if (layer == Layer.WALLS && name.equals("removable")) {
      Object kind = row.get("kind");
      return kind == null || kind.equals("") || kind.equals("compound");
    }
    return DEFAULTS.get(layer.code() + "." + name);
  }

  private static @Nullable Object read(RecordComponent component, Feature feature) {
    try {
      return component.getAccessor().invoke(feature);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  private static @Nullable Object toPlain(@Nullable Object value) {
    if (value instanceof Coded coded) {
      return coded.code();
    }
    if (value instanceof List<?> list) {
      return String.join(",", list.stream().map(String::valueOf).toList());
    }
    return value;
  }

  private static Class<?> plain(Class<?> type) {
    if (type.isEnum() || type == List.class) {
      return String.class;
    }
    if (type == int.class) {
      return Integer.class;
    }
    if (type == double.class) {
      return Double.class;
    }
    return type == boolean.class ? Boolean.class : type;
  }

  private static String nameOf(RecordComponent component) {
    if (component.getName().equals("isProtected")) {
      return "protected"; // a reserved word in Java
    }
    return snakeCase(component.getName());
  }

  /** {@code floorAreaSquareMetres} as tables spell it: {@code floor_area_m2}. */
  public static String snakeCase(String camelCase) {
    List<String> words =
        new ArrayList<>(
            Arrays.asList(camelCase.split("(?<=[a-z0-9])(?=[A-Z])|(?<=[a-z])(?=[0-9])")));
    String joined = String.join("_", words).toLowerCase(Locale.ROOT);
    return joined
        .replace("square_metres", "m2")
        .replace("millimetres", "mm")
        .replace("metres", "m");
  }
}
