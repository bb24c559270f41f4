package org.lifecircle.model;

/**
 * A change that alone brings a building within a limit.
 *
 * @param cost of the longest walk that is then left, millimetres or milliseconds
 */
public record SingleChange(Change change, int cost) {}
