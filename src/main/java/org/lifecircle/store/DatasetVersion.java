package org.lifecircle.store;

import java.nio.file.Path;

/**
 * One complete state of a study area, as it lies on disk.
 *
 * @param number counts from 1 within its area
 */
public record DatasetVersion(String area, int number, Path file) {}
