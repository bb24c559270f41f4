package org.lifecircle.report;

import static org.lifecircle.report.Block.Column.number;
import static org.lifecircle.report.Block.Column.text;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lifecircle.report.PlannedWorks.Phase;
import org.lifecircle.report.PlannedWorks.Work;

/** The plan: what to do first, what it costs, what it yields and who has to agree. */
final class PlanChapter {

  private static final int OWNERS = 3;
  private static final double TEN_THOUSAND = 1e4;

  /** Where the whole lists are. */
  private static final String JOBS = "jobs";

  private final Draft draft;

  PlanChapter(Draft draft) {
    this.draft = draft;
  }

  Chapter write() {
    Chapter.Writer chapter = new Chapter.Writer(draft.say("plan.title"));
    PlannedWorks plan = draft.facts().plan();
    if (plan == null) {
      return chapter.chapter();
    }
    chapter.say(
        draft.say(
            "plan.said",
            Figures.whole(plan.budgetYuan()),
            Figures.whole(plan.costYuan()),
            plan.phases().size(),
            Figures.whole(plan.residentsGained()),
            Figures.whole(plan.residentsCompleted())));
    chapter.say(draft.say("plan.gap", Figures.share(plan.gap())));
    if (plan.timeIsUp()) {
      chapter.note(draft.say("plan.time_is_up"));
    }
    if (!plan.costsVerified()) {
      chapter.note(draft.say("plan.unverified"));
    }
    if (plan.edited()) {
      chapter.note(draft.say("plan.edited"));
    }
    phases(chapter, plan);
    works(chapter, plan);
    owners(chapter, plan);
    return chapter.chapter();
  }

  private void phases(Chapter.Writer chapter, PlannedWorks plan) {
    List<List<String>> rows = new ArrayList<>();
    for (int i = 0; i < plan.phases().size(); i++) {
      Phase phase = plan.phases().get(i);
      double cost = phase.costYuan();
      rows.add(
          List.of(
              String.valueOf(i + 1),
              String.valueOf(phase.works().size()),
              Figures.whole(cost),
              Figures.whole(phase.residentsGained()),
              Figures.tenths(cost == 0 ? null : phase.residentsGained() / (cost / TEN_THOUSAND))));
    }
    draft.table(
        chapter,
        draft.say("plan.phases"),
        List.of(
            text(draft.say("column.phase"), 12),
            number(draft.say("column.works"), 16),
            number(draft.say("column.cost_yuan"), 24),
            number(draft.say("column.gained"), 24),
            number(draft.say("column.gained_per_10000_yuan"), 24)),
        rows,
        Draft.ROWS,
        JOBS);
  }

  private void works(Chapter.Writer chapter, PlannedWorks plan) {
    List<List<String>> rows = new ArrayList<>();
    for (int i = 0; i < plan.phases().size(); i++) {
      for (Work work : plan.phases().get(i).works()) {
        rows.add(
            List.of(
                String.valueOf(i + 1),
                what(work.type(), work.kind()),
                Draft.shortened(work.id()),
                Figures.whole(work.costYuan()),
                draft.several(work.owners(), OWNERS)));
      }
    }
    draft.table(
        chapter,
        draft.say("plan.works"),
        List.of(
            text(draft.say("column.phase"), 8),
            text(draft.say("column.change"), 26),
            text(draft.say("column.id"), 24),
            number(draft.say("column.cost_yuan"), 14),
            text(draft.say("column.owners"), 28)),
        rows,
        Draft.ROWS,
        JOBS);
  }

  private String what(String type, @Nullable String kind) {
    String change = draft.say("change." + type);
    return kind == null ? change : draft.say("plan.built", change, draft.kind(kind));
  }

  private void owners(Chapter.Writer chapter, PlannedWorks plan) {
    if (!plan.owners().isEmpty()) {
      chapter.heading(draft.say("plan.owners"));
      chapter.say(
          draft.say(
              "plan.owners_said", plan.owners().size(), draft.several(plan.owners(), Draft.ROWS)));
    }
  }
}
