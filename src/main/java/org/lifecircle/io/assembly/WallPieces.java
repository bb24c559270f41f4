package org.lifecircle.io.assembly;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.lifecircle.io.assembly.MeasuredLine.Cut;
import org.lifecircle.model.Compound;
import org.lifecircle.model.Wall;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.CoordinateSequenceComparator;
import org.locationtech.jts.geom.LineString;

/**
 * Splits walls into the pieces that are taken down, ranked and agreed on one by one: where walls
 * meet, where the compounds on either side change, and then evenly, so that none is longer than the
 * limit. A wall that needs no cut keeps its id; else its pieces are {@code w-12/1}, {@code w-12/2}
 * … as it was drawn. The result does not depend on the order of the walls.
 */
final class WallPieces {

  /** Junctions nearer to each other, or to an end, than this are one. */
  private static final double SAME_JUNCTION_METRES = 0.5;

  /** A change of compounds nearer than this to a junction is the same place, drawn twice. */
  private static final double SAME_CHANGE_METRES = 1;

  private final double pieceMaxMetres;

  WallPieces(double pieceMaxMetres) {
    this.pieceMaxMetres = pieceMaxMetres;
  }

  /**
   * All walls in pieces.
   *
   * @param walls several may share an id; their pieces are then numbered on
   */
  List<Wall> of(List<Wall> walls, List<Compound> compounds) {
    List<Wall> sorted =
        walls.stream()
            .sorted(
                Comparator.comparing(Wall::id)
                    .thenComparing(wall -> wall.geometry().getCoordinateSequence(), LINE_ORDER))
            .toList();
    List<MeasuredLine> lines = sorted.stream().map(w -> new MeasuredLine(w.geometry())).toList();
    WallJunctions junctions = new WallJunctions(lines);
    CompoundSides sides = new CompoundSides(compounds);
    Map<String, List<Wall>> pieces = new LinkedHashMap<>();
    for (int i = 0; i < lines.size(); i++) {
      Wall wall = sorted.get(i);
      List<Cut> cuts = cuts(lines.get(i), junctions.on(i), sides.changes(lines.get(i)));
      List<Wall> own = pieces.computeIfAbsent(wall.id(), id -> new ArrayList<>());
      lines.get(i).pieces(cuts).forEach(line -> own.add(piece(wall, wall.id(), line)));
    }
    return numbered(pieces);
  }

  private static final Comparator<CoordinateSequence> LINE_ORDER =
      new CoordinateSequenceComparator()::compare;

  private List<Cut> cuts(MeasuredLine line, List<Cut> junctions, List<Cut> changes) {
    List<Cut> cuts = new ArrayList<>();
    double length = line.length();
    junctions.stream()
        .sorted(Comparator.comparingDouble(Cut::metres).thenComparing(Cut::point))
        .filter(cut -> inside(cut, length, SAME_JUNCTION_METRES))
        .forEach(
            cut -> {
              if (cuts.isEmpty() || gap(cuts.get(cuts.size() - 1), cut) >= SAME_JUNCTION_METRES) {
                cuts.add(cut);
              }
            });
    List<Cut> met = List.copyOf(cuts);
    changes.stream()
        .filter(cut -> inside(cut, length, SAME_CHANGE_METRES))
        .filter(cut -> met.stream().allMatch(other -> gap(cut, other) >= SAME_CHANGE_METRES))
        .forEach(cuts::add);
    cuts.sort(Comparator.comparingDouble(Cut::metres));
    return evenly(line, cuts);
  }

  /** The cuts, and between them as few more as the limit needs, at equal distances. */
  private List<Cut> evenly(MeasuredLine line, List<Cut> cuts) {
    List<Cut> all = new ArrayList<>();
    double from = 0;
    List<Cut> ends = new ArrayList<>(cuts);
    ends.add(line.cutAt(line.length()));
    for (Cut end : ends) {
      // A millimetre of grace: 100 m are two pieces of 50 m, whatever rounding did to them.
      int parts = (int) Math.ceil((end.metres() - from - 0.001) / pieceMaxMetres);
      for (int i = 1; i < parts; i++) {
        all.add(line.cutAt(from + (end.metres() - from) * i / parts));
      }
      all.add(end);
      from = end.metres();
    }
    all.remove(all.size() - 1);
    return all;
  }

  private static boolean inside(Cut cut, double length, double margin) {
    return cut.metres() >= margin && cut.metres() <= length - margin;
  }

  private static double gap(Cut a, Cut b) {
    return Math.abs(a.metres() - b.metres());
  }

  private static List<Wall> numbered(Map<String, List<Wall>> pieces) {
    Set<String> taken = new HashSet<>(pieces.keySet());
    List<Wall> numbered = new ArrayList<>();
    pieces.forEach(
        (id, own) -> {
          if (own.size() == 1 && !own.get(0).inferred()) {
            numbered.add(own.get(0));
            return;
          }
          int number = 0;
          for (Wall piece : own) {
            do {
              number++;
            } while (taken.contains(id + "/" + number));
            numbered.add(piece(piece, id + "/" + number, piece.geometry()));
          }
        });
    return numbered;
  }

  private static Wall piece(Wall wall, String id, LineString line) {
    return new Wall(
        id,
        wall.partOf(),
        wall.kind(),
        wall.heightMetres(),
        wall.thicknessMetres(),
        wall.owner(),
        wall.removable(),
        wall.status(),
        wall.demolishedOn(),
        wall.inferred(),
        line);
  }
}
