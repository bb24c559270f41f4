package org.lifecircle.api;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lifecircle.api.Answer.Download;
import org.lifecircle.model.Compound;
import org.lifecircle.model.FacilityKind;
import org.lifecircle.model.Text;
import org.lifecircle.report.Report;
import org.lifecircle.report.ReportFacts;

/** The planning report of an area, of a scenario before and after, or of one compound. */
final class ReportAnswers implements Endpoint {

  private final OpenArea area;
  private final Format format;
  private final Parameter<String> compound;
  private final Parameter<List<String>> kind;

  ReportAnswers(OpenArea area, Format format) {
    this.area = area;
    this.format = format;
    compound =
        Parameters.text(
            "compound",
            new Text("小区编号；给出时为该小区的两页说明", "id of a compound: two pages about it, instead of all"));
    kind =
        Parameters.someOf(
            "kind",
            new Text(
                "为哪些设施类别找地方（见 /candidates）；缺省不找",
                "kinds of facility to look for places for (see /candidates); none unless given"),
            area.standard().kinds().stream().map(FacilityKind::id).toList());
  }

  @Override
  public List<Format> formats() {
    return List.of(format);
  }

  @Override
  public List<Parameter<?>> parameters() {
    return List.of(compound, kind);
  }

  @Override
  public boolean heavy() {
    return true;
  }

  @Override
  public Answer answer(Question question) {
    String id = question.find(compound).orElse(null);
    Compound about = id == null ? null : compound(id);
    area.coverage(); // or an answer that says when to ask again
    ReportFacts facts =
        new ReportFinder(area).facts(question.find(kind).orElse(List.of()), about != null);
    var stationery = area.reports().stationery();
    Report report =
        about == null
            ? Report.of(facts, stationery, question.language())
            : Report.of(facts, about, stationery, question.language());
    try {
      Path file = Files.createTempFile("lifecircle-report", "." + format.code());
      try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
        if (format == Format.PDF) {
          report.writePdf(out);
        } else {
          report.writeWord(out);
        }
      } catch (IOException | RuntimeException e) {
        Files.deleteIfExists(file);
        throw e;
      }
      return new Download(file, name(about, question.language()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Compound compound(String id) {
    return area.area().compounds().stream()
        .filter(one -> one.id().equals(id))
        .findFirst()
        .orElseThrow(
            () ->
                Problem.badQuery(
                        List.of(
                            Complaint.aboutQuery(
                                "compound",
                                "没有编号为“" + Parameters.shown(id) + "”的小区",
                                "there is no compound '" + Parameters.shown(id) + "'")))
                    .asException());
  }

  private String name(@Nullable Compound about, String language) {
    OpenScenario under = area.scenario();
    String base = under == null ? area.id() : area.id() + "-" + under.kept().id();
    String whole = about == null ? base : base + "-" + about.id();
    return whole + "-report-" + language + "." + format.code();
  }
}
