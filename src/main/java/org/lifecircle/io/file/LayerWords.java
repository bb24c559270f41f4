package org.lifecircle.io.file;

import java.text.Normalizer;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * What a layer, its columns and their values may be called.
 *
 * @param names of the layer, plain
 * @param columns the contract's name of each column by its plain spellings
 * @param values by column, the contract's value by its plain spellings
 * @param otherwise by column, what is taken where a file has no such column
 */
record LayerWords(
    Set<String> names,
    Map<String, String> columns,
    Map<String, Map<String, String>> values,
    Map<String, String> otherwise) {

  static final LayerWords NONE = new LayerWords(Set.of(), Map.of(), Map.of(), Map.of());

  LayerWords {
    names = Collections.unmodifiableSet(new TreeSet<>(names));
    columns = Collections.unmodifiableMap(new LinkedHashMap<>(columns));
    values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    otherwise = Collections.unmodifiableMap(new LinkedHashMap<>(otherwise));
  }

  /** These words and, where these say nothing, the others. */
  LayerWords or(LayerWords others) {
    Set<String> allNames = new TreeSet<>(names);
    allNames.addAll(others.names);
    Map<String, Map<String, String>> allValues = new LinkedHashMap<>(others.values);
    values.forEach(
        (column, mine) -> allValues.merge(column, mine, (theirs, ours) -> both(ours, theirs)));
    return new LayerWords(
        allNames, both(columns, others.columns), allValues, both(otherwise, others.otherwise));
  }

  private static Map<String, String> both(Map<String, String> mine, Map<String, String> theirs) {
    Map<String, String> both = new LinkedHashMap<>(mine); // whose spellings go first
    theirs.forEach(both::putIfAbsent);
    return both;
  }

  /**
   * A word without what spellings differ in: case, width, blanks, dashes and underscores, and a
   * unit in brackets behind it.
   */
  static String plain(String word) {
    String even = Normalizer.normalize(word, Normalizer.Form.NFKC).strip();
    String bare = even.replaceFirst("\\([^()]*\\)$", "");
    return (bare.isBlank() ? even : bare).toLowerCase(Locale.ROOT).replaceAll("[\\s_-]+", "");
  }

  /** The words of a layer of the contract, by which it is known anyway. */
  static LayerWords ofContract(String layer, List<String> columns, List<String> titles) {
    Set<String> names = new TreeSet<>(Set.of(plain(layer)));
    titles.forEach(title -> names.add(plain(title)));
    Map<String, String> spelled = new LinkedHashMap<>();
    columns.forEach(column -> spelled.put(plain(column), column));
    return new LayerWords(names, spelled, Map.of(), Map.of());
  }
}
