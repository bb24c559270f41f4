package org.lifecircle.api;

import java.io.IOException;
import java.nio.file.Path;
import org.lifecircle.io.qgis.Styles;
import org.lifecircle.io.shapefile.ShortNames;
import org.lifecircle.model.BadInputException;

/**
 * How files that go out are drawn, and what columns are called where names must be short.
 *
 * @param styles of the layers
 * @param shortNames of columns
 */
public record ExportRules(Styles styles, ShortNames shortNames) {

  /**
   * What {@code styles/} and {@code shapefile.yaml} in this folder say.
   *
   * @throws BadInputException with every fault of a file
   */
  public static ExportRules read(Path config) throws IOException {
    return new ExportRules(
        Styles.read(config.resolve("styles")), ShortNames.read(config.resolve("shapefile.yaml")));
  }

  /** The same for every run with the same files, as {@link Policy#stamp} wants it. */
  @Override
  public String toString() {
    return "exports " + styles.fingerprint() + shortNames;
  }
}
