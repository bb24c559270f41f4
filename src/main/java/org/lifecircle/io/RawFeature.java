package org.lifecircle.io;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;

/**
 * One feature as a file gave it, before anything is checked.
 *
 * @param index its place in the file, counted from 0
 * @param geometry in the CRS of its {@link RawLayer}, east or longitude first; null when the file
 *     gives none. Any type: assembly explodes and refuses
 * @param properties by the contract's column names; {@code id} among them. Values are text,
 *     numbers, truth values, lists of these, or null
 */
public record RawFeature(
    int index, @Nullable Geometry geometry, Map<String, @Nullable Object> properties) {

  public RawFeature {
    properties = Collections.unmodifiableMap(new LinkedHashMap<>(properties));
  }

  /** The id as text; null when the file gives none, or only blanks. */
  public @Nullable String id() {
    Object id = properties.get("id");
    return id == null || id.toString().isBlank() ? null : id.toString().strip();
  }
}
