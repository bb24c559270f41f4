package org.lifecircle.town;

import java.util.TreeMap;
import org.lifecircle.model.Path;
import org.locationtech.jts.geom.Coordinate;

/** A path by metres along it. */
final class PathLine {

  private final Path path;
  private final Coordinate[] vertices;
  private final double[] chainages;

  /** The nodes laid on it so far, by chainage. */
  final TreeMap<Double, Integer> nodes = new TreeMap<>();

  PathLine(Path path) {
    this.path = path;
    this.vertices = path.geometry().getCoordinates();
    this.chainages = new double[vertices.length];
    for (int i = 1; i < vertices.length; i++) {
      chainages[i] = chainages[i - 1] + vertices[i].distance(vertices[i - 1]);
    }
  }

  Path path() {
    return path;
  }

  int segments() {
    return vertices.length - 1;
  }

  Coordinate vertex(int i) {
    return vertices[i];
  }

  double chainage(int vertex) {
    return chainages[vertex];
  }

  double length() {
    return chainages[segments()];
  }

  /** Whether it is ground one can step off sideways. */
  boolean hasFrontage() {
    return path.onGround() && !path.tunnel();
  }

  /** What paths must share to meet along their way; at ends all meet. */
  String storey() {
    return path.level() + (path.bridge() ? "b" : "") + (path.tunnel() ? "t" : "");
  }

  Spot at(double chainage) {
    double s = Math.max(0, Math.min(length(), chainage));
    int i = 1;
    while (i < segments() && chainages[i] < s) {
      i++;
    }
    double share = (s - chainages[i - 1]) / (chainages[i] - chainages[i - 1]);
    Coordinate a = vertices[i - 1];
    Coordinate b = vertices[i];
    return Spot.of(new Coordinate(a.x + share * (b.x - a.x), a.y + share * (b.y - a.y)));
  }

  /** The chainage nearest a point of one segment. */
  double chainageOf(int segment, Coordinate point) {
    Coordinate a = vertices[segment];
    Coordinate b = vertices[segment + 1];
    double length = a.distance(b);
    double along = ((point.x - a.x) * (b.x - a.x) + (point.y - a.y) * (b.y - a.y)) / length;
    return chainages[segment] + Math.max(0, Math.min(length, along));
  }

  /** The chainage nearest a point. */
  double nearest(Coordinate point) {
    double best = 0;
    for (int i = 0; i < segments(); i++) {
      double s = chainageOf(i, point);
      if (at(s).coordinate().distance(point) < at(best).coordinate().distance(point)) {
        best = s;
      }
    }
    return best;
  }
}
