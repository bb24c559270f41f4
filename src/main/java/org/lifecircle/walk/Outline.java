package org.lifecircle.walk;

/**
 * The outline of what is within reach of one triangle, as directed segments with what is within
 * reach on their left; x and y of both ends in turn.
 *
 * @param inside segments inside the triangle
 * @param along for each of its three edges, stretches of that edge in order, none touching another
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record Outline(int[] inside, int[][] along) {}
