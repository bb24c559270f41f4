package org.lifecircle.io.file;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.lifecircle.io.RawLayer;
import org.lifecircle.io.TextEncoding;
import org.lifecircle.io.policy.PolicyNode;
import org.lifecircle.io.policy.PolicyYaml;
import org.lifecircle.model.BadInputException;
import org.lifecircle.model.Coded;
import org.lifecircle.model.Columns;
import org.lifecircle.model.Layer;

/**
 * From people's names of layers, columns and values to the contract's. {@code config/names.yaml}
 * has the usual Chinese ones; a mapping of one's own has the same form and goes before it.
 */
public final class Naming {

  private static final String ANY = "any";
  private static final Set<String> NUMBERS_AS_TEXT = Set.of("id", "name", "unit");

  /** A dBASE table cuts names there. */
  private static final int DBF_NAME_BYTES = 10;

  private final Map<String, LayerWords> layers;

  private Naming(Map<String, LayerWords> layers) {
    this.layers = layers;
  }

  /** The contract's own names and nothing else. */
  public static Naming ofContract() {
    Map<String, LayerWords> layers = new LinkedHashMap<>();
    for (Layer layer : Layer.values()) {
      List<String> columns =
          Columns.of(layer).columns().stream().map(Columns.Column::name).toList();
      List<String> titles = List.of(layer.title().zh().split("/", -1));
      layers.put(layer.code(), LayerWords.ofContract(layer.code(), columns, titles));
    }
    layers.put(
        RawLayer.BOUNDARY,
        LayerWords.ofContract(RawLayer.BOUNDARY, List.of("id", "name"), List.of("范围")));
    return new Naming(layers);
  }

  /**
   * What this file says, and then this.
   *
   * @throws BadInputException with every fault of the file
   * @throws IOException if the disk fails
   */
  public Naming with(Path yaml) throws IOException {
    Map<String, LayerWords> said = PolicyYaml.read(yaml, this::read);
    Map<String, LayerWords> both = new LinkedHashMap<>();
    layers.forEach(
        (layer, words) -> both.put(layer, said.getOrDefault(layer, LayerWords.NONE).or(words)));
    return new Naming(both);
  }

  /** The same where these words are values of a column too, for example titles of kinds. */
  public Naming withValues(Layer layer, String column, Map<String, String> valueBySpelling) {
    Map<String, String> plain = new LinkedHashMap<>();
    valueBySpelling.forEach((spelling, value) -> plain.put(LayerWords.plain(spelling), value));
    Map<String, LayerWords> both = new LinkedHashMap<>(layers);
    LayerWords more = new LayerWords(Set.of(), Map.of(), Map.of(column, plain), Map.of());
    both.computeIfPresent(layer.code(), (code, words) -> words.or(more));
    return new Naming(both);
  }

  private Map<String, LayerWords> read(PolicyNode root) {
    LayerWords any = root.findChild(ANY).map(node -> words(node, null)).orElse(LayerWords.NONE);
    Map<String, LayerWords> said = new LinkedHashMap<>();
    for (String layer : root.keys()) {
      if (!layer.equals(ANY) && !layers.containsKey(layer)) {
        String all = String.join(", ", layers.keySet());
        root.fault(layer, "没有这个图层；可用的有 " + all, "there is no such layer; there are " + all);
        continue;
      }
      root.has(layer);
    }
    for (String layer : layers.keySet()) {
      LayerWords own =
          root.findChild(layer).map(node -> words(node, layer)).orElse(LayerWords.NONE);
      said.put(layer, own.or(any));
    }
    return said;
  }

  private LayerWords words(PolicyNode node, @Nullable String layer) {
    Set<String> names = new java.util.TreeSet<>();
    node.texts("names").forEach(name -> names.add(LayerWords.plain(name)));
    Map<String, String> columns = new LinkedHashMap<>();
    Map<String, Map<String, String>> values = new LinkedHashMap<>();
    node.findChild("columns")
        .ifPresent(
            c -> {
              requireColumns(c, layer);
              spellings(c).forEach(columns::put);
            });
    node.findChild("values")
        .ifPresent(
            v -> {
              requireColumns(v, layer);
              v.keys().forEach(column -> values.put(column, spellings(v.child(column))));
            });
    Map<String, String> otherwise = new LinkedHashMap<>();
    node.findChild("otherwise")
        .ifPresent(
            o -> {
              requireColumns(o, layer);
              o.plains().forEach((column, value) -> otherwise.put(column, value.toString()));
            });
    node.done();
    return new LayerWords(names, columns, values, otherwise);
  }

