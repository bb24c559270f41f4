package org.lifecircle.api;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.lifecircle.report.Stationery;
import org.lifecircle.report.map.Palette;

/** How reports are worded and set: {@code config/report}, read when the first one is asked for. */
public final class ReportRules {

  private final Path config;
  private final String fingerprint;
  private @Nullable Stationery stationery;

  private ReportRules(Path config, String fingerprint) {
    this.config = config;
    this.fingerprint = fingerprint;
  }

  /**
   * What {@code report/} in this folder says.
   *
   * @throws IOException if a file of it is missing
   */
  public static ReportRules read(Path config) throws IOException {
    return new ReportRules(config, Stationery.fingerprint(config.resolve("report")));
  }

  /** The font is some megabytes, and only reports want it. */
  synchronized Stationery stationery() {
    Stationery known = stationery;
    if (known == null) {
      try {
        known = Stationery.read(config.resolve("report"), palette());
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      stationery = known;
    }
    return known;
  }

  /** The colours of the web map and of GIS files. */
  private Palette palette() throws IOException {
    Path file = config.resolve("styles").resolve("palette.json");
    return Palette.of(new ObjectMapper().readValue(file.toFile(), Map.class));
  }

  /** The same for every run with the same files, as {@link Policy#stamp} wants it. */
  @Override
  public String toString() {
    return "reports " + fingerprint;
  }
}
