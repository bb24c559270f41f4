package org.lifecircle.report;

import java.util.ArrayList;
import java.util.List;

/** What the report's words mean. */
final class GlossaryChapter {

  private static final int WORDS = 60;

  private final Draft draft;

  GlossaryChapter(Draft draft) {
    this.draft = draft;
  }

  Chapter write() {
    List<Block.Term> terms = new ArrayList<>();
    for (int i = 1; i <= WORDS; i++) {
      draft
          .words()
          .find("term." + i)
          .map(entry -> entry.split("\\|", 2))
          .filter(parts -> parts.length == 2)
          .ifPresent(parts -> terms.add(new Block.Term(parts[0].strip(), parts[1].strip())));
    }
    Chapter.Writer chapter = new Chapter.Writer(draft.say("glossary.title"));
    if (!terms.isEmpty()) {
      chapter.add(new Block.Terms(terms));
    }
    return chapter.chapter();
  }
}
