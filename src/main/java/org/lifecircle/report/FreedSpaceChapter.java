package org.lifecircle.report;

import static org.lifecircle.report.Block.Column.number;
import static org.lifecircle.report.Block.Column.text;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.lifecircle.model.Candidate;
import org.lifecircle.model.Feature;
import org.lifecircle.model.FreedGround;
import org.lifecircle.model.FreedSpace;
import org.lifecircle.model.SpaceDeductions;
import org.lifecircle.report.ReportFacts.Ground;
import org.locationtech.jts.geom.Geometry;

/** What ground comes free, what of it must stay clear, and what could stand on it. */
final class FreedSpaceChapter {

  private static final int LARGEST = 30;

  private final Draft draft;

  FreedSpaceChapter(Draft draft) {
    this.draft = draft;
  }

  Chapter write() {
    Chapter.Writer chapter = new Chapter.Writer(draft.say("freed.title"));
    Ground ground = draft.facts().ground();
    if (ground == null || (ground.walls().isEmpty() && ground.structures().isEmpty())) {
      return chapter.chapter();
    }
    FreedGround freed = ground.freed();
    chapter.say(
        draft.say(
            ground.everything() ? "freed.said_all" : "freed.said_scenario",
            Figures.whole(freed.wallsRemoved()),
            Figures.tenths(freed.wallLengthMetres()),
            Figures.whole(freed.structuresRemoved()),
            Figures.tenths(freed.floorAreaRemovedSquareMetres())));
    chapter.add(
        new Block.KeyFigures(
            List.of(
                figure("footprint", freed.footprintSquareMetres()),
                figure("usable", freed.usableSquareMetres()),
                figure("slivers", freed.sliversSquareMetres()))));
    map(chapter, ground);
    spaces(chapter, ground);
    candidates(chapter, ground);
    return chapter.chapter();
  }

  private Block.KeyFigure figure(String name, double squareMetres) {
    return new Block.KeyFigure(
        Figures.whole(squareMetres), draft.say("freed." + name), draft.say("unit.square_metres"));
  }

  private void map(Chapter.Writer chapter, Ground ground) {
    List<Geometry> spaces = ground.freed().spaces().stream().map(FreedSpace::geometry).toList();
    List<Feature> gone = new ArrayList<>();
    TreeSet<String> walls = new TreeSet<>(ground.walls());
    draft.subject().baseline().walls().stream()
        .filter(wall -> walls.contains(wall.id()))
        .forEach(gone::add);
    String caption = draft.say("freed.map", Figures.tenths(ground.freed().minWidthMetres()));
    chapter.add(new Block.Figure(caption, draft.maps().freedSpace(spaces, gone, caption, 470)));
  }

  private record Piece(FreedSpace space, SpaceDeductions deductions) {}

  private void spaces(Chapter.Writer chapter, Ground ground) {
    List<Piece> pieces = new ArrayList<>();
    for (int i = 0; i < ground.freed().spaces().size(); i++) {
      pieces.add(new Piece(ground.freed().spaces().get(i), ground.deductions().get(i)));
    }
    pieces.sort(
        Comparator.comparingDouble((Piece p) -> -p.space().areaSquareMetres())
            .thenComparing(p -> p.space().id()));
    List<List<String>> rows = new ArrayList<>();
    for (Piece piece : pieces) {
      SpaceDeductions deducted = piece.deductions();
      rows.add(
          List.of(
              Draft.shortened(piece.space().id()),
              draft.several(piece.space().compounds().stream().map(draft::compound).toList(), 2),
              Figures.tenths(piece.space().areaSquareMetres()),
              Figures.tenths(deducted.fireLaneSquareMetres()),
              Figures.tenths(deducted.facadeSetbacksSquareMetres()),
              Figures.tenths(deducted.fireSpacingSquareMetres()),
              Figures.tenths(deducted.daylightSquareMetres()),
              Figures.tenths(deducted.netAreaSquareMetres()),
              draft.several(piece.space().owners(), 2)));
    }
    draft.table(
        chapter,
        draft.say("freed.caption"),
        List.of(
            text(draft.say("column.space"), 15),
            text(draft.say("column.compounds"), 19),
            number(draft.say("column.area_m2"), 9),
            number(draft.say("column.fire_lane"), 9),
            number(draft.say("column.facades"), 9),
            number(draft.say("column.fire_spacing"), 9),
            number(draft.say("column.daylight"), 9),
            number(draft.say("column.net_m2"), 9),
            text(draft.say("column.owners"), 18)),
        rows,
        LARGEST,
        "freed-space");
    chapter.note(draft.say("freed.note"));
  }

  private void candidates(Chapter.Writer chapter, Ground ground) {
    if (ground.kinds().isEmpty()) {
      return;
    }
    Map<String, List<Candidate>> byKind = new TreeMap<>();
    for (Candidate candidate : ground.candidates()) {
      if (candidate.fits()) {
        byKind.computeIfAbsent(candidate.kind(), kind -> new ArrayList<>()).add(candidate);
      }
    }
    chapter.heading(draft.say("candidates.heading"));
    List<List<String>> rows = new ArrayList<>();
    for (String kind : ground.kinds()) {
      List<Candidate> fitting = byKind.getOrDefault(kind, List.of());
      if (!fitting.isEmpty()) {
        Candidate cheapest =
            fitting.stream()
                .min(Comparator.comparingDouble(Candidate::costYuan).thenComparing(Candidate::id))
                .orElseThrow();
        rows.add(row(kind, fitting.size(), cheapest));
      }
    }
    List<String> nowhere =
        ground.kinds().stream().filter(k -> !byKind.containsKey(k)).map(draft::kind).toList();
    if (!nowhere.isEmpty()) {
      chapter.say(draft.say("candidates.nowhere", String.join(draft.say("comma"), nowhere)));
    }
    chapter.table(
        draft.say("candidates.caption"),
        List.of(
            text(draft.say("column.kind"), 18),
            number(draft.say("column.places"), 8),
            text(draft.say("column.cheapest"), 20),
            number(draft.say("column.area_m2"), 9),
            number(draft.say("column.width_m"), 8),
            number(draft.say("column.on_freed"), 9),
            text(draft.say("column.needs"), 13),
            number(draft.say("column.cost_yuan"), 11),
            text(draft.say("column.verified"), 7)),
        rows);
    if (!rows.isEmpty()) {
      chapter.note(draft.say("candidates.note"));
    }
  }

  private List<String> row(String kind, int places, Candidate cheapest) {
    return List.of(
        draft.kind(kind),
        Figures.whole(places),
        Draft.shortened(cheapest.id()),
        Figures.tenths(cheapest.areaSquareMetres()),
        Figures.tenths(cheapest.widthMetres()),
        Figures.share(cheapest.freedShare()),
        draft.say("candidates.needs", cheapest.walls().size(), cheapest.illegalStructures().size()),
        Figures.whole(cheapest.costYuan()),
        draft.yes(cheapest.costVerified() && cheapest.sizeVerified()));
  }
}
