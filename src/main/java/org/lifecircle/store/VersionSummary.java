package org.lifecircle.store;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.lifecircle.model.AreaProfile;

/**
 * What a dataset version is, without its features.
 *
 * @param features how many there are, by table, issues included
 */
public record VersionSummary(
    DatasetVersion version, AreaProfile profile, Imported imported, Map<String, Integer> features) {

  public VersionSummary {
    features = Collections.unmodifiableMap(new LinkedHashMap<>(features)); // order kept
  }
}
