package org.lifecircle.report;

import java.util.ArrayList;
import java.util.List;

/** A chapter of a report. One without anything to tell is not printed. */
record Chapter(String title, List<Block> blocks) {

  Chapter {
    blocks = List.copyOf(blocks);
  }

  /** Gathers a chapter piece by piece. */
  static final class Writer {
    private final String title;
    private final List<Block> blocks = new ArrayList<>();

    Writer(String title) {
      this.title = title;
    }

    Writer add(Block block) {
      blocks.add(block);
      return this;
    }

    Writer say(String words) {
      return add(new Block.Paragraph(words));
    }

    Writer note(String words) {
      return add(new Block.Note(words));
    }

    Writer heading(String words) {
      return add(new Block.Heading(words));
    }

    /** Adds a table, unless it has no rows. */
    Writer table(String caption, List<Block.Column> columns, List<List<String>> rows) {
      if (!rows.isEmpty()) {
        blocks.add(new Block.Table(caption, columns, rows));
      }
      return this;
    }

    Chapter chapter() {
      return new Chapter(title, blocks);
    }
  }
}
