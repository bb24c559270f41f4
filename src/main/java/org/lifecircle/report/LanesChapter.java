package org.lifecircle.report;

import static org.lifecircle.report.Block.Column.number;
import static org.lifecircle.report.Block.Column.text;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.lifecircle.model.LaneClass;
import org.lifecircle.model.LaneWidth;
import org.lifecircle.report.ReportFacts.Ground;

/** How wide lanes are clear, and become. */
final class LanesChapter {

  private static final int MOST = 40;

  private final Draft draft;

  LanesChapter(Draft draft) {
    this.draft = draft;
  }

  Chapter write() {
    Chapter.Writer chapter = new Chapter.Writer(draft.say("lanes.title"));
    Ground ground = draft.facts().ground();
    if (ground == null || ground.lanes().isEmpty()) {
      return chapter.chapter();
    }
    chapter.say(draft.say("lanes.said"));
    classes(chapter, ground.lanes());
    List<LaneWidth> changed =
        ground.lanes().stream()
            .filter(lane -> gain(lane) > 0)
            .sorted(
                Comparator.comparingInt((LaneWidth l) -> rank(l))
                    .thenComparingDouble(l -> -gain(l))
                    .thenComparing(LaneWidth::id))
            .toList();
    List<List<String>> rows = new ArrayList<>();
    for (LaneWidth lane : changed) {
      rows.add(
          List.of(
              Draft.shortened(lane.id()),
              draft.say("path", lane.kind()),
              Figures.hundredths(lane.widthBeforeMetres()),
              lane.widthAfterMetres() == null
                  ? draft.say("lanes.open")
                  : Figures.hundredths(lane.widthAfterMetres()),
              name(lane.classBefore()),
              name(lane.classAfter()),
              draft.several(lane.causedBy().stream().map(this::thing).toList(), 2)));
    }
    draft.table(
        chapter,
        draft.say("lanes.caption"),
        List.of(
            text(draft.say("column.lane"), 13),
            text(draft.say("column.kind"), 9),
            number(draft.say("column.width_before"), 9),
            number(draft.say("column.width_after"), 9),
            text(draft.say("column.class_before"), 14),
            text(draft.say("column.class_after"), 14),
            text(draft.say("column.caused_by"), 32)),
        rows,
        MOST,
        "lanes?changed=true");
    return chapter.chapter();
  }

  /** A thing named as {@code layer:id}. */
  private String thing(String named) {
    int colon = named.indexOf(':');
    return colon < 0
        ? named
        : draft.layer(named.substring(0, colon)) + " " + named.substring(colon + 1);
  }

  private static double gain(LaneWidth lane) {
    Double before = lane.widthBeforeMetres();
    Double after = lane.widthAfterMetres();
    if (before == null) {
      return 0;
    }
    return after == null ? 1000 - before : after - before;
  }

  /** Those of another class first; last those beside which nothing is left to measure to. */
  private static int rank(LaneWidth lane) {
    if (lane.widthAfterMetres() == null) {
      return 2;
    }
    return lane.classBefore().equals(lane.classAfter()) ? 1 : 0;
  }

  private void classes(Chapter.Writer chapter, List<LaneWidth> lanes) {
    Map<String, Integer> before = new TreeMap<>();
    Map<String, Integer> after = new TreeMap<>();
    for (LaneWidth lane : lanes) {
      before.merge(lane.classBefore(), 1, Integer::sum);
      after.merge(lane.classAfter(), 1, Integer::sum);
    }
    Set<String> codes = new LinkedHashSet<>();
    List<LaneClass> known = draft.subject().renewal().laneClasses();
    if (!known.isEmpty()) {
      codes.add(draft.subject().renewal().laneClass(0));
    }
    known.forEach(one -> codes.add(draft.subject().renewal().laneClass(one.widthMetres())));
    codes.addAll(before.keySet());
    codes.addAll(after.keySet());
    List<List<String>> rows = new ArrayList<>();
    for (String code : codes) {
      rows.add(
          List.of(
              name(code),
              Figures.whole(before.getOrDefault(code, 0)),
              Figures.whole(after.getOrDefault(code, 0))));
    }
    chapter.table(
        draft.say("lanes.classes"),
        List.of(
            text(draft.say("column.class"), 60),
            number(draft.say("column.before"), 20),
            number(draft.say("column.after"), 20)),
        rows);
  }

  private String name(String code) {
    if (code.startsWith("under_")) {
      return draft.say("lanes.under", code.substring("under_".length()));
    }
    return code.matches("[0-9.]+") ? draft.say("lanes.at_least", code) : draft.say("lanes.open");
  }
}
