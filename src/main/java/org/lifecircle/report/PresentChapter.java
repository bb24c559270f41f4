package org.lifecircle.report;

import static org.lifecircle.report.Block.Column.number;
import static org.lifecircle.report.Block.Column.text;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.lifecircle.model.Compound;
import org.lifecircle.model.CoverageRow;
import org.lifecircle.model.Rate;
import org.lifecircle.model.Requirement;
import org.lifecircle.model.SupplyRow;

/** Who lives here, in what, and what there is for them, held against the standard. */
final class PresentChapter {

  private final Draft draft;

  PresentChapter(Draft draft) {
    this.draft = draft;
  }

  Chapter write() {
    Chapter.Writer chapter = new Chapter.Writer(draft.say("present.title"));
    population(chapter);
    tiers(chapter);
    facilities(chapter);
    supply(chapter);
    return chapter.chapter();
  }

  private void population(Chapter.Writer chapter) {
    chapter.heading(draft.say("population.heading"));
    var area = draft.subject().area();
    CoverageRow whole = SummaryChapter.highest(draft);
    if (whole != null) {
      chapter.say(
          draft.say(
              "population.said",
              Figures.whole(whole.residents()),
              area.compounds().size(),
              area.buildings().size(),
              sources(whole.residentsSource())));
      if (whole.residentsEstimated()) {
        chapter.note(draft.say("population.estimated"));
      }
    }
    Map<String, CoverageRow> served = new TreeMap<>();
    double elsewhere = 0;
    for (CoverageRow row : draft.facts().served().compounds()) {
      if (row.compoundId() != null) {
        served.put(row.compoundId(), row);
      } else {
        elsewhere += row.residents();
      }
    }
    List<Compound> compounds = new ArrayList<>(area.compounds());
    compounds.sort(
        Comparator.comparingDouble((Compound c) -> -residents(served.get(c.id())))
            .thenComparing(Compound::id));
    List<List<String>> rows = new ArrayList<>();
    for (Compound compound : compounds) {
      rows.add(row(compound, served.get(compound.id())));
    }
    draft.table(
        chapter,
        draft.say("compounds.caption"),
        List.of(
            text(draft.say("column.compound"), 21),
            number(draft.say("column.built"), 8),
            number(draft.say("column.households"), 11),
            number(draft.say("column.residents"), 10),
            text(draft.say("column.gated"), 8),
            text(draft.say("column.managed_by"), 17),
            number(draft.say("column.compliance"), 12),
            number(draft.say("column.complete"), 12)),
        rows,
        Draft.ROWS,
        "coverage?by=compound");
    if (elsewhere > 0) {
      chapter.note(draft.say("compounds.elsewhere", Figures.whole(elsewhere)));
    }
  }

  private static double residents(@Nullable CoverageRow row) {
    return row == null ? 0 : row.residents();
  }

  private List<String> row(Compound compound, @Nullable CoverageRow row) {
    Boolean gated = compound.gated();
    return List.of(
        draft.compound(compound.id()),
        Figures.plain(compound.builtYear()),
        Figures.whole(compound.households()),
        Figures.whole(row == null ? null : row.residents()),
        gated == null ? Figures.UNKNOWN : draft.yes(gated),
        Draft.shortened(compound.managedBy(), Figures.UNKNOWN),
        Figures.share(row == null ? null : row.compliance()),
        Figures.share(row == null ? null : row.share()));
  }

  private String sources(String codes) {
    List<String> said = new ArrayList<>();
    for (String code : codes.split(",", -1)) {
      if (!code.isEmpty()) {
        said.add(draft.say("residents_source." + code));
      }
    }
    return said.isEmpty() ? Figures.UNKNOWN : String.join(draft.say("comma"), said);
  }

