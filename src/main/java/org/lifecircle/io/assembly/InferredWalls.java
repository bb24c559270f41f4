package org.lifecircle.io.assembly;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.lifecircle.io.Millimetres;
import org.lifecircle.model.Compound;
import org.lifecircle.model.IssueAction;
import org.lifecircle.model.Layer;
import org.lifecircle.model.Status;
import org.lifecircle.model.StudyArea;
import org.lifecircle.model.Text;
import org.lifecircle.model.Wall;
import org.lifecircle.model.WallKind;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.util.LinearComponentExtracter;

/**
 * Walls round gated compounds that were mapped without any.
 *
 * <p>The rule: a compound with {@code gated=true} of whose outline less than a fifth has a wall
 * (standing or gone) within 2 m. Its outline becomes removable walls, except where it runs along a
 * mapped wall, or within a metre of the outline of a compound that had its turn before: neighbours
 * share one wall between them, which one demolition opens. There the new wall ends on the old one,
 * so that no gap is left.
 */
final class InferredWalls {

  private static final double BESIDE_WALL_METRES = 2;
  private static final double BESIDE_OUTLINE_METRES = 1;
  private static final double WALLED_SHARE = 0.2;
  private static final double THICKNESS_METRES = 0.24;

  private InferredWalls() {}

  /** The mapped walls and the inferred ones; of these, the lines of one compound share one id. */
  static List<Wall> with(StudyArea area, IssueLog issues) {
    List<Wall> all = new ArrayList<>(area.walls());
    SegmentIndex mapped = new SegmentIndex();
    area.walls().forEach(wall -> mapped.add(wall.geometry()));
    List<LineString> before = new ArrayList<>();
    area.compounds().stream()
        .filter(compound -> Boolean.TRUE.equals(compound.gated()))
        .sorted(Comparator.comparing(Compound::id))
        .forEach(
            compound -> {
              SegmentIndex outlines = near(compound, before);
              List<LineString> lines = outline(compound, mapped, outlines);
              before.addAll(lines);
              lines.forEach(line -> all.add(wall(compound, line)));
              report(compound, lines, issues);
            });
    return all;
  }

  private static SegmentIndex near(Compound compound, List<LineString> before) {
    Envelope around = compound.geometry().getEnvelopeInternal();
    around.expandBy(BESIDE_OUTLINE_METRES);
    SegmentIndex index = new SegmentIndex();
    before.stream().filter(l -> around.intersects(l.getEnvelopeInternal())).forEach(index::add);
    return index;
  }

  private static List<LineString> outline(
      Compound compound, SegmentIndex mapped, SegmentIndex outlines) {
    List<MeasuredLine> rings = new ArrayList<>();
    for (Object ring : LinearComponentExtracter.getLines(compound.geometry())) {
      rings.add(new MeasuredLine((LineString) ring));
    }
    double length = rings.stream().mapToDouble(MeasuredLine::length).sum();
    double walled =
        rings.stream()
            .mapToDouble(ring -> Beside.of(ring, mapped, BESIDE_WALL_METRES).sharedMetres())
            .sum();
    if (walled >= WALLED_SHARE * length) {
      return List.of();
    }
    return rings.stream().flatMap(ring -> free(ring, mapped, outlines).stream()).toList();
  }

  private static List<LineString> free(
      MeasuredLine ring, SegmentIndex mapped, SegmentIndex outlines) {
    Beside walls = Beside.of(ring, mapped, BESIDE_WALL_METRES);
    Beside neighbours = Beside.of(ring, outlines, BESIDE_OUTLINE_METRES);
    return walls.and(neighbours).freeLines();
  }

  private static Wall wall(Compound compound, LineString line) {
    String id = "w-" + compound.id() + "-inferred";
    return new Wall(
        id,
        id,
        WallKind.COMPOUND,
        null,
        THICKNESS_METRES,
        null,
        true,
        Status.STANDING,
        null,
        true,
        line);
  }

  private static void report(Compound compound, List<LineString> lines, IssueLog issues) {
    long metres = Math.round(lines.stream().mapToDouble(LineString::getLength).sum());
    if (metres == 0) {
      return;
    }
    Text message =
        new Text(
            "封闭小区未测围墙，按边界推定围墙 " + metres + " m",
            "gated, but no wall is mapped; " + metres + " m of its outline are taken to be wall");
    Coordinate[] first = lines.get(0).getCoordinates();
    issues.add(
        Layer.COMPOUNDS,
        compound.id(),
        "wall_inferred",
        IssueAction.DERIVED,
        message,
        lines.size() == 1 ? Millimetres.FACTORY.createLineString(first) : compound.geometry());
  }
}
