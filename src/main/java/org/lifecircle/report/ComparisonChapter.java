package org.lifecircle.report;

import static org.lifecircle.report.Block.Column.number;
import static org.lifecircle.report.Block.Column.text;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.lifecircle.model.Change;
import org.lifecircle.model.ComparisonRow;
import org.lifecircle.model.Facility;
import org.lifecircle.model.Feature;
import org.lifecircle.model.Group;
import org.lifecircle.model.IllegalStructure;
import org.lifecircle.model.Scenario;
import org.lifecircle.model.StudyArea;
import org.lifecircle.model.Wall;
import org.lifecircle.report.ReportFacts.Difference;
import org.lifecircle.report.map.BarChart;
import org.locationtech.jts.geom.Geometry;

/** What a scenario changes, and for whom. */
final class ComparisonChapter {

  private static final int COMPOUNDS_DRAWN = 16;

  private final Draft draft;
  private final Stationery stationery;

  ComparisonChapter(Draft draft, Stationery stationery) {
    this.draft = draft;
    this.stationery = stationery;
  }

  Chapter write() {
    Chapter.Writer chapter = new Chapter.Writer(draft.say("comparison.title"));
    Scenario scenario = draft.subject().scenario();
    Difference difference = draft.facts().difference();
    if (scenario == null || difference == null) {
      return chapter.chapter();
    }
    chapter.say(
        draft.say("comparison.said", Draft.shortened(scenario.name()), scenario.changes().size()));
    map(chapter, scenario, difference);
    changes(chapter, scenario);
    tiers(chapter, difference);
    groups(chapter, difference);
    requirements(chapter, difference);
    compounds(chapter, difference);
    return chapter.chapter();
  }

  private void map(Chapter.Writer chapter, Scenario scenario, Difference difference) {
    Map<String, Double> shares = new TreeMap<>();
    for (ComparisonRow row : difference.compounds()) {
      Double points = row.shareDifference();
      if (row.compoundId() != null && points != null) {
        shares.put(row.compoundId(), points);
      }
    }
    List<Geometry> gone = new ArrayList<>();
    List<Geometry> made = new ArrayList<>();
    for (Change change : scenario.changes()) {
      boolean removes = change.type().startsWith("remove");
      find(removes ? draft.subject().baseline() : draft.subject().area(), change)
          .map(Feature::geometry)
          .ifPresent(removes ? gone::add : made::add);
    }
    String caption = draft.say("comparison.map");
    chapter.add(
        new Block.Figure(caption, draft.maps().difference(shares, gone, made, caption, 430)));
  }

  private static Optional<Feature> find(StudyArea area, Change change) {
    return area.layer(change.layer()).stream()
        .filter(feature -> feature.id().equals(change.id()))
        .map(Feature.class::cast)
        .findFirst();
  }

  private void changes(Chapter.Writer chapter, Scenario scenario) {
    List<List<String>> rows = new ArrayList<>();
    for (Change change : scenario.changes()) {
      Feature feature =
          find(draft.subject().baseline(), change)
              .or(() -> find(draft.subject().area(), change))
              .orElse(null);
      rows.add(
          List.of(
              draft.say("change." + change.type()),
              Draft.shortened(change.id()),
              feature == null ? Figures.UNKNOWN : about(feature)));
    }
    draft.table(
        chapter,
        draft.say("changes.caption"),
        List.of(
            text(draft.say("column.change"), 25),
            text(draft.say("column.id"), 30),
            text(draft.say("column.about"), 45)),
        rows,
        Draft.ROWS,
        "scenarios/" + scenario.id());
  }

  private String about(Feature feature) {
    if (feature instanceof Wall wall) {
      return draft.say(
          "changes.wall",
          Figures.tenths(wall.geometry().getLength()),
          Draft.shortened(wall.owner(), draft.say("owner.unknown")));
    }
    if (feature instanceof IllegalStructure structure) {
      return draft.say(
          "changes.structure",
          Figures.tenths(structure.geometry().getArea()),
          Draft.shortened(structure.owner(), draft.say("owner.unknown")));
    }
    if (feature instanceof Facility facility) {
      return draft.kind(facility.kind());
    }
    return Figures.UNKNOWN;
  }

  private void tiers(Chapter.Writer chapter, Difference difference) {
    List<List<String>> rows = new ArrayList<>();
    List<BarChart.Pair> bars = new ArrayList<>();
    for (ComparisonRow row : difference.tiers()) {
      String name = draft.tier(row.tier());
      rows.add(row(name, row));
      bars.add(pair(name, row));
    }
    if (!rows.isEmpty()) {
      chapter.heading(draft.say("comparison.tiers"));
      chart(chapter, "comparison.tiers_chart", bars);
      chapter.table(draft.say("comparison.tiers_caption"), columns("column.tier"), rows);
    }
  }