  /** What each key may be spelled like, turned round. */
  private static Map<String, String> spellings(PolicyNode node) {
    Map<String, String> spellings = new LinkedHashMap<>();
    for (String key : node.keys()) {
      node.texts(key).forEach(spelling -> spellings.put(LayerWords.plain(spelling), key));
    }
    return spellings;
  }

  private void requireColumns(PolicyNode node, @Nullable String layer) {
    LayerWords words = layer == null ? null : layers.get(layer);
    for (String column : node.keys()) {
      if (words != null && !words.columns().containsValue(column)) {
        String all = String.join(", ", new java.util.LinkedHashSet<>(words.columns().values()));
        node.fault(column, "没有这一列；可用的有 " + all, "there is no such column; there are " + all);
      }
    }
  }

  /** Whether the contract has a layer of this name, or it is the boundary. */
  public static boolean isLayer(String name) {
    return name.equals(RawLayer.BOUNDARY) || Coded.find(Layer.class, name).isPresent();
  }

  /** The layer that is called so, if there is one. */
  Optional<String> layerOf(String name) {
    String plain = LayerWords.plain(name);
    return layers.entrySet().stream()
        .filter(e -> e.getValue().names().contains(plain))
        .map(Map.Entry::getKey)
        .findFirst();
  }

  /** The names of all layers, for messages. */
  String layers() {
    return String.join(", ", layers.keySet());
  }

  /** What takes the place of a column a file does not have. */
  Map<String, String> otherwise(String layer) {
    return words(layer).otherwise();
  }

  private LayerWords words(String layer) {
    return layers.getOrDefault(layer, LayerWords.NONE);
  }

  /**
   * The columns of a file by the contract's names; those it does not know keep theirs. Of several
   * that could be one column, that with its very name is it, else the one whose spelling comes
   * first.
   */
  Map<String, String> columns(String layer, Iterable<String> given) {
    Map<String, String> columns = words(layer).columns();
    Map<String, String> bySpelling = new LinkedHashMap<>();
    Map<String, String> renamed = new LinkedHashMap<>();
    for (String column : given) {
      renamed.put(column, column);
      bySpelling.putIfAbsent(LayerWords.plain(column), column);
    }
    Set<String> taken = new HashSet<>(renamed.keySet());
    taken.retainAll(columns.values());
    columns.forEach(
        (spelling, name) -> {
          String column = bySpelling.get(spelling);
          if (column != null && !columns.containsValue(column) && taken.add(name)) {
            renamed.put(column, name);
          }
        });
    for (String column : given) {
      String name = columns.containsValue(renamed.get(column)) ? null : cutOff(column, columns);
      if (name != null && taken.add(name)) {
        renamed.put(column, name);
      }
    }
    return renamed;
  }

  /** The one column whose name begins so and goes on beyond what a dBASE table holds. */
  private static @Nullable String cutOff(String column, Map<String, String> columns) {
    int utf8 = column.getBytes(StandardCharsets.UTF_8).length;
    int gbk = column.getBytes(TextEncoding.GB18030).length;
    boolean full = column.length() > 3 && (full(utf8) || full(gbk));
    String plain = LayerWords.plain(column);
    List<String> candidates =
        columns.entrySet().stream()
            .filter(e -> e.getKey().startsWith(plain))
            .map(Map.Entry::getValue)
            .distinct()
            .toList();
    return full && candidates.size() == 1 ? candidates.get(0) : null;
  }

  private static boolean full(int bytes) {
    return bytes == DBF_NAME_BYTES || bytes == DBF_NAME_BYTES - 1;
  }

  /** A value as the contract spells it. */
  @Nullable Object value(String layer, String column, @Nullable Object value) {
    if (value == null) {
      return null;
    }
    Map<String, String> values = words(layer).values().getOrDefault(column, Map.of());
    String known = values.get(LayerWords.plain(value.toString()));
    if (known != null) {
      return known;
    }
    return value instanceof String text && !NUMBERS_AS_TEXT.contains(column)
        ? PlainText.of(layer, column, text)
        : value;
  }
}
