package org.lifecircle.io.osm;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.lifecircle.io.policy.PolicyYaml;
import org.lifecircle.model.BadInputException;
import org.lifecircle.model.Layer;

/**
 * From the tags of OpenStreetMap to layers, columns and facility kinds, as {@code config/osm.yaml}
 * has it. That file says at its top what rules mean.
 */
public final class OsmMapping {

  /** The tag the reader adds to nodes: the layers of the ways they are a point of, by {@code ;}. */
  public static final String ON = "@on";

  private static final String ELEMENT = "@element";

  private final Map<Layer, LayerRules> layers;

  OsmMapping(Map<Layer, LayerRules> layers) {
    this.layers = new EnumMap<>(Layer.class);
    this.layers.putAll(layers);
  }

  /**
   * The rules of one layer, in order, and what is read from tags whichever of them decides.
   *
   * @param triggers tags of which an element has at least one if any rule fits it; most elements
   *     are trees and benches, and are done with here
   */
  record LayerRules(List<OsmColumn> columns, List<OsmRule> rules, Set<String> triggers) {

    static LayerRules of(List<OsmColumn> columns, List<OsmRule> rules) {
      Set<String> triggers = new HashSet<>();
      for (OsmRule rule : rules) {
        rule.when().forEach(tests -> triggers.add(tests.get(0).tag()));
      }
      return new LayerRules(columns, rules, triggers);
    }
  }

  /**
   * The mapping this file holds.
   *
   * @throws BadInputException with every fault of the file
   * @throws IOException if the disk fails; a missing file is bad input
   */
  public static OsmMapping read(Path file) throws IOException {
    return PolicyYaml.read(file, OsmMappingReader::read);
  }

  /**
   * What an element gives, by layer in the contract's order; empty when it gives nothing.
   *
   * @param closed whether a way ends where it starts; of no consequence for others
   * @param tags of the element, and for nodes {@link #ON} where that is known
   */
  public List<OsmMatch> match(OsmElement element, boolean closed, Map<String, String> tags) {
    if (tags.isEmpty()) {
      return List.of();
    }
    Map<String, String> all = new HashMap<>(tags);
    all.put(ELEMENT, element.code());
    Set<OsmShape> possible = OsmShape.of(element, closed);
    List<OsmMatch> matches = new ArrayList<>();
    layers.forEach(
        (layer, rules) -> {
          if (!Collections.disjoint(all.keySet(), rules.triggers())) {
            match(layer, rules, possible, all, matches);
          }
        });
    return matches;
  }

  /** The tags that any rule or column looks at; a reader need keep no others. */
  public Set<String> tags() {
    Set<String> tags = new HashSet<>();
    for (LayerRules layer : layers.values()) {
      layer.columns().stream().flatMap(c -> c.attempts().stream()).forEach(a -> tags.add(a.tag()));
      for (OsmRule rule : layer.rules()) {
        rule.when().forEach(tests -> tests.forEach(test -> tags.add(test.tag())));
        rule.unless().forEach(test -> tags.add(test.tag()));
      }
    }
    return tags;
  }

  /** Every kind of facility the rules can give, in their order, each once. */
  public Set<String> facilityKinds() {
    Set<String> kinds = new LinkedHashSet<>();
    for (LayerRules rules : layers.values()) {
      for (OsmRule rule : rules.rules()) {
        kinds.addAll(rule.kinds());
        kinds.addAll(rule.kindByArea().values());
      }
    }
    return kinds;
  }

  private static void match(
      Layer layer,
      LayerRules rules,
      Set<OsmShape> possible,
      Map<String, String> tags,
      List<OsmMatch> matches) {
    for (OsmRule rule : rules.rules()) {
      Optional<OsmShape> shape = rule.shape(possible);
      if (shape.isPresent() && rule.fits(tags)) {
        if (!rule.ignore() || rule.report()) {
          give(layer, rules.columns(), rule, shape.get(), tags, matches);
        }
        return;
      }
    }
  }

  private static void give(
      Layer layer,
      List<OsmColumn> readable,
      OsmRule rule,
      OsmShape shape,
      Map<String, String> tags,
      List<OsmMatch> matches) {
    List<String> unread = new ArrayList<>();
    Map<String, Object> columns = new LinkedHashMap<>();
    for (OsmColumn column : readable) {
      if (!rule.set().containsKey(column.name())) {
        column.value(tags, unread).ifPresent(value -> columns.put(column.name(), value));
      }
    }
    columns.putAll(rule.set());
    List<String> kinds = rule.kinds().isEmpty() ? List.of("") : rule.kinds();
    for (String kind : kinds) {
      if (!kind.isEmpty()) {
        columns.put("kind", kind);
      }
      matches.add(
          new OsmMatch(
              layer,
              shape,
              rule.id(),
              rule.ignore() ? rule.reason(tags) : null,
              kind.equals(kinds.get(0)) ? "" : "/" + kind,
              columns,
              rule.kindByArea(),
              rule.maxAreaSquareMetres(),
              unread));
    }
  }
}
