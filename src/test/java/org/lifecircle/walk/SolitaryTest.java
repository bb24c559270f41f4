package org.lifecircle.walk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.lifecircle.town.RandomTown;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.PrecisionModel;
import org.locationtech.jts.noding.NodedSegmentString;
import org.locationtech.jts.noding.SegmentString;
import org.locationtech.jts.noding.snapround.SnapRoundingNoder;

/** Leaving out lines that meet nothing changes nothing of what snap rounding gives. */
class SolitaryTest {

  @Test
  void noding_without_the_solitary_is_noding_everything() {
    List<String> wrong = new ArrayList<>();
    int left = 0;
    int all = 0;
    for (long seed : LongStream.range(0, RandomTown.seeds(5_000).count()).toArray()) {
      Random dice = new Random(seed);
      List<SegmentString> lines = lines(dice);
      Solitary solitary = new Solitary(lines);
      List<SegmentString> apart = new ArrayList<>();
      List<SegmentString> meeting = new ArrayList<>();
      lines.forEach(line -> (solitary.holds(line) ? apart : meeting).add(line));
      Set<String> some = edges(noded(meeting));
      some.addAll(edges(apart));
      left += apart.size();
      all += lines.size();
      if (!some.equals(edges(noded(lines)))) {
        wrong.add("seed " + seed);
      }
    }
    assertEquals(List.of(), wrong);
    assertTrue(left > all / 10 && left < all * 9 / 10, left + " of " + all);
  }

  /** Rings, spikes and zigzags of a few millimetres to some metres, near each other or not. */
  private static List<SegmentString> lines(Random dice) {
    List<SegmentString> lines = new ArrayList<>();
    int room = dice.nextBoolean() ? 60 : 100_000;
    for (int thing = 0; thing < 12; thing++) {
      int size = 1 << (1 + dice.nextInt(room < 100 ? 4 : 11));
      int x = dice.nextInt(room);
      int y = dice.nextInt(room);
      int n = 2 + dice.nextInt(6);
      List<Coordinate> points = new ArrayList<>();
      for (int i = 0; i < n; i++) {
        Coordinate point = new Coordinate(x + dice.nextInt(size), y + dice.nextInt(size));
        if (points.isEmpty() || !points.get(points.size() - 1).equals2D(point)) {
          points.add(point);
        }
      }
      if (dice.nextInt(3) == 0) {
        points.clear();
        points.add(new Coordinate(x, y));
        points.add(new Coordinate(x + size, y));
        points.add(new Coordinate(x + size, y + n));
        points.add(new Coordinate(x, y + n));
      }
      if (dice.nextBoolean() && !points.get(0).equals2D(points.get(points.size() - 1))) {
        points.add(points.get(0).copy());
      }
      if (points.size() > 1) {
        lines.add(new NodedSegmentString(points.toArray(Coordinate[]::new), thing));
      }
    }
    return lines;
  }

  private static List<SegmentString> noded(List<SegmentString> lines) {
    List<SegmentString> copies = new ArrayList<>(); // noding leaves its marks
    lines.forEach(
        line -> copies.add(new NodedSegmentString(line.getCoordinates(), line.getData())));
    SnapRoundingNoder noder = new SnapRoundingNoder(new PrecisionModel(1));
    noder.computeNodes(copies);
    List<SegmentString> noded = new ArrayList<>();
    for (Object line : noder.getNodedSubstrings()) {
      noded.add((SegmentString) line);
    }
    return noded;
  }

  /** By thing, with the lower end first. */
  private static Set<String> edges(List<SegmentString> lines) {
    Set<String> edges = new TreeSet<>();
    for (SegmentString line : lines) {
      for (int i = 1; i < line.size(); i++) {
        Coordinate a = line.getCoordinate(i - 1);
        Coordinate b = line.getCoordinate(i);
        boolean swapped = a.compareTo(b) > 0;
        if (!a.equals2D(b)) {
          edges.add(line.getData() + ": " + (swapped ? b + " " + a : a + " " + b));
        }
      }
    }
    return edges;
  }
}
