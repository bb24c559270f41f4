package org.lifecircle.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.lifecircle.model.ComparisonRow;
import org.lifecircle.model.CoverageRow;
import org.lifecircle.model.Gap;
import org.lifecircle.report.Block.KeyFigure;
import org.lifecircle.report.ReportFacts.Difference;
import org.lifecircle.report.ReportFacts.Ground;

/** The whole report on one page: five figures, one map, and the worst of it in a sentence. */
final class SummaryChapter {

  private final Draft draft;

  SummaryChapter(Draft draft) {
    this.draft = draft;
  }

  Chapter write() {
    Chapter.Writer chapter = new Chapter.Writer(draft.say("summary.title"));
    chapter.add(new Block.KeyFigures(figures()));
    chapter.say(sentence());
    Map<String, Double> shares = new TreeMap<>();
    for (CoverageRow row : draft.facts().served().compounds()) {
      Double compliance = row.compliance();
      if (row.compoundId() != null && compliance != null) {
        shares.put(row.compoundId(), compliance);
      }
    }
    String caption = draft.say("summary.map");
    chapter.add(new Block.Figure(caption, draft.maps().combined(shares, caption, 430)));
    return chapter.chapter();
  }

  /** The row of the highest tier that asks for anything; null where none does. */
  static @Nullable CoverageRow highest(Draft draft) {
    List<CoverageRow> complete = draft.facts().served().complete();
    return complete.isEmpty() ? null : complete.get(complete.size() - 1);
  }

  private List<KeyFigure> figures() {
    List<KeyFigure> figures = new ArrayList<>();
    CoverageRow whole = highest(draft);
    figures.add(
        figure("residents", Figures.whole(whole == null ? null : whole.residents()), "people"));
    Difference difference = draft.facts().difference();
    if (difference == null) {
      figures.add(figure("complete", Figures.share(whole == null ? null : whole.share()), null));
      figures.add(
          figure("compliance", Figures.share(whole == null ? null : whole.compliance()), null));
      figures.add(figure("detoured", Figures.share(detouredShare()), null));
    } else {
      ComparisonRow tier = difference.tiers().isEmpty() ? null : last(difference.tiers());
      figures.add(
          new KeyFigure(
              Figures.share(tier == null ? null : tier.shareBefore())
                  + " → "
                  + Figures.share(tier == null ? null : tier.shareAfter()),
              draft.say("figure.complete"),
              ""));
      double gained = 0;
      double lost = 0;
      for (ComparisonRow row : difference.requirements()) {
        gained += row.residentsGained();
        lost += row.residentsLost();
      }
      figures.add(figure("gained", Figures.change(gained), null));
      figures.add(figure("lost", Figures.change(-lost), null));
    }
    Ground ground = draft.facts().ground();
    figures.add(
        figure(
            "freed",
            Figures.whole(ground == null ? 0 : ground.freed().usableSquareMetres()),
            "square_metres"));
    return figures;
  }

  private KeyFigure figure(String name, String value, @Nullable String unit) {
    return new KeyFigure(
        value, draft.say("figure." + name), unit == null ? "" : draft.say("unit." + unit));
  }

  /** Of all that is missing, the share that is near enough in a straight line. */
  private @Nullable Double detouredShare() {
    double all = 0;
    double detoured = 0;
    for (Gap gap : draft.facts().served().gaps()) {
      all += gap.residents();
      detoured += gap.residentsDetoured();
    }
    return all == 0 ? null : Double.valueOf(detoured / all);
  }

  private String sentence() {
    Map<String, Double> missing = new LinkedHashMap<>();
    for (CoverageRow row : draft.facts().served().requirements()) {
      String id = row.requirement();
      boolean must =
          id != null
              && draft
                  .subject()
                  .standard()
                  .requirement(id)
                  .obligation()
                  .equals(org.lifecircle.model.Obligation.MUST);
      if (must && row.residents() > row.residentsCovered()) {
        missing.put(id, row.residents() - row.residentsCovered());
      }
    }
    if (missing.isEmpty()) {
      return draft.say("summary.nothing_missing");
    }
    List<String> worst =
        missing.entrySet().stream()
            .sorted(Map.Entry.<String, Double>comparingByValue().reversed())
            .limit(3)
            .map(
                entry ->
                    draft.say(
                        "summary.one_missing",
                        draft.requirement(entry.getKey()),
                        Figures.whole(entry.getValue())))
            .toList();
    return draft.say("summary.missing", missing.size(), String.join(draft.say("comma"), worst));
  }

  private static <T> T last(List<T> list) {
    return list.get(list.size() - 1);
  }
}
