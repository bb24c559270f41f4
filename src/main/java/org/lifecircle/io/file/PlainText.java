package org.lifecircle.io.file;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.lifecircle.model.Columns;
import org.lifecircle.model.Layer;

/** Numbers with their unit behind them, years with their month, lists with Chinese commas. */
final class PlainText {

  private static final Pattern NUMBER =
      Pattern.compile(
          "([-+]?[0-9]+(?:,[0-9]{3})*(?:\\.[0-9]+)?)\\s*"
              + "(?:层|米|m|m2|m²|㎡|平方米|平米|户|人|年|元|个|栋|单元)?");
  private static final Pattern DATE = Pattern.compile("([12][0-9]{3})[-/.年][0-9]{1,2}.*");
  private static final Map<String, Class<?>> TYPES = new HashMap<>();

  static {
    for (Layer layer : Layer.values()) {
      Columns.of(layer)
          .columns()
          .forEach(column -> TYPES.put(layer.code() + "." + column.name(), column.type()));
    }
  }

  private PlainText() {}

  static Object of(String layer, String column, String text) {
    Class<?> type = TYPES.get(layer + "." + column);
    if (column.endsWith("_ids")) {
      return String.join(",", List.of(text.split("[,，;；、]", -1)));
    }
    if (type == Integer.class || type == Double.class) {
      Matcher date = DATE.matcher(text);
      if (column.endsWith("_year") && date.matches()) {
        return date.group(1);
      }
      Matcher number = NUMBER.matcher(text.strip());
      return number.matches() ? number.group(1).replace(",", "") : text;
    }
    return text;
  }
}
