package org.lifecircle.api;

import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.lifecircle.model.Coded;
import org.lifecircle.model.Columns;
import org.lifecircle.model.Columns.Column;
import org.locationtech.jts.geom.Geometry;

/** The columns of a result record, derived from it as those of the input layers are. */
final class RecordColumns {

  private final List<RecordComponent> components;

  RecordColumns(Class<? extends Record> type) {
    components =
        Stream.of(type.getRecordComponents())
            .filter(c -> !Geometry.class.isAssignableFrom(c.getType()))
            .toList();
  }

  List<Column> columns() {
    List<Column> columns = new ArrayList<>();
    for (RecordComponent component : components) {
      columns.add(new Column(name(component), plain(component.getType())));
    }
    return columns;
  }

  Map<String, @Nullable Object> values(Record row) {
    Map<String, @Nullable Object> values = new LinkedHashMap<>();
    for (RecordComponent component : components) {
      try {
        Object value = component.getAccessor().invoke(row);
        values.put(name(component), value instanceof Coded coded ? coded.code() : value);
      } catch (ReflectiveOperationException e) {
        throw new IllegalStateException(e);
      }
    }
    return values;
  }

  private static String name(RecordComponent component) {
    return Columns.snakeCase(component.getName());
  }

  private static Class<?> plain(Class<?> type) {
    if (Coded.class.isAssignableFrom(type)) {
      return String.class;
    }
    if (type == double.class) {
      return Double.class;
    }
    if (type == boolean.class) {
      return Boolean.class;
    }
    return type == int.class ? Integer.class : type;
  }
}
