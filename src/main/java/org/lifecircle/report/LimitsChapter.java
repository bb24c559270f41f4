package org.lifecircle.report;

import static org.lifecircle.report.Block.Column.number;
import static org.lifecircle.report.Block.Column.text;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.lifecircle.model.DataIssue;

/** What was wrong with the data, what was done about it, and what the figures cannot say. */
final class LimitsChapter {

  private static final int LIMITS = 20;
  private static final int EXAMPLE = 140;

  private final Draft draft;

  LimitsChapter(Draft draft) {
    this.draft = draft;
  }

  private record Kind(String layer, String code, String action) {}

  Chapter write() {
    Chapter.Writer chapter = new Chapter.Writer(draft.say("limits.title"));
    List<String> limits = new ArrayList<>();
    for (int i = 1; i <= LIMITS; i++) {
      draft.words().find("limits." + i).ifPresent(limits::add);
    }
    chapter.add(new Block.Points(limits));
    chapter.heading(draft.say("issues.heading"));
    List<DataIssue> issues = draft.facts().issues();
    if (issues.isEmpty()) {
      chapter.say(draft.say("issues.none"));
      return chapter.chapter();
    }
    Map<Kind, Integer> counts = new LinkedHashMap<>();
    Map<Kind, String> examples = new LinkedHashMap<>();
    for (DataIssue issue : issues) {
      Kind kind = new Kind(issue.layer(), issue.code(), issue.action().code());
      counts.merge(kind, 1, Integer::sum);
      examples.putIfAbsent(kind, draft.words().in(issue.message()));
    }
    chapter.say(draft.say("issues.said", Figures.whole(issues.size())));
    List<List<String>> rows = new ArrayList<>();
    counts.forEach(
        (kind, count) ->
            rows.add(
                List.of(
                    draft.layer(kind.layer()),
                    kind.code(),
                    draft.say("action." + kind.action()),
                    Figures.whole(count),
                    cut(String.valueOf(examples.get(kind))))));
    draft.table(
        chapter,
        draft.say("issues.caption"),
        List.of(
            text(draft.say("column.layer"), 12),
            text(draft.say("column.code"), 20),
            text(draft.say("column.action"), 11),
            number(draft.say("column.number"), 9),
            text(draft.say("column.example"), 48)),
        rows,
        Draft.ROWS,
        "collections/issues");
    return chapter.chapter();
  }

  private static String cut(String message) {
    return message.codePointCount(0, message.length()) <= EXAMPLE
        ? message
        : message.substring(0, message.offsetByCodePoints(0, EXAMPLE)) + "…";
  }
}
