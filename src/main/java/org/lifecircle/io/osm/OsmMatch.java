package org.lifecircle.io.osm;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.lifecircle.model.Layer;

/**
 * What an element of OpenStreetMap gives to one layer.
 *
 * @param rule the rule that decided, for reports
 * @param leftOut the tag, as {@code amenity=school}, of an element that makes no feature after all,
 *     which is to be reported; null when it makes one
 * @param idSuffix tells apart the features that one element gives to one layer; mostly empty
 * @param columns all that was read from the tags, by the contract's names; neither id nor geometry,
 *     nor the kind where it depends on the area
 * @param kindByArea the kind from so many square metres of land; empty when it does not depend
 * @param maxAreaSquareMetres a larger polygon is no feature of this layer; null when none is too
 *     large
 * @param unread tags that should have given a value and did not, as {@code width=wide}
 */
public record OsmMatch(
    Layer layer,
    OsmShape shape,
    String rule,
    @Nullable String leftOut,
    String idSuffix,
    Map<String, Object> columns,
    NavigableMap<Double, String> kindByArea,
    @Nullable Double maxAreaSquareMetres,
    List<String> unread) {

  public OsmMatch {
    columns = Collections.unmodifiableMap(new LinkedHashMap<>(columns));
    kindByArea = Collections.unmodifiableNavigableMap(new TreeMap<>(kindByArea));
    unread = List.copyOf(unread);
  }

  /** Whether it makes no feature. */
  public boolean isLeftOut() {
    return leftOut != null;
  }

  /** Whether a polygon of this size is no feature of this layer after all. */
  public boolean tooLarge(double squareMetres) {
    return maxAreaSquareMetres != null && squareMetres > maxAreaSquareMetres;
  }

  /**
   * The columns, with the kind that goes with this much land.
   *
   * @param landSquareMetres 0 for points and lines
   */
  public Map<String, Object> columns(double landSquareMetres) {
    Map.Entry<Double, String> kind = kindByArea.floorEntry(landSquareMetres);
    if (kind == null) {
      return columns;
    }
    Map<String, Object> all = new LinkedHashMap<>(columns);
    all.put("kind", kind.getValue());
    return all;
  }
}
