package org.lifecircle.walk;

import org.lifecircle.model.Path;
import org.lifecircle.walk.PathEdges.Side;
import org.locationtech.jts.geom.Envelope;

/**
 * One edge of a path, seen from one side of it or from both.
 *
 * @param position where on the chain it begins
 */
record PathEdge(Path path, PathChain chain, int position, Side side) {

  /** The place on an edge that is straight across from a point. */
  record Foot(int chainage, int x, int y) {}

  /** An edge of a link along a path. */
  static PathEdge of(Links.Link link, int position, NetworkParts parts) {
    LaidPaths paths = parts.paths();
    return new PathEdge(paths.path(link.path()), paths.chain(link.path()), position, link.side());
  }

  /** All that lies within so much of it, millimetres. */
  Envelope within(double millimetres) {
    Envelope envelope =
        new Envelope(
            chain.x(position), chain.x(position + 1), chain.y(position), chain.y(position + 1));
    envelope.expandBy(millimetres);
    return envelope;
  }

  /** Where a point that stands on its width comes to its line. */
  Foot foot(int px, int py) {
    double ax = chain.x(position);
    double ay = chain.y(position);
    double dx = chain.x(position + 1) - ax;
    double dy = chain.y(position + 1) - ay;
    double length = Math.hypot(dx, dy);
    double along = Math.min(length, Math.max(0, ((px - ax) * dx + (py - ay) * dy) / length));
    int chainage =
        Math.min(chain.chainage(position + 1), chain.chainage(position) + (int) Math.ceil(along));
    int x = (int) Math.rint(ax + along / length * dx);
    int y = (int) Math.rint(ay + along / length * dy);
    return new Foot(chainage, x, y);
  }
}
