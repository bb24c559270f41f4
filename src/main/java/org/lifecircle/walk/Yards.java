package org.lifecircle.walk;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import org.locationtech.jts.geom.Envelope;

/**
 * Open ground in connected pieces, as it is when some things are gone: nobody sees from one yard
 * into another. By triangle, also whose residents' gates count there.
 */
final class Yards {

  static final int NONE = -1;

  /** In the place of a group at nodes where grounds touch: see {@link #touches}. */
  private static final int NOBODYS = -2;

  private final int[] yard; // by triangle
  private final int[] group; // by triangle
  private final int[] ground; // the triangles that are ground, yard by yard
  private final Triangulation mesh;
  private final int[] groupOfNode; // of the ground at the node; where there are several, of one
  private final List<Envelope> boxes = new ArrayList<>(); // by yard
  private int[] first = new int[64]; // by yard: where its triangles begin
  private int count;

  Yards(WalkNetwork network) {
    Ground world = network.world();
    mesh = world.arrangement().mesh();
    View view = network.view();
    CoverCompounds compounds = network.parts().coverCompounds();
    int triangles = mesh.triangleCount();
    yard = new int[triangles];
    group = new int[triangles];
    Arrays.fill(yard, NONE);
    Arrays.fill(group, Labels.NONE);
    groupOfNode = new int[network.parts().nodes().count()];
    Arrays.fill(groupOfNode, Labels.NONE);
    BitSet begun = new BitSet(); // nodes where a run of ground has been seen to begin
    BitSet touching = new BitSet();
    int[] found = new int[triangles];
    int n = 0;
    for (int start = 0; start < triangles; start++) {
      if (yard[start] != NONE || !view.standing().ground(mesh.label(start))) {
        continue;
      }
      int next = n;
      if (count + 1 == first.length) {
        first = Arrays.copyOf(first, 2 * first.length);
      }
      first[count] = n;
      yard[start] = count;
      found[n++] = start;
      while (next < n) {
        int t = found[next++];
        group[t] = view.group(compounds.of(mesh.label(t)));
        for (int e = 3 * t; e < 3 * t + 3; e++) {
          int node = world.corners().at(e);
          if (node != Triangulation.NONE) {
            groupOfNode[node] = group[t];
            if (beginsRun(e, world.corners(), view.standing())) {
              touching.set(node, begun.get(node));
              begun.set(node);
            }
          }
          int f = mesh.twin(e);
          if (f != Triangulation.NONE
              && yard[f / 3] == NONE
              && !view.standing().blocks(mesh.mark(e))
              && view.standing().ground(mesh.label(f / 3))) {
            yard[f / 3] = count;
            found[n++] = f / 3;
          }
        }
      }
      count++;
      first[count] = n;
    }
    touching.stream().forEach(node -> groupOfNode[node] = NOBODYS);
    ground = Arrays.copyOf(found, n);
    for (int y = 0; y < count; y++) {
      boxes.add(box(y));
    }
  }

  /** Whether the ground of a triangle, turning left about its corner, begins with it. */
  private boolean beginsRun(int corner, Corners corners, Standing standing) {
    int right = mesh.rotateRight(corner);
    return corners.at(right) != corners.at(corner)
        || standing.blocks(mesh.mark(corner))
        || !standing.ground(mesh.label(right / 3));
  }

  private Envelope box(int of) {
    Envelope box = new Envelope();
    for (int i = first[of]; i < first[of + 1]; i++) {
      for (int e = 3 * ground[i]; e < 3 * ground[i] + 3; e++) {
        box.expandToInclude(mesh.x(mesh.origin(e)), mesh.y(mesh.origin(e)));
      }
    }
    return box;
  }

  int count() {
    return count;
  }

  /** The yard of a triangle, or {@link #NONE}. */
  int of(int triangle) {
    return yard[triangle];
  }

  /** Whose residents' gates count on a triangle. */
  int group(int triangle) {
    return group[triangle];
  }

  /** Whose residents' gates count at a node on ground. */
  int groupOfNode(int node) {
    return groupOfNode[node];
  }

  /**
   * Whether grounds touch in this point alone: who comes to it over one of them does not walk on
   * over another, unless a path or a door makes it a place where walks turn.
   */
  boolean touches(int node) {
    return groupOfNode[node] == NOBODYS;
  }

  /** The triangles whose box comes within a distance of a place, yard by yard. */
  int[] within(double x, double y, double millimetres) {
    int[] found = new int[1024];
    int n = 0;
    Envelope place = new Envelope(x, x, y, y);
    for (int at = 0; at < count; at++) {
      boolean near = boxes.get(at).distance(place) <= millimetres;
      for (int i = first[at]; near && i < first[at + 1]; i++) {
        if (isNear(ground[i], x, y, millimetres)) {
          if (n == found.length) {
            found = Arrays.copyOf(found, 2 * n);
          }
          found[n++] = ground[i];
        }
      }
    }
    return Arrays.copyOf(found, n);
  }

  /** Whether the box round a triangle comes within a distance of a place. */
  boolean isNear(int t, double x, double y, double millimetres) {
    int a = mesh.origin(3 * t);
    int b = mesh.origin(3 * t + 1);
    int c = mesh.origin(3 * t + 2);
    double dx = beyond(x, mesh.x(a), mesh.x(b), mesh.x(c));
    double dy = beyond(y, mesh.y(a), mesh.y(b), mesh.y(c));
    return dx * dx + dy * dy <= millimetres * millimetres;
  }

  private static double beyond(double at, int a, int b, int c) {
    double low = Math.min(a, Math.min(b, c)) - at;
    double high = at - Math.max(a, Math.max(b, c));
    return Math.max(0, Math.max(low, high));
  }
}
