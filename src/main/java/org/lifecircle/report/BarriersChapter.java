package org.lifecircle.report;

import static org.lifecircle.report.Block.Column.number;
import static org.lifecircle.report.Block.Column.text;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.lifecircle.model.Access;
import org.lifecircle.model.Gate;
import org.lifecircle.model.IllegalStructure;
import org.lifecircle.model.Status;
import org.lifecircle.model.StudyArea;
import org.lifecircle.model.Wall;

/**
 * Walls, gates and illegal structures: where they are, whose they are, how much of them there is.
 */
final class BarriersChapter {

  private final Draft draft;
  private final StudyArea area;

  BarriersChapter(Draft draft) {
    this.draft = draft;
    area = draft.subject().area();
  }

  Chapter write() {
    Chapter.Writer chapter = new Chapter.Writer(draft.say("barriers.title"));
    if (area.walls().isEmpty() && area.gates().isEmpty() && area.illegalStructures().isEmpty()) {
      return chapter.chapter();
    }
    String caption = draft.say("barriers.map");
    chapter.add(new Block.Figure(caption, draft.maps().barriers(caption, 560)));
    walls(chapter);
    gates(chapter);
    structures(chapter);
    return chapter.chapter();
  }

  /** Walls that belong together: of one owner, or one wall in its pieces. */
  private static final class WallSum {
    private int pieces;
    private double standing;
    private double removable;
    private double down;

    void add(Wall wall) {
      double length = wall.geometry().getLength();
      pieces++;
      if (!wall.standing()) {
        down += length;
      } else {
        standing += length;
        removable += wall.removable() ? length : 0;
      }
    }
  }

  private void walls(Chapter.Writer chapter) {
    if (area.walls().isEmpty()) {
      return;
    }
    chapter.heading(draft.say("walls.heading"));
    WallSum all = new WallSum();
    Map<String, WallSum> owners = new TreeMap<>();
    Map<String, WallSum> wholes = new TreeMap<>();
    Map<String, Wall> first = new LinkedHashMap<>();
    for (Wall wall : area.walls()) {
      all.add(wall);
      String owner = Draft.shortened(wall.owner(), draft.say("owner.unknown"));
      owners.computeIfAbsent(owner, o -> new WallSum()).add(wall);
      wholes.computeIfAbsent(wall.partOf(), w -> new WallSum()).add(wall);
      first.putIfAbsent(wall.partOf(), wall);
    }
    chapter.say(
        draft.say(
            "walls.said",
            wholes.size(),
            all.pieces,
            Figures.whole(all.standing),
            Figures.whole(all.removable),
            Figures.whole(all.down)));
    draft.table(
        chapter,
        draft.say("walls.by_owner"),
        List.of(
            text(draft.say("column.owner"), 40),
            number(draft.say("column.pieces"), 12),
            number(draft.say("column.standing_m"), 16),
            number(draft.say("column.removable_m"), 16),
            number(draft.say("column.down_m"), 16)),
        sorted(owners).stream()
            .map(
                e ->
                    List.of(
                        e.getKey(),
                        Figures.whole(e.getValue().pieces),
                        Figures.tenths(e.getValue().standing),
                        Figures.tenths(e.getValue().removable),
                        Figures.tenths(e.getValue().down)))
            .toList(),
        30,
        "collections/walls");
    List<List<String>> rows = new ArrayList<>();
    for (var entry : sorted(wholes)) {
      Wall wall = java.util.Objects.requireNonNull(first.get(entry.getKey()));
      rows.add(
          List.of(
              Draft.shortened(entry.getKey()),
              draft.say("wall", wall.kind()),
              Draft.shortened(wall.owner(), draft.say("owner.unknown")),
              Figures.tenths(entry.getValue().standing + entry.getValue().down),
              draft.yes(wall.removable()),
              draft.say(entry.getValue().standing > 0 ? "status.standing" : "status.demolished")));
    }
    draft.table(
        chapter,
        draft.say("walls.caption"),
        List.of(
            text(draft.say("column.wall"), 24),
            text(draft.say("column.kind"), 16),
            text(draft.say("column.owner"), 28),
            number(draft.say("column.length_m"), 12),
            text(draft.say("column.removable"), 10),
            text(draft.say("column.status"), 10)),
        rows,
        40,
        "collections/walls");
  }

  private static List<Map.Entry<String, WallSum>> sorted(Map<String, WallSum> sums) {
    return sums.entrySet().stream()
        .sorted(
            Comparator.comparingDouble(
                    (Map.Entry<String, WallSum> e) -> -(e.getValue().standing + e.getValue().down))
                .thenComparing(Map.Entry::getKey))
        .toList();
  }

  private void gates(Chapter.Writer chapter) {
    if (area.gates().isEmpty()) {
      return;
    }
    chapter.heading(draft.say("gates.heading"));
    List<List<String>> rows = new ArrayList<>();
    for (Access access : Access.values()) {
      List<Gate> some = area.gates().stream().filter(gate -> gate.access() == access).toList();
      if (!some.isEmpty()) {
        long narrow = some.stream().filter(gate -> isNarrow(gate)).count();
        rows.add(
            List.of(draft.say("gate", access), Figures.whole(some.size()), Figures.whole(narrow)));
      }
    }
    chapter.table(
        draft.say("gates.caption"),
        List.of(
            text(draft.say("column.access"), 60),
            number(draft.say("column.number"), 20),
            number(draft.say("column.narrow"), 20)),
        rows);
  }

  private static boolean isNarrow(Gate gate) {
    Double width = gate.widthMetres();
    return width != null && width < 4;
  }

  private void structures(Chapter.Writer chapter) {
    if (area.illegalStructures().isEmpty()) {
      return;
    }
    chapter.heading(draft.say("structures.heading"));
    Map<String, double[]> owners = new TreeMap<>();
    double footprint = 0;
    double floor = 0;
    int standing = 0;
    for (IllegalStructure structure : area.illegalStructures()) {
      if (structure.status() == Status.STANDING) {
        double own = structure.geometry().getArea();
        footprint += own;
        floor += structure.countedFloorAreaSquareMetres();
        standing++;
        double[] sums =
            owners.computeIfAbsent(
                Draft.shortened(structure.owner(), draft.say("owner.unknown")), o -> new double[4]);
        sums[0]++;
        sums[1] += own;
        sums[2] += structure.countedFloorAreaSquareMetres();
        sums[3] += structure.decisionId() == null ? 0 : 1;
      }
    }
    chapter.say(
        draft.say(
            "structures.said",
            standing,
            Figures.whole(footprint),
            Figures.whole(floor),
            area.illegalStructures().size() - standing));
    draft.table(
        chapter,
        draft.say("structures.caption"),
        List.of(
            text(draft.say("column.owner"), 40),
            number(draft.say("column.number"), 12),
            number(draft.say("column.footprint_m2"), 16),
            number(draft.say("column.floor_area_m2"), 16),
            number(draft.say("column.decided"), 16)),
        owners.entrySet().stream()
            .sorted(
                Comparator.comparingDouble((Map.Entry<String, double[]> e) -> -e.getValue()[1])
                    .thenComparing(Map.Entry::getKey))
            .map(
                e ->
                    List.of(
                        e.getKey(),
                        Figures.whole(e.getValue()[0]),
                        Figures.tenths(e.getValue()[1]),
                        Figures.tenths(e.getValue()[2]),
                        Figures.whole(e.getValue()[3])))
            .toList(),
        40,
        "collections/illegal_structures");
    chapter.note(draft.say("structures.note"));
  }
}
