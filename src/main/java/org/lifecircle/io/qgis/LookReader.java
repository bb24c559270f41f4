package org.lifecircle.io.qgis;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.lifecircle.io.policy.PolicyNode;
import org.lifecircle.io.qgis.LayerLook.By;
import org.lifecircle.io.qgis.LayerLook.Category;
import org.lifecircle.io.qgis.LayerLook.Classes;
import org.lifecircle.io.qgis.LayerLook.Label;
import org.lifecircle.model.Text;

/** Reads {@code layers.yaml}. */
final class LookReader {

  private static final Set<String> DASHES = Set.of("solid", "dash", "dot", "dash_dot");
  private static final Set<String> SHAPES =
      Set.of("circle", "square", "diamond", "triangle", "star", "cross_fill");
  private static final int SMALLEST_SCALE = 10_000_000;
  private static final Symbol PLAIN =
      new Symbol(null, null, null, null, "circle", 0.2, 2, "solid", false, 1);

  private final Palette palette;

  LookReader(Palette palette) {
    this.palette = palette;
  }

  List<LayerLook> looks(PolicyNode root) {
    PolicyNode layers = root.child("layers");
    List<LayerLook> looks = new ArrayList<>();
    for (String id : layers.keys()) {
      looks.add(look(id, layers.child(id)));
    }
    return looks;
  }

  private LayerLook look(String id, PolicyNode node) {
    Symbol symbol = symbol(node, PLAIN);
    LayerLook look =
        new LayerLook(
            id,
            node.text("group"),
            node.truth("shown", true),
            symbol,
            node.findChild("by").map(by -> by(by, symbol)).orElse(null),
            node.findChild("classes").map(this::classes).orElse(null),
            node.findChild("label").map(this::label).orElse(null),
            node.findWholeNumber("from_scale", 1, SMALLEST_SCALE).orElse(null));
    node.done();
    return look;
  }

  private Symbol symbol(PolicyNode node, Symbol usual) {
    return new Symbol(
        colour(node, "fill", usual.fill()),
        colour(node, "line", usual.line()),
        colour(node, "marker", usual.marker()),
        colour(node, "outline", usual.outline()),
        word(node, "shape", usual.shape(), SHAPES),
        node.findNumber("width", 0, 20).orElse(usual.widthMm()),
        node.findNumber("size", 0, 50).orElse(usual.sizeMm()),
        word(node, "dash", usual.dash(), DASHES),
        node.truth("hatch", usual.hatch()),
        node.findNumber("opacity", 0, 1).orElse(usual.opacity()));
  }

  private static String word(PolicyNode node, String key, String usual, Set<String> words) {
    String word = node.findText(key).orElse(usual);
    if (!words.contains(word)) {
      node.fault(key, "“" + word + "”不在可用值之列：" + words, "'" + word + "' is not one of " + words);
    }
    return word;
  }

  private @Nullable String colour(PolicyNode node, String key, @Nullable String usual) {
    String meaning = node.findText(key).orElse(null);
    if (meaning == null) {
      return usual;
    }
    String colour = palette.findColour(meaning).orElse(null);
    if (colour == null) {
      node.fault(key, "palette.json 中没有颜色 " + meaning, "palette.json has no colour " + meaning);
    }
    return colour;
  }

  private By by(PolicyNode node, Symbol usual) {
    Map<String, List<String>> gathered = new LinkedHashMap<>();
    List<Category> categories = new ArrayList<>();
    PolicyNode values = node.child("values");
    String column = node.findText("column").orElse("");
    boolean others = false;
    for (String value : values.keys()) {
      PolicyNode one = values.child(value);
      List<String> of = one.texts("of");
      if (!of.isEmpty()) {
        gathered.put(value, of);
      }
      categories.add(
          new Category(value, new Text(one.text("zh"), one.text("en")), symbol(one, usual)));
      one.done();
      others |= value.equals("other");
    }
    String expression =
        column.isEmpty()
            ? node.text("expression")
            : gathered.isEmpty() && !others ? column : cases(column, gathered, categories);
    node.done();
    return new By(expression, categories);
  }

  /** Values that look the same become one; what is in none of the lists is the last category. */
  private static String cases(
      String column, Map<String, List<String>> gathered, List<Category> categories) {
    StringBuilder sql = new StringBuilder("CASE");
    Category last = categories.get(categories.size() - 1);
    for (Category category : categories) {
      if (!category.equals(last)) {
        List<String> of = gathered.getOrDefault(category.value(), List.of(category.value()));
        sql.append(" WHEN \"").append(column).append("\" IN ('");
        sql.append(String.join("', '", of)).append("') THEN '").append(category.value());
        sql.append('\'');
      }
    }
    return sql.append(" ELSE '").append(last.value()).append("' END").toString();
  }

  private Classes classes(PolicyNode node) {
    String scale = node.text("scale");
    List<Palette.Step> steps = palette.steps(scale);
    if (steps.isEmpty()) {
      node.fault("scale", "palette.json 中没有分级 " + scale, "palette.json has no scale " + scale);
    }
    Classes classes = new Classes(node.text("column").toLowerCase(Locale.ROOT), steps);
    node.done();
    return classes;
  }

  private Label label(PolicyNode node) {
    String expression = node.findText("expression").orElse(null);
    String colour = colour(node, "colour", null);
    Label label =
        new Label(
            expression == null ? node.text("column") : expression,
            expression != null,
            colour == null ? "#000000" : colour,
            palette.findColour("paper.halo").orElse("#ffffff"),
            node.number("size", 1, 100),
            node.findWholeNumber("from_scale", 1, SMALLEST_SCALE).orElse(null));
    node.done();
    return label;
  }
}
