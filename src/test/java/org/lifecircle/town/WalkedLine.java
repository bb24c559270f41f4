package org.lifecircle.town;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.linearref.LengthIndexedLine;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;

/** A line by metres along it, and what happens to it at walls. */
final class WalkedLine {

  private static final GeometryFactory FACTORY = new GeometryFactory();

  private final LineString line;
  private final LengthIndexedLine index;

  WalkedLine(LineString line) {
    this.line = line;
    this.index = new LengthIndexedLine(line);
  }

  Coordinate at(double metres) {
    return index.extractPoint(metres);
  }

  /** Stretches of the line within a band, as from and to. */
  List<double[]> contacts(Geometry band) {
    List<double[]> parts = new ArrayList<>();
    Coordinate[] c = line.getCoordinates();
    double base = 0;
    for (int i = 1; i < c.length; i++) {
      LineString segment = FACTORY.createLineString(new Coordinate[] {c[i - 1], c[i]});
      Geometry inside = segment.intersection(band);
      for (int j = 0; j < inside.getNumGeometries(); j++) {
        Coordinate[] ends = inside.getGeometryN(j).getCoordinates();
        if (ends.length > 0) {
          double a = base + ends[0].distance(c[i - 1]);
          double b = base + ends[ends.length - 1].distance(c[i - 1]);
          parts.add(new double[] {Math.min(a, b), Math.max(a, b)});
        }
      }
      base += segment.getLength();
    }
    return merged(parts);
  }

  private static List<double[]> merged(List<double[]> parts) {
    parts.sort(Comparator.comparingDouble(p -> p[0]));
    List<double[]> merged = new ArrayList<>();
    for (double[] part : parts) {
      double[] last = merged.isEmpty() ? null : merged.get(merged.size() - 1);
      if (last != null && part[0] <= last[1] + 1e-6) {
        last[1] = Math.max(last[1], part[1]);
      } else {
        merged.add(part);
      }
    }
    return merged;
  }

  /** Whether before and after a contact lie on different sides of the walls there. */
  boolean changesSides(double[] contact, Geometry walls, double reach) {
    double from = Math.max(0, contact[0] - reach);
    double to = Math.min(line.getLength(), contact[1] + reach);
    Geometry around = index.extractLine(from, to).buffer(1.5 * reach);
    Geometry rest = OverlayNGRobust.overlay(around, walls.buffer(1e-5), OverlayNG.DIFFERENCE);
    Geometry before = FACTORY.createPoint(at(from));
    Geometry after = FACTORY.createPoint(at(to));
    for (int i = 0; i < rest.getNumGeometries(); i++) {
      Geometry part = rest.getGeometryN(i);
      if (part.isWithinDistance(before, 1e-3) && part.isWithinDistance(after, 1e-3)) {
        return false;
      }
    }
    return true;
  }
}
