package org.lifecircle.walk;

/**
 * The straight link from a point to the nearest ground it sees.
 *
 * @param from vertex the edge starts at that the ground begins at or the path runs along, or NONE
 *     when the point itself stands on ground
 * @param to vertex that edge ends at
 * @param x of the ground point, millimetres
 * @param lengthMillimetres of the link, rounded up
 * @param intoX with intoY: a direction from the ground point strictly into the sector it belongs to
 * @param needs removables that must be gone for this link
 */
record Tie(
    int from, int to, int x, int y, int lengthMillimetres, long intoX, long intoY, Needs needs) {}