  private void groups(Chapter.Writer chapter, Difference difference) {
    List<List<String>> rows = new ArrayList<>();
    List<BarChart.Pair> bars = new ArrayList<>();
    for (Group group : draft.subject().walking().groups()) {
      ComparisonRow row = difference.groups().get(group.id());
      if (row != null) {
        String name = draft.words().in(group.name());
        rows.add(row(name, row));
        bars.add(pair(name, row));
      }
    }
    if (!rows.isEmpty()) {
      chapter.heading(draft.say("comparison.groups"));
      chart(chapter, "comparison.groups_chart", bars);
      chapter.table(draft.say("comparison.groups_caption"), columns("column.group"), rows);
      chapter.note(draft.say("comparison.groups_note"));
    }
  }

  private void requirements(Chapter.Writer chapter, Difference difference) {
    List<List<String>> rows = new ArrayList<>();
    List<BarChart.Pair> bars = new ArrayList<>();
    int unchanged = 0;
    for (ComparisonRow row : difference.requirements()) {
      if (row.requirement() == null) {
        continue;
      }
      if (row.residentsGained() == 0 && row.residentsLost() == 0) {
        unchanged++;
        continue;
      }
      String name = draft.requirement(row.requirement());
      rows.add(row(name, row));
      bars.add(pair(name, row));
    }
    chapter.heading(draft.say("comparison.requirements"));
    if (rows.isEmpty()) {
      chapter.say(draft.say("comparison.nothing"));
      return;
    }
    chart(chapter, "comparison.requirements_chart", bars.subList(0, Math.min(24, bars.size())));
    chapter.table(
        draft.say("comparison.requirements_caption"), columns("column.requirement"), rows);
    chapter.note(draft.say("comparison.unchanged", unchanged));
  }

  private void compounds(Chapter.Writer chapter, Difference difference) {
    List<ComparisonRow> changed = new ArrayList<>();
    for (ComparisonRow row : difference.compounds()) {
      if (row.residentsGained() > 0 || row.residentsLost() > 0) {
        changed.add(row);
      }
    }
    changed.sort(
        Comparator.comparingDouble((ComparisonRow r) -> -(r.residentsGained() + r.residentsLost()))
            .thenComparing(r -> String.valueOf(r.compoundId())));
    if (changed.isEmpty()) {
      return;
    }
    chapter.heading(draft.say("comparison.compounds"));
    chart(
        chapter,
        "comparison.compounds_chart",
        changed.stream()
            .limit(COMPOUNDS_DRAWN)
            .map(row -> pair(draft.compound(row.compoundId()), row))
            .toList());
    draft.table(
        chapter,
        draft.say("comparison.compounds_caption"),
        columns("column.compound"),
        changed.stream().map(row -> row(draft.compound(row.compoundId()), row)).toList(),
        Draft.ROWS,
        "comparison?by=compound");
  }

  /** Bars side by side; none where there is not one to draw, for the table says as much. */
  private void chart(Chapter.Writer chapter, String key, List<BarChart.Pair> bars) {
    if (bars.stream().noneMatch(BarChart.Pair::visible)) {
      return;
    }
    String caption = draft.say(key);
    chapter.add(
        new Block.Figure(
            caption,
            new BarChart(
                org.lifecircle.report.map.AreaMaps.PAGE_WIDTH,
                bars,
                draft.say("column.before"),
                draft.say("column.after"),
                caption,
                stationery.typeface(),
                stationery.palette())));
  }

  private static BarChart.Pair pair(String name, ComparisonRow row) {
    return new BarChart.Pair(
        name,
        row.shareBefore(),
        row.shareAfter(),
        Figures.share(row.shareBefore()),
        Figures.share(row.shareAfter()));
  }

  private List<Block.Column> columns(String first) {
    return List.of(
        text(draft.say(first), 30),
        number(draft.say("column.residents"), 12),
        number(draft.say("column.before"), 12),
        number(draft.say("column.after"), 12),
        number(draft.say("column.points"), 12),
        number(draft.say("column.gained"), 11),
        number(draft.say("column.lost"), 11));
  }

  private static List<String> row(String name, ComparisonRow row) {
    return List.of(
        name,
        Figures.whole(row.residents()),
        Figures.share(row.shareBefore()),
        Figures.share(row.shareAfter()),
        Figures.points(row.shareDifference()),
        Figures.whole(row.residentsGained()),
        Figures.whole(row.residentsLost()));
  }
}
