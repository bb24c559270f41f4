package org.lifecircle.report;

import static org.lifecircle.report.Block.Column.number;
import static org.lifecircle.report.Block.Column.text;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.lifecircle.model.Compound;
import org.lifecircle.model.CoverageRow;
import org.lifecircle.model.FreedSpace;
import org.lifecircle.model.JudgedBy;
import org.lifecircle.model.Obligation;
import org.lifecircle.model.Requirement;
import org.lifecircle.report.ReportFacts.Ground;

/** One compound on two pages: its map, and what its people have. */
final class CompoundSheet {

  /** So many rows fit the second page. */
  private static final int ROWS = 38;

  private final Draft draft;
  private final Compound compound;

  CompoundSheet(Draft draft, Compound compound) {
    this.draft = draft;
    this.compound = compound;
  }

  List<Chapter> write() {
    List<CoverageRow> rows =
        draft.facts().served().compoundsEach().stream()
            .filter(row -> compound.id().equals(row.compoundId()) && row.requirement() != null)
            .toList();
    return List.of(first(), second(rows));
  }

  private Requirement requirement(CoverageRow row) {
    return draft.subject().standard().requirement(String.valueOf(row.requirement()));
  }

  private Chapter first() {
    Chapter.Writer page = new Chapter.Writer(draft.compound(compound.id()));
    CoverageRow whole =
        draft.facts().served().compounds().stream()
            .filter(row -> compound.id().equals(row.compoundId()))
            .findFirst()
            .orElse(null);
    page.add(
        new Block.KeyFigures(
            List.of(
                figure("residents", Figures.whole(whole == null ? null : whole.residents())),
                figure("households", Figures.whole(compound.households())),
                figure("built", Figures.plain(compound.builtYear())),
                figure("complete", Figures.share(whole == null ? null : whole.share())),
                figure("compliance", Figures.share(whole == null ? null : whole.compliance())))));
    page.say(ground());
    Set<String> kinds =
        draft.subject().standard().requirements().stream()
            .flatMap(requirement -> requirement.accepts().stream())
            .collect(Collectors.toCollection(TreeSet::new));
    String caption = draft.say("sheet.map", draft.compound(compound.id()));
    page.add(
        new Block.Figure(
            caption, draft.maps().compound(compound, List.copyOf(kinds), caption, 500)));
    return page.chapter();
  }

  private Block.KeyFigure figure(String name, String value) {
    return new Block.KeyFigure(value, draft.say("figure." + name), "");
  }

  /** What ground would come free here, and who has to agree. */
  private String ground() {
    Ground ground = draft.facts().ground();
    if (ground == null) {
      return draft.say("sheet.no_ground");
    }
    List<FreedSpace> spaces =
        ground.freed().spaces().stream()
            .filter(space -> space.compounds().contains(compound.id()))
            .toList();
    Set<String> owners = new TreeSet<>();
    spaces.forEach(space -> owners.addAll(space.owners()));
    return spaces.isEmpty()
        ? draft.say("sheet.no_ground")
        : draft.say(
            "sheet.ground",
            spaces.size(),
            Figures.whole(spaces.stream().mapToDouble(FreedSpace::areaSquareMetres).sum()),
            Figures.tenths(ground.freed().minWidthMetres()),
            draft.several(owners, 6));
  }

  private Chapter second(List<CoverageRow> each) {
    Chapter.Writer page = new Chapter.Writer(draft.say("sheet.served"));
    List<CoverageRow> must =
        each.stream()
            .filter(row -> requirement(row).obligation() == Obligation.MUST)
            .sorted(
                Comparator.comparingInt(
                    (CoverageRow row) -> requirement(row).judgedBy() == JudgedBy.WALK ? 0 : 1))
            .toList();
    List<List<String>> rows = new ArrayList<>();
    for (CoverageRow row : must) {
      Requirement requirement = requirement(row);
      rows.add(
          List.of(
              draft.words().in(requirement.name()),
              draft.tier(requirement.tier()),
              draft.limit(requirement),
              Figures.share(row.share()),
              Figures.share(row.shareStraight()),
              Figures.whole(row.residents() - row.residentsCovered()),
              draft.yes(requirement.provenance().verified())));
    }
    draft.table(
        page,
        draft.say("sheet.caption"),
        List.of(
            text(draft.say("column.requirement"), 34),
            text(draft.say("column.tier"), 14),
            number(draft.say("column.limit"), 11),
            number(draft.say("column.of_residents"), 11),
            number(draft.say("column.straight"), 11),
            number(draft.say("column.not_served"), 11),
            text(draft.say("column.verified"), 9)),
        rows,
        ROWS,
        "coverage?by=compound");
    page.note(draft.say("sheet.note"));
    return page.chapter();
  }
}
