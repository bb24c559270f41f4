package org.lifecircle.api;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.lifecircle.io.Projection;
import org.lifecircle.io.RawArea;
import org.lifecircle.io.RawFeature;
import org.lifecircle.io.RawLayer;
import org.lifecircle.io.RawProfile;
import org.lifecircle.model.BadValueException;
import org.lifecircle.model.Coded;
import org.lifecircle.model.Evidence;
import org.lifecircle.model.Text;

/**
 * What an area that was exported said of itself: it stands beside its boundary. Taken only when all
 * of it is there and known here, so nobody else's boundary changes anything.
 */
final class ExportedProfile {

  private ExportedProfile() {}

  /**
   * The area with its name, CRS, evidence and standard as they were.
   *
   * @param crs that was asked for instead; null for its own
   */
  static RawArea restored(RawArea raw, @Nullable String crs, Set<String> standards) {
    List<RawFeature> boundaries = new ArrayList<>();
    for (RawLayer layer : raw.layers()) {
      if (layer.layer().equals(RawLayer.BOUNDARY)) {
        boundaries.addAll(layer.features());
      }
    }
    return boundaries.size() == 1
        ? profile(raw.profile(), boundaries.get(0), crs, standards)
            .map(profile -> new RawArea(profile, raw.layers(), raw.issues(), raw.faults()))
            .orElse(raw)
        : raw;
  }

  private static Optional<RawProfile> profile(
      RawProfile given, RawFeature boundary, @Nullable String crs, Set<String> standards) {
    String zh = text(boundary, "name_zh");
    String en = text(boundary, "name_en");
    String own = text(boundary, "crs");
    String standard = text(boundary, "standard");
    Optional<Evidence> evidence = Coded.find(Evidence.class, text(boundary, "evidence"));
    boolean known = standards.contains(standard) && isMetric(own) && evidence.isPresent();
    if (!known || zh.isBlank() || en.isBlank()) {
      return Optional.empty();
    }
    return Optional.of(
        new RawProfile(
            given.id(),
            new Text(zh, en),
            crs == null ? own : crs,
            evidence.orElseThrow(),
            standard));
  }

  private static boolean isMetric(String crs) {
    try {
      Projection.of(crs);
      return true;
    } catch (BadValueException e) {
      return false;
    }
  }

  private static String text(RawFeature boundary, String column) {
    Object value = boundary.properties().get(column);
    return value == null ? "" : value.toString();
  }
}
