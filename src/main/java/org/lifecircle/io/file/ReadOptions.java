package org.lifecircle.io.file;

import java.nio.charset.Charset;
import org.jspecify.annotations.Nullable;
import org.lifecircle.io.ShiftedDatum;

/**
 * What whoever brings files says about them.
 *
 * @param crs of files that do not name theirs, or not so that it is understood: a code or
 *     well-known text
 * @param datum by which coordinates are shifted; null when they are not
 * @param encoding of texts; null to find out
 * @param layer that all of it is; null to go by names
 */
public record ReadOptions(
    @Nullable String crs,
    @Nullable ShiftedDatum datum,
    @Nullable Charset encoding,
    @Nullable String layer) {

  /** Nothing is said. */
  public static final ReadOptions NONE = new ReadOptions(null, null, null, null);

  /** The same about one layer. */
  public ReadOptions withLayer(String newLayer) {
    return new ReadOptions(crs, datum, encoding, newLayer);
  }

  /** The same with this CRS. */
  public ReadOptions withCrs(@Nullable String newCrs) {
    return new ReadOptions(newCrs, datum, encoding, layer);
  }
}
