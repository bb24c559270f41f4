package org.lifecircle.store;

/**
 * One complete state of a study area, as it is kept.
 *
 * @param number counts from 1 within its area
 */
public record DatasetVersion(String area, int number) {}
