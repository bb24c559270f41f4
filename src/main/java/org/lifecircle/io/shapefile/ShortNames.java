package org.lifecircle.io.shapefile;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.lifecircle.io.policy.PolicyNode;
import org.lifecircle.io.policy.PolicyYaml;
import org.lifecircle.model.BadInputException;

/**
 * What columns are called where a name may have ten bytes. The file has the form of {@code
 * names.yaml}, so the same lines bring the names back when such a file is read.
 */
public final class ShortNames {

  static final int MAX_BYTES = 10;

  private final Map<String, String> byColumn;

  private ShortNames(Map<String, String> byColumn) {
    this.byColumn = byColumn;
  }

  /**
   * The table of this file.
   *
   * @throws BadInputException with every fault of the file
   * @throws IOException if the disk fails
   */
  public static ShortNames read(Path yaml) throws IOException {
    return PolicyYaml.read(yaml, ShortNames::of);
  }

  private static ShortNames of(PolicyNode root) {
    PolicyNode columns = root.child("any").child("columns");
    Map<String, String> byColumn = new LinkedHashMap<>();
    Set<String> taken = new LinkedHashSet<>();
    for (String column : columns.keys()) {
      List<String> names = columns.texts(column);
      String name = names.isEmpty() ? "" : names.get(0);
      if (name.isEmpty() || bytes(name) > MAX_BYTES || !taken.add(name)) {
        columns.fault(
            column,
            "“" + name + "”为空、重复或超过 10 字节",
            "'" + name + "' is empty, taken, or longer than 10 bytes");
      }
      byColumn.put(column, name);
    }
    return new ShortNames(byColumn);
  }

  /** Whether the table says how to write this column, or it is short enough as it is. */
  public boolean knows(String column) {
    return bytes(column) <= MAX_BYTES || byColumn.containsKey(column);
  }

  /**
   * The names of these columns, in their order; one the table does not know is cut and numbered.
   */
  List<String> of(List<String> columns) {
    Set<String> names = new LinkedHashSet<>();
    for (String column : columns) {
      String wanted = byColumn.getOrDefault(column, column);
      String name = cut(wanted, MAX_BYTES);
      for (int i = 2; !names.add(name); i++) {
        name = cut(wanted, MAX_BYTES - 1 - String.valueOf(i).length()) + "_" + i;
      }
    }
    return List.copyOf(names);
  }

  /** The longest beginning that has no more bytes, and no half characters. */
  static String cut(String text, int maxBytes) {
    if (bytes(text) <= maxBytes) {
      return text;
    }
    int bytes = 0;
    int end = 0;
    while (end < text.length()) {
      int next = text.codePointAt(end);
      bytes += bytes(Character.toString(next));
      if (bytes > maxBytes) {
        break;
      }
      end += Character.charCount(next);
    }
    return text.substring(0, end);
  }

  @Override
  public String toString() {
    return byColumn.toString();
  }

  static int bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8).length;
  }
}