  private void tiers(Chapter.Writer chapter) {
    chapter.heading(draft.say("tiers.heading"));
    List<List<String>> rows = new ArrayList<>();
    for (CoverageRow row : draft.facts().served().complete()) {
      rows.add(
          List.of(
              draft.tier(row.tier()),
              Figures.whole(row.residents()),
              Figures.whole(row.residentsCovered()),
              Figures.share(row.share()),
              Figures.share(row.shareStraight()),
              Figures.share(row.compliance()),
              Figures.share(row.buildingsShare()),
              Figures.share(row.landShare())));
    }
    chapter.table(
        draft.say("tiers.caption"),
        List.of(
            text(draft.say("column.tier"), 20),
            number(draft.say("column.residents"), 11),
            number(draft.say("column.residents_complete"), 12),
            number(draft.say("column.share"), 10),
            number(draft.say("column.straight"), 10),
            number(draft.say("column.compliance"), 12),
            number(draft.say("column.buildings"), 10),
            number(draft.say("column.land"), 10)),
        rows);
    chapter.note(draft.say("tiers.note"));
  }

  private void facilities(Chapter.Writer chapter) {
    chapter.heading(draft.say("facilities.heading"));
    List<List<String>> rows = new ArrayList<>();
    for (CoverageRow row : draft.facts().served().requirements()) {
      String id = row.requirement();
      if (id != null) {
        rows.add(row(draft.subject().standard().requirement(id), row));
      }
    }
    if (rows.isEmpty()) {
      chapter.say(draft.say("facilities.none"));
    }
    chapter.table(
        draft.say("facilities.caption", draft.words().in(draft.subject().standard().name())),
        List.of(
            text(draft.say("column.requirement"), 24),
            text(draft.say("column.tier"), 11),
            text(draft.say("column.obligation"), 9),
            number(draft.say("column.limit"), 11),
            number(draft.say("column.facilities"), 7),
            number(draft.say("column.of_residents"), 9),
            number(draft.say("column.straight"), 9),
            number(draft.say("column.buildings"), 9),
            number(draft.say("column.land"), 9),
            text(draft.say("column.verified"), 8)),
        rows);
    chapter.note(draft.say("facilities.note"));
  }

  private List<String> row(Requirement requirement, CoverageRow row) {
    return List.of(
        draft.words().in(requirement.name()),
        draft.tier(requirement.tier()),
        draft.say("obligation", requirement.obligation()),
        draft.limit(requirement),
        Figures.plain(row.facilities()),
        Figures.share(row.share()),
        Figures.share(row.shareStraight()),
        Figures.share(row.buildingsShare()),
        Figures.share(row.landShare()),
        draft.yes(requirement.provenance().verified()));
  }

  private void supply(Chapter.Writer chapter) {
    List<List<String>> rows = new ArrayList<>();
    for (SupplyRow row : draft.facts().served().supply()) {
      rows.add(row(row));
    }
    if (rows.isEmpty()) {
      return;
    }
    chapter.heading(draft.say("supply.heading"));
    chapter.table(
        draft.say("supply.caption"),
        List.of(
            text(draft.say("column.requirement"), 30),
            text(draft.say("column.tier"), 12),
            text(draft.say("column.obligation"), 9),
            text(draft.say("column.per"), 16),
            number(draft.say("column.needed"), 13),
            number(draft.say("column.present"), 12),
            text(draft.say("column.enough"), 9)),
        rows);
  }

  private List<String> row(SupplyRow row) {
    String kind = row.kind();
    Rate.Per per = row.per();
    Boolean enough = row.enough();
    boolean land = row.neededSquareMetres() != null;
    String name =
        draft.words().in(draft.subject().standard().requirement(row.requirement()).name());
    return List.of(
        kind == null || draft.kind(kind).equals(name) ? name : name + " / " + draft.kind(kind),
        draft.tier(row.tier()),
        draft.say("obligation", row.obligation()),
        per == null ? draft.say("per.land") : draft.say("per", per),
        land ? Figures.whole(row.neededSquareMetres()) + " m²" : range(row),
        land ? Figures.whole(row.presentSquareMetres()) + " m²" : Figures.whole(row.present()),
        enough == null ? Figures.UNKNOWN : draft.yes(enough));
  }

  private static String range(SupplyRow row) {
    Integer least = row.needed();
    Integer most = row.neededAtMost();
    if (least == null) {
      return Figures.UNKNOWN;
    }
    return most == null || most.equals(least)
        ? Figures.whole(least)
        : Figures.whole(least) + "–" + Figures.whole(most);
  }
}
