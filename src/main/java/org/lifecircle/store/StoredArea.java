package org.lifecircle.store;

import org.lifecircle.model.StudyArea;

/**
 * A study area as it was kept.
 *
 * @param crs the area's own, with its definition
 */
public record StoredArea(DatasetVersion version, StudyArea area, Crs crs, Imported imported) {}
