package org.lifecircle.report;

import java.util.List;
import org.lifecircle.report.map.Drawing;

/** A piece of a document, before it is set as PDF or Word. */
sealed interface Block {

  /** A heading below the chapter's. */
  record Heading(String words) implements Block {}

  record Paragraph(String words) implements Block {}

  /** Said small: where figures come from, what they leave out. */
  record Note(String words) implements Block {}

  /** A few large figures beside one another. */
  record KeyFigures(List<KeyFigure> figures) implements Block {
    public KeyFigures {
      figures = List.copyOf(figures);
    }
  }

  record KeyFigure(String value, String words, String beside) {}

  /** How the cells of a column stand. */
  enum Align {
    TEXT,
    NUMBER
  }

  /**
   * A column.
   *
   * @param width relative to the others
   */
  record Column(String words, int width, Align align) {

    static Column text(String words, int width) {
      return new Column(words, width, Align.TEXT);
    }

    static Column number(String words, int width) {
      return new Column(words, width, Align.NUMBER);
    }
  }

  /** A table; never without rows. */
  record Table(String caption, List<Column> columns, List<List<String>> rows) implements Block {
    public Table {
      columns = List.copyOf(columns);
      rows = List.copyOf(rows);
    }
  }

  record Figure(String caption, Drawing drawing) implements Block {}

  /** Small drawings side by side under one caption. */
  record Figures(String caption, List<Drawing> drawings, Drawing legend) implements Block {
    public Figures {
      drawings = List.copyOf(drawings);
    }
  }

  record Term(String word, String meaning) {}

  record Terms(List<Term> terms) implements Block {
    public Terms {
      terms = List.copyOf(terms);
    }
  }

  record Points(List<String> points) implements Block {
    public Points {
      points = List.copyOf(points);
    }
  }
}
