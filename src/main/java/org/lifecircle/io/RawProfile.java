package org.lifecircle.io;

import org.jspecify.annotations.Nullable;
import org.lifecircle.model.Evidence;
import org.lifecircle.model.Text;

/**
 * What is known of a study area before its features are looked at.
 *
 * @param crs the projected CRS to compute in; null lets assembly choose by the place
 * @param standard id of the standard it is judged by
 */
public record RawProfile(
    String id, Text name, @Nullable String crs, Evidence evidence, String standard) {}
