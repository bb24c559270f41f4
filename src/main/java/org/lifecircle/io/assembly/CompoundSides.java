package org.lifecircle.io.assembly;

import java.util.ArrayList;
import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;
import org.lifecircle.io.assembly.MeasuredLine.Cut;
import org.lifecircle.model.Compound;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.LineSegment;

/**
 * Where the compounds on either side of a wall change.
 *
 * <p>On each side a wall has the first compound found at 0.5, 1 and 1.5 m from it, or none:
 * outlines are drawn to the middle of a wall, to its face, or a little off it. The places where
 * that can change are exactly where lines at these distances cross an outline, so nothing is
 * sampled.
 *
 * <p>What is shorter than a metre is noise (the gap between two outlines, a corner seen from
 * inside), and so is what is shorter than three metres with the same compounds before and after.
 */
final class CompoundSides {

  private static final double[] PROBES_METRES = {0.5, 1.0, 1.5};
  private static final double NOISE_METRES = 1;
  private static final double INTERRUPTION_METRES = 3;
  private static final double SHORTEST_METRES = 0.001;

  /** A part of a wall with the compounds left and right of it. */
  private record Stretch(double from, double to, String sides) {
    double length() {
      return to - from;
    }
  }

  private final CompoundIndex compounds;
  private final SegmentIndex outlines = new SegmentIndex();

  CompoundSides(List<Compound> compounds) {
    this.compounds = new CompoundIndex(compounds);
    compounds.forEach(compound -> outlines.add(compound.geometry()));
  }

  /** Where the line is to be cut, in order. */
  List<Cut> changes(MeasuredLine line) {
    List<Stretch> stretches = joined(stretches(line));
    stretches = joined(stretches.stream().filter(s -> s.length() >= NOISE_METRES).toList());
    stretches = joined(withoutInterruptions(stretches));
    List<Cut> cuts = new ArrayList<>();
    for (int i = 1; i < stretches.size(); i++) {
      cuts.add(line.cutAt((stretches.get(i - 1).to() + stretches.get(i).from()) / 2));
    }
    return cuts;
  }

  private List<Stretch> stretches(MeasuredLine line) {
    List<Stretch> stretches = new ArrayList<>();
    for (int i = 0; i < line.segments(); i++) {
      LineSegment segment = line.segment(i);
      double start = line.metresAt(i);
      double last = 0;
      for (double next : breaks(segment)) {
        if (next - last >= SHORTEST_METRES) {
          stretches.add(new Stretch(start + last, start + next, sides(segment, (last + next) / 2)));
          last = next;
        }
      }
    }
    return stretches;
  }

  /** Distances along the segment where a line beside it crosses an outline, and its end. */
  private NavigableSet<Double> breaks(LineSegment segment) {
    NavigableSet<Double> breaks = new TreeSet<>();
    double length = segment.getLength();
    for (double probe : PROBES_METRES) {
      for (double offset : new double[] {probe, -probe}) {
        LineSegment beside = segment.offset(offset);
        outlines.each(
            new Envelope(beside.p0, beside.p1),
            outline -> {
              Coordinate crossing = beside.intersection(outline.at());
              if (crossing != null) {
                breaks.add(beside.p0.distance(crossing));
              }
            });
      }
    }
    breaks.removeIf(at -> at >= length);
    breaks.add(length);
    return breaks;
  }

  private String sides(LineSegment segment, double at) {
    double share = at / segment.getLength();
    return side(segment, share, 1) + "|" + side(segment, share, -1);
  }

  private String side(LineSegment segment, double share, int sign) {
    for (double probe : PROBES_METRES) {
      String found = compounds.at(segment.pointAlongOffset(share, sign * probe));
      if (found != null) {
        return found;
      }
    }
    return "";
  }

  private static List<Stretch> joined(List<Stretch> stretches) {
    List<Stretch> joined = new ArrayList<>();
    for (Stretch next : stretches) {
      Stretch last = joined.isEmpty() ? null : joined.get(joined.size() - 1);
      if (last != null && last.sides().equals(next.sides())) {
        joined.set(joined.size() - 1, new Stretch(last.from(), next.to(), last.sides()));
      } else {
        joined.add(next);
      }
    }
    return joined;
  }

  private static List<Stretch> withoutInterruptions(List<Stretch> stretches) {
    List<Stretch> kept = new ArrayList<>();
    for (int i = 0; i < stretches.size(); i++) {
      boolean between = i > 0 && i < stretches.size() - 1;
      boolean interruption =
          between
              && stretches.get(i).length() < INTERRUPTION_METRES
              && stretches.get(i - 1).sides().equals(stretches.get(i + 1).sides());
      if (!interruption) {
        kept.add(stretches.get(i));
      }
    }
    return kept;
  }
}
