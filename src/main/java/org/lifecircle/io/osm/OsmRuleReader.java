package org.lifecircle.io.osm;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.lifecircle.io.policy.PolicyNode;
import org.lifecircle.model.BadValueException;
import org.lifecircle.model.Layer;

/** Reads the rules of one layer of {@code osm.yaml}. */
final class OsmRuleReader {

  private static final String ANY = "*";
  private static final Pattern SQUARE_METRES = Pattern.compile("\\d{1,8}");

  private final Layer layer;
  private final Set<String> columnNames;
  private final List<OsmShape> usualShapes;
  private final OsmTrial trial;

  /**
   * A reader of the rules of one layer.
   *
   * @param columnNames that the layer has
   * @param usualShapes of rules that name none
   * @param columns that are read from tags
   */
  OsmRuleReader(
      Layer layer, Set<String> columnNames, List<OsmShape> usualShapes, List<OsmColumn> columns) {
    this.layer = layer;
    this.columnNames = columnNames;
    this.usualShapes = usualShapes;
    this.trial = new OsmTrial(layer, columns);
  }

  List<OsmRule> readAll(PolicyNode all) {
    List<OsmRule> rules = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    for (PolicyNode node : all.children("rules")) {
      Optional<OsmRule> rule = node.make(this::rule);
      if (rule.isPresent() && !seen.add(rule.get().id())) {
        String id = rule.get().id();
        node.fault("id", "“" + id + "”重复", "'" + id + "' is there twice");
      }
      rule.ifPresent(rules::add);
    }
    return rules;
  }

  private OsmRule rule(PolicyNode node) {
    boolean ignore = node.truth("ignore", false);
    OsmRule rule =
        new OsmRule(
            node.id(),
            shapes(node, ignore),
            node.children("when").stream()
                .map(n -> n.make(OsmRuleReader::tests))
                .flatMap(Optional::stream)
                .toList(),
            node.findChild("unless").flatMap(n -> n.make(OsmRuleReader::tests)).orElse(List.of()),
            ignore,
            node.truth("report", false),
            node.findChild("set").flatMap(n -> n.make(this::columns)).orElse(Map.of()),
            node.texts("kinds"),
            node.findChild("kind_by_area_m2")
                .flatMap(n -> n.make(OsmRuleReader::kindByArea))
                .orElse(new TreeMap<>()),
            node.findNumber("max_area_m2", 1, 1e9).orElse(null));
    boolean hasKind = !rule.kinds().isEmpty() || !rule.kindByArea().isEmpty();
    if (hasKind != (layer == Layer.FACILITIES && !ignore)) {
      node.fault(
          "kinds",
          "设施图层的规则须有 kinds 或 kind_by_area_m2，其他图层和 ignore 规则不得有",
          "rules of facilities have kinds or kind_by_area_m2; others, and those that ignore, do not");
    }
    if (rule.report() && !ignore) {
      node.fault("report", "只用于 ignore 规则", "only rules that ignore report");
    }
    if (!ignore) {
      trial.run(rule);
    }
    return rule;
  }

  /** What is to be ignored is ignored whatever its shape, unless the rule itself says otherwise. */
  private Set<OsmShape> shapes(PolicyNode node, boolean ignore) {
    List<OsmShape> own = node.codes("shapes", OsmShape.class);
    if (own.isEmpty() && ignore) {
      return EnumSet.allOf(OsmShape.class);
    }
    List<OsmShape> shapes = own.isEmpty() ? usualShapes : own;
    if (shapes.isEmpty()) {
      node.fault("shapes", "规则和图层都没有写 shapes", "neither the rule nor its layer has shapes");
    }
    return shapes.isEmpty() ? EnumSet.allOf(OsmShape.class) : EnumSet.copyOf(shapes);
  }

  private Map<String, Object> columns(PolicyNode node) {
    Map<String, Object> columns = node.plains();
    for (String name : columns.keySet()) {
      if (!columnNames.contains(name)) {
        node.fault(name, "该图层没有这一列", "the layer has no such column");
      }
    }
    return columns;
  }

  private static List<OsmTest> tests(PolicyNode node) {
    List<OsmTest> tests = node.keys().stream().map(tag -> test(node, tag)).toList();
    if (tests.isEmpty()) {
      throw new BadValueException("至少写一个标签", "at least one tag is needed");
    }
    return tests;
  }

  private static OsmTest test(PolicyNode node, String tag) {
    if (node.isMapping(tag)) {
      PolicyNode more = node.child(tag);
      List<String> words = more.texts("contains");
      List<String> wanted = more.texts("all");
      more.done();
      if (words.isEmpty() == wanted.isEmpty()) {
        node.fault(tag, "contains 或 all 二选一", "either contains or all is needed");
      }
      return wanted.isEmpty()
          ? OsmTest.contains(tag, words)
          : OsmTest.allOf(tag, Set.copyOf(wanted));
    }
    List<String> values = node.texts(tag);
    if (values.isEmpty()) {
      node.fault(tag, "缺少值", "a value is needed");
    }
    return values.contains(ANY) ? OsmTest.present(tag) : OsmTest.oneOf(tag, new HashSet<>(values));
  }

  private static NavigableMap<Double, String> kindByArea(PolicyNode node) {
    NavigableMap<Double, String> kinds = new TreeMap<>();
    for (String from : node.keys()) {
      if (SQUARE_METRES.matcher(from).matches()) {
        kinds.put(Double.valueOf(from), node.text(from));
      } else {
        node.fault(from, "应为平方米数", "a number of square metres is needed");
      }
    }
    return kinds;
  }
}
