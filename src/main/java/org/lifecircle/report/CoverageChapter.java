package org.lifecircle.report;

import java.util.ArrayList;
import java.util.List;
import org.lifecircle.model.CoverageRow;
import org.lifecircle.model.JudgedBy;
import org.lifecircle.model.Obligation;
import org.lifecircle.model.Requirement;
import org.lifecircle.report.map.CoverageMaps;
import org.lifecircle.report.map.Drawing;

/** Who reaches what on the map, one small map for each requirement that is walked to. */
final class CoverageChapter {

  /** In a larger area only what must be there is drawn, or the file would grow by the megabyte. */
  private static final int MANY_BUILDINGS = 8000;

  private final Draft draft;

  CoverageChapter(Draft draft) {
    this.draft = draft;
  }

  Chapter write() {
    Chapter.Writer chapter = new Chapter.Writer(draft.say("coverage.title"));
    boolean large = draft.subject().area().buildings().size() > MANY_BUILDINGS;
    CoverageMaps drawn = draft.maps().coverage();
    List<Drawing> maps = new ArrayList<>();
    int without = 0;
    for (CoverageRow row : draft.facts().served().requirements()) {
      String id = row.requirement();
      if (id == null || row.residents() == 0) {
        continue;
      }
      Requirement requirement = draft.subject().standard().requirement(id);
      Integer facilities = row.facilities();
      if (requirement.judgedBy() != JudgedBy.WALK
          || (large && requirement.obligation() != Obligation.MUST)) {
        continue;
      }
      if (facilities == null || facilities == 0) {
        without++; // an empty map says no more than the table
        continue;
      }
      maps.add(map(drawn, requirement, row));
    }
    if (!maps.isEmpty()) {
      chapter.say(draft.say("coverage.said", maps.size(), without));
      String legend = draft.say("coverage.legend");
      chapter.add(
          new Block.Figures(
              draft.say("coverage.caption"), maps, draft.maps().coverageLegend(legend)));
    }
    return chapter.chapter();
  }

  private Drawing map(CoverageMaps drawn, Requirement requirement, CoverageRow row) {
    String title =
        draft.say(
            "coverage.map_title", draft.words().in(requirement.name()), draft.limit(requirement));
    String figures =
        draft.say(
            "coverage.map_figures",
            draft.tier(requirement.tier()),
            Figures.share(row.share()),
            Figures.share(row.shareStraight()));
    return drawn.of(
        requirement,
        draft.facts().served().sharesOfBuildings().apply(requirement.id()),
        title,
        figures,
        title + " " + figures);
  }
}
