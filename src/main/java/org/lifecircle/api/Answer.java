package org.lifecircle.api;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.lifecircle.store.FeatureTable;

/** What an endpoint has to say, before it takes one of the {@link Format}s. */
public sealed interface Answer {

  /** A plain JSON document. */
  record Document(Map<String, ?> json) implements Answer {}

  /**
   * A table with places, which can be a JSON table, GeoJSON, CSV or a GeoPackage.
   *
   * @param members what stands beside the rows
   * @param single whether it is one feature, not a collection of one
   */
  record Findings(
      FeatureTable table, Map<String, ? extends @Nullable Object> members, boolean single)
      implements Answer {}

  /** A page for people. */
  record Page(String html) implements Answer {}
}
