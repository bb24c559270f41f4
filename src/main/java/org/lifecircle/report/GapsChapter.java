package org.lifecircle.report;

import static org.lifecircle.report.Block.Column.number;
import static org.lifecircle.report.Block.Column.text;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.lifecircle.model.CoverageRow;
import org.lifecircle.model.Gap;
import org.lifecircle.model.Requirement;

/** What is missing for whom, the most people first. */
final class GapsChapter {

  private static final int LARGEST = 40;

  private final Draft draft;

  GapsChapter(Draft draft) {
    this.draft = draft;
  }

  Chapter write() {
    Chapter.Writer chapter = new Chapter.Writer(draft.say("gaps.title"));
    List<Gap> gaps = draft.facts().served().gaps();
    if (gaps.isEmpty()) {
      return chapter.chapter();
    }
    chapter.say(draft.say("gaps.said"));
    byRequirement(chapter, gaps);
    List<List<String>> rows = new ArrayList<>();
    Set<String> present = present();
    for (Gap gap : gaps) {
      if (!present.contains(gap.requirement())) {
        continue; // nobody has it: that is one row of the table above, not one for each compound
      }
      Requirement requirement = draft.subject().standard().requirement(gap.requirement());
      rows.add(
          List.of(
              String.valueOf(rows.size() + 1),
              draft.compound(gap.compoundId()),
              draft.requirement(gap.requirement()),
              draft.limit(requirement),
              draft.say("obligation", gap.obligation()),
              Figures.whole(gap.residents()),
              Figures.whole(gap.residentsDetoured()),
              Figures.whole(gap.residentsUnreachable())));
    }
    draft.table(
        chapter,
        draft.say("gaps.caption"),
        List.of(
            number(draft.say("column.rank"), 6),
            text(draft.say("column.compound"), 22),
            text(draft.say("column.requirement"), 24),
            number(draft.say("column.limit"), 12),
            text(draft.say("column.obligation"), 9),
            number(draft.say("column.not_served"), 11),
            number(draft.say("column.detoured"), 11),
            number(draft.say("column.unreachable"), 11)),
        rows,
        LARGEST,
        "collections/gaps");
    return chapter.chapter();
  }

  /** What there is at least one of. */
  private Set<String> present() {
    Set<String> present = new TreeSet<>();
    for (CoverageRow row : draft.facts().served().requirements()) {
      Integer facilities = row.facilities();
      if (row.requirement() != null && facilities != null && facilities > 0) {
        present.add(row.requirement());
      }
    }
    return present;
  }

  private record Sum(Requirement requirement, CoverageRow row, double detoured) {
    double missing() {
      return row.residents() - row.residentsCovered();
    }
  }

  private void byRequirement(Chapter.Writer chapter, List<Gap> gaps) {
    Map<String, Double> detoured = new TreeMap<>();
    gaps.forEach(gap -> detoured.merge(gap.requirement(), gap.residentsDetoured(), Double::sum));
    List<Sum> sums = new ArrayList<>();
    for (CoverageRow row : draft.facts().served().requirements()) {
      String id = row.requirement();
      if (id != null && row.residentsCovered() < row.residents()) {
        sums.add(
            new Sum(
                draft.subject().standard().requirement(id), row, detoured.getOrDefault(id, 0.0)));
      }
    }
    sums.sort(
        Comparator.comparing((Sum s) -> s.requirement().obligation())
            .thenComparing(s -> -s.missing())
            .thenComparing(s -> s.requirement().id()));
    List<List<String>> rows = new ArrayList<>();
    for (Sum sum : sums) {
      rows.add(
          List.of(
              draft.words().in(sum.requirement().name()),
              draft.tier(sum.requirement().tier()),
              draft.say("obligation", sum.requirement().obligation()),
              Figures.plain(sum.row().facilities()),
              Figures.whole(sum.missing()),
              Figures.whole(sum.detoured()),
              Figures.whole(sum.row().residentsUnreachable())));
    }
    chapter.table(
        draft.say("gaps.by_requirement"),
        List.of(
            text(draft.say("column.requirement"), 32),
            text(draft.say("column.tier"), 14),
            text(draft.say("column.obligation"), 10),
            number(draft.say("column.facilities"), 9),
            number(draft.say("column.not_served"), 12),
            number(draft.say("column.detoured"), 12),
            number(draft.say("column.unreachable"), 12)),
        rows);
    chapter.note(draft.say("gaps.note"));
  }
}
