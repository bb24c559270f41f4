package org.lifecircle.freedspace;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;

/**
 * How large a part of some ground is, summed slab by slab between all heights at which edges begin,
 * end or cross: within a slab every border is straight, so its middle line says all. No overlay, no
 * noding: another way to the same number.
 */
final class SlabArea {

  private record Edge(Coordinate low, Coordinate high, int owner) {
    double at(double y) {
      return low.x + (high.x - low.x) * (y - low.y) / (high.y - low.y);
    }
  }

  private final List<Edge> edges = new ArrayList<>();
  private final int going;

  private SlabArea(List<Geometry> going, List<Geometry> staying) {
    this.going = going.size();
    List<Geometry> all = new ArrayList<>(going);
    all.addAll(staying);
    for (int owner = 0; owner < all.size(); owner++) {
      Coordinate[] ring = all.get(owner).getCoordinates();
      for (int i = 1; i < ring.length; i++) {
        boolean up = ring[i - 1].y < ring[i].y;
        if (ring[i - 1].y != ring[i].y) {
          edges.add(new Edge(up ? ring[i - 1] : ring[i], up ? ring[i] : ring[i - 1], owner));
        }
      }
    }
  }

  /** Square metres in one of the first polygons and in none of the second; all without holes. */
  static double of(List<Geometry> going, List<Geometry> staying) {
    return new SlabArea(going, staying).sum();
  }

  private double sum() {
    TreeSet<Double> heights = new TreeSet<>();
    for (Edge edge : edges) {
      heights.add(edge.low.y);
      heights.add(edge.high.y);
      for (Edge other : edges) {
        addCrossing(heights, edge, other);
      }
    }
    double sum = 0;
    Double below = null;
    for (double height : heights) {
      if (below != null) {
        sum += (height - below) * length((below + height) / 2);
      }
      below = height;
    }
    return sum;
  }

  private static void addCrossing(Set<Double> heights, Edge a, Edge b) {
    double low = Math.max(a.low.y, b.low.y);
    double high = Math.min(a.high.y, b.high.y);
    if (low < high) {
      double apartLow = a.at(low) - b.at(low);
      double apartHigh = a.at(high) - b.at(high);
      if (apartLow * apartHigh < 0) {
        heights.add(low + (high - low) * apartLow / (apartLow - apartHigh));
      }
    }
  }

  /** Of the line at this height: inside something that goes and nothing that stays. */
  private double length(double y) {
    List<Edge> crossed = new ArrayList<>();
    for (Edge edge : edges) {
      if (edge.low.y < y && y < edge.high.y) {
        crossed.add(edge);
      }
    }
    crossed.sort((a, b) -> Double.compare(a.at(y), b.at(y)));
    boolean[] inside = new boolean[edges.size() + 1];
    int goingNow = 0;
    int stayingNow = 0;
    double length = 0;
    double from = 0;
    for (Edge edge : crossed) {
      double x = edge.at(y);
      if (goingNow > 0 && stayingNow == 0) {
        length += x - from;
      }
      from = x;
      inside[edge.owner] = !inside[edge.owner];
      int change = inside[edge.owner] ? 1 : -1;
      if (edge.owner < going) {
        goingNow += change;
      } else {
        stayingNow += change;
      }
    }
    return length;
  }
}
