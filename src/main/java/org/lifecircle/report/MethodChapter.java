package org.lifecircle.report;

import static org.lifecircle.report.Block.Column.number;
import static org.lifecircle.report.Block.Column.text;

import java.util.ArrayList;
import java.util.List;
import org.lifecircle.model.Group;
import org.lifecircle.model.LaneClass;
import org.lifecircle.model.Requirement;
import org.lifecircle.model.Standard;
import org.lifecircle.report.ReportFacts.Subject;

/** How the figures came about, on what data, by whose rules, and how far those are confirmed. */
final class MethodChapter {

  private static final int SENTENCES = 20;

  private final Draft draft;

  MethodChapter(Draft draft) {
    this.draft = draft;
  }

  Chapter write() {
    Chapter.Writer chapter = new Chapter.Writer(draft.say("method.title"));
    List<String> sentences = new ArrayList<>();
    for (int i = 1; i <= SENTENCES; i++) {
      draft.words().find("method." + i).ifPresent(sentences::add);
    }
    chapter.add(new Block.Points(sentences));
    groups(chapter);
    sources(chapter);
    return chapter.chapter();
  }

  private void groups(Chapter.Writer chapter) {
    List<List<String>> rows = new ArrayList<>();
    for (Group group : draft.subject().walking().groups()) {
      rows.add(
          List.of(
              draft.words().in(group.name()),
              Figures.hundredths(group.speedMillimetresPerSecond() / 1000.0),
              draft.yes(group.stepsPassable()),
              group.crossingWaitSeconds() + " s",
              Figures.share(group.populationShare())));
    }
    chapter.heading(draft.say("groups.heading"));
    chapter.table(
        draft.say("groups.caption"),
        List.of(
            text(draft.say("column.group"), 40),
            number(draft.say("column.speed"), 15),
            text(draft.say("column.steps"), 15),
            number(draft.say("column.wait"), 15),
            number(draft.say("column.population_share"), 15)),
        rows);
  }

  private void sources(Chapter.Writer chapter) {
    Subject subject = draft.subject();
    Standard standard = subject.standard();
    chapter.heading(draft.say("sources.heading"));
    List<List<String>> rows = new ArrayList<>();
    rows.add(
        List.of(
            draft.say("sources.data"),
            draft.say("sources.version", subject.datasetVersion(), subject.area().profile().crs()),
            Figures.UNKNOWN));
    rows.add(
        List.of(
            draft.words().in(standard.name()),
            standard.provenance().source(),
            draft.yes(standard.provenance().verified())));
    long verified =
        standard.requirements().stream()
            .filter(requirement -> requirement.provenance().verified())
            .count();
    rows.add(
        List.of(
            draft.say("sources.requirements"),
            draft.say("sources.requirements_verified", verified, standard.requirements().size()),
            draft.yes(verified == standard.requirements().size())));
    for (LaneClass lane : subject.renewal().laneClasses()) {
      rows.add(
          List.of(
              draft.words().in(lane.name()),
              lane.provenance().source(),
              draft.yes(lane.provenance().verified())));
    }
    rows.add(
        List.of(
            draft.say("sources.prices"),
            "config/renewal.yaml",
            draft.yes(subject.renewal().costs().verified())));
    chapter.table(
        draft.say("sources.caption"),
        List.of(
            text(draft.say("column.what"), 32),
            text(draft.say("column.source"), 54),
            text(draft.say("column.verified"), 14)),
        rows);
    List<String> unconfirmed = new ArrayList<>();
    for (Requirement requirement : standard.requirements()) {
      if (!requirement.provenance().verified()) {
        unconfirmed.add(draft.words().in(requirement.name()));
      }
    }
    if (!unconfirmed.isEmpty()) {
      chapter.note(draft.say("sources.unconfirmed", String.join(draft.say("comma"), unconfirmed)));
    }
  }
}
