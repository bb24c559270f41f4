package org.lifecircle.report;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.lifecircle.model.Compound;
import org.lifecircle.model.Scenario;
import org.lifecircle.report.ReportFacts.Subject;

/** A planning report, which can be set as PDF or as Word. */
public final class Report {

  private final Manuscript manuscript;
  private final Stationery stationery;

  private Report(Manuscript manuscript, Stationery stationery) {
    this.manuscript = manuscript;
    this.stationery = stationery;
  }

  /** The report of an area, or of a scenario before and after. */
  public static Report of(ReportFacts facts, Stationery stationery, String language) {
    Words words = stationery.in(language);
    Draft draft = Draft.of(facts, words, stationery);
    List<Chapter> chapters = new ArrayList<>();
    chapters.add(new SummaryChapter(draft).write());
    chapters.add(new PlanChapter(draft).write());
    chapters.add(new ComparisonChapter(draft, stationery).write());
    chapters.add(new PresentChapter(draft).write());
    chapters.add(new CoverageChapter(draft).write());
    chapters.add(new GapsChapter(draft).write());
    chapters.add(new BarriersChapter(draft).write());
    chapters.add(new FreedSpaceChapter(draft).write());
    chapters.add(new LanesChapter(draft).write());
    chapters.add(new LimitsChapter(draft).write());
    chapters.add(new MethodChapter(draft).write());
    chapters.add(new GlossaryChapter(draft).write());
    chapters.removeIf(chapter -> chapter.blocks().isEmpty());
    String area = words.in(facts.subject().area().profile().name());
    Scenario scenario = facts.subject().scenario();
    String title = words.say("report.title", area);
    String subtitle =
        scenario == null
            ? words.say("report.baseline")
            : words.say("report.scenario", Draft.shortened(scenario.name()));
    return of(facts, stationery, words, title, subtitle, chapters, true);
  }

  /** Two pages about one compound. */
  public static Report of(
      ReportFacts facts, Compound compound, Stationery stationery, String language) {
    Words words = stationery.in(language);
    Draft draft = Draft.of(facts, words, stationery);
    List<Chapter> chapters = new CompoundSheet(draft, compound).write();
    String area = words.in(facts.subject().area().profile().name());
    return of(
        facts,
        stationery,
        words,
        words.say("sheet.title", draft.compound(compound.id()), area),
        origin(facts.subject(), words),
        chapters,
        false);
  }

  private static Report of(
      ReportFacts facts,
      Stationery stationery,
      Words words,
      String title,
      String subtitle,
      List<Chapter> chapters,
      boolean contents) {
    List<String> lines = new ArrayList<>();
    lines.add(origin(facts.subject(), words));
    lines.add(words.say("report.standard", words.in(facts.subject().standard().name())));
    words.find("made_by").map(by -> words.say("report.made_by", by)).ifPresent(lines::add);
    String approval = facts.subject().mapApproval();
    words
        .find("approval_number")
        .or(() -> Optional.of(approval).filter(number -> !number.isEmpty()))
        .map(number -> words.say("report.approval_number", number))
        .ifPresent(lines::add);
    Manuscript manuscript =
        new Manuscript(
            title,
            subtitle,
            lines,
            chapters,
            facts.subject().at(),
            words.find("made_by").orElse("LifeCircle"),
            words.language(),
            stationery.logo(),
            contents);
    return new Report(manuscript, stationery);
  }

  private static String origin(Subject subject, Words words) {
    Scenario scenario = subject.scenario();
    Integer revision = subject.revision();
    return scenario == null
        ? words.say("report.version", subject.area().profile().id(), subject.datasetVersion())
        : words.say(
            "report.version_of_scenario",
            subject.area().profile().id(),
            subject.datasetVersion(),
            scenario.id(),
            shown(revision));
  }

  private static String shown(@Nullable Integer revision) {
    return revision == null ? Figures.UNKNOWN : String.valueOf(revision);
  }

  /** What it is called. */
  public String title() {
    return manuscript.title();
  }

  /** Sets it as PDF; the stream stays open. */
  public void writePdf(OutputStream out) throws IOException {
    new PdfWriter(stationery).write(manuscript, out);
  }

  /** Sets it as Word; the stream stays open. */
  public void writeWord(OutputStream out) throws IOException {
    new WordWriter(stationery, manuscript).write(out);
  }
}
