package org.lifecircle.report;

import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.lifecircle.report.Block.Align;
import org.lifecircle.report.Block.Column;
import org.lifecircle.report.Block.KeyFigure;
import org.lifecircle.report.Block.Term;
import org.lifecircle.report.map.Drawing;
import org.lifecircle.report.map.Typeface;

/**
 * A manuscript as a page that the PDF is set from. Drawings are numbered objects, drawn when their
 * place is known. Nothing anybody wrote becomes markup.
 */
final class Xhtml {

  private final Manuscript manuscript;
  private final Words words;
  private final Typeface typeface;
  private final String style;
  private final StringBuilder page = new StringBuilder(1 << 16);
  private final List<Drawing> drawings = new ArrayList<>();
  private int tables;
  private int figures;
  private int anchors;

  Xhtml(Manuscript manuscript, Words words, Typeface typeface, String style) {
    this.manuscript = manuscript;
    this.words = words;
    this.typeface = typeface;
    this.style = style;
  }

  List<Drawing> drawings() {
    return drawings;
  }

  String write() {
    StringBuilder body = body();
    page.append("<!DOCTYPE html>\n<html lang=\"").append(manuscript.language()).append("\"><head>");
    page.append("<title>").append(text(manuscript.title())).append("</title>");
    page.append("<meta name=\"author\" content=\"").append(text(manuscript.author()));
    page.append("\"/><meta name=\"subject\" content=\"").append(text(manuscript.subtitle()));
    page.append("\"/><meta name=\"description\" content=\"").append(text(manuscript.subtitle()));
    page.append("\"/>");
    bookmarks();
    page.append("<style>").append(style.replace("FONT", typeface.family())).append("</style>");
    page.append("</head><body>").append(body).append("</body></html>");
    return page.toString();
  }

  private record Mark(String words, String anchor, List<Mark> below) {}

  private final List<Mark> marks = new ArrayList<>();

  private void bookmarks() {
    page.append("<bookmarks>");
    for (Mark mark : marks) {
      page.append("<bookmark name=\"").append(text(mark.words()));
      page.append("\" href=\"#").append(mark.anchor()).append("\">");
      for (Mark below : mark.below()) {
        page.append("<bookmark name=\"").append(text(below.words()));
        page.append("\" href=\"#").append(below.anchor()).append("\"/>");
      }
      page.append("</bookmark>");
    }
    page.append("</bookmarks>");
  }

  private StringBuilder body() {
    StringBuilder chapters = new StringBuilder(1 << 16);
    int number = 0;
    for (Chapter chapter : manuscript.chapters()) {
      number++;
      String title = manuscript.contents() ? number + "  " + chapter.title() : chapter.title();
      String anchor = "c" + number;
      Mark mark = new Mark(title, anchor, new ArrayList<>());
      marks.add(mark);
      chapters.append("<h1 id=\"").append(anchor).append("\">").append(text(title));
      chapters.append("</h1>");
      for (Block block : chapter.blocks()) {
        write(chapters, block, mark);
      }
    }
    StringBuilder body = new StringBuilder(chapters.length() + 8192);
    body.append("<div id=\"running\">").append(text(manuscript.title())).append("</div>");
    if (manuscript.contents()) {
      cover(body);
      contents(body);
    }
    return body.append(chapters);
  }

  private void cover(StringBuilder out) {
    out.append("<div class=\"cover\">");
    String logo = manuscript.logo();
    if (logo != null) {
      out.append("<img class=\"logo\" alt=\"").append(text(manuscript.author()));
      out.append("\" src=\"data:image/png;base64,");
      out.append(logo).append("\"/>");
    }
    out.append("<p class=\"title\">").append(text(manuscript.title())).append("</p>");
    out.append("<p class=\"subtitle\">").append(text(manuscript.subtitle())).append("</p>");
    for (String line : manuscript.lines()) {
      out.append("<p class=\"line\">").append(text(line)).append("</p>");
    }
    out.append("<p class=\"line\">").append(date()).append("</p></div>");
  }

  private String date() {
    return DateTimeFormatter.ofPattern("yyyy-MM-dd", Locale.ROOT)
        .withZone(ZoneOffset.UTC)
        .format(manuscript.at());
  }

  private void contents(StringBuilder out) {
    out.append("<div class=\"contents\"><p class=\"head\">").append(text(words.say("contents")));
    out.append("</p>");
    for (Mark mark : marks) {
      entry(out, mark, "first");
      mark.below().forEach(below -> entry(out, below, "second"));
    }
    out.append("</div>");
  }

  private void entry(StringBuilder out, Mark mark, String level) {
    out.append("<p class=\"").append(level).append("\"><a href=\"#").append(mark.anchor());
    out.append("\" title=\"").append(text(mark.words()));
    out.append("\">").append(text(mark.words())).append("</a></p>");
  }

  private void write(StringBuilder out, Block block, Mark chapter) {
    if (block instanceof Block.Heading heading) {
      String anchor = "s" + ++anchors;
      chapter.below().add(new Mark(heading.words(), anchor, List.of()));
      out.append("<h2 id=\"").append(anchor).append("\">").append(text(heading.words()));
      out.append("</h2>");
    } else if (block instanceof Block.Paragraph paragraph) {
      out.append("<p>").append(text(paragraph.words())).append("</p>");
    } else if (block instanceof Block.Note note) {
      out.append("<p class=\"note\">").append(text(note.words())).append("</p>");
    } else if (block instanceof Block.KeyFigures keys) {
      keyFigures(out, keys.figures());
    } else if (block instanceof Block.Table table) {
      table(out, table);
    } else if (block instanceof Block.Figure figure) {
      out.append("<div class=\"figure\">");
      draw(out, figure.drawing());
      caption(out, figure.caption()).append("</div>");
    } else if (block instanceof Block.Figures several) {
      figures(out, several);
    } else if (block instanceof Block.Terms terms) {
      out.append("<dl>");
      for (Term term : terms.terms()) {
        out.append("<dt>").append(text(term.word())).append("</dt><dd>");
        out.append(text(term.meaning())).append("</dd>");
      }
      out.append("</dl>");
    } else if (block instanceof Block.Points points) {
      out.append("<ul>");
      points.points().forEach(p -> out.append("<li>").append(text(p)).append("</li>"));
      out.append("</ul>");
    }
  }

  private void keyFigures(StringBuilder out, List<KeyFigure> keys) {
    out.append("<table class=\"keys\"><tr>");
    for (KeyFigure key : keys) {
      out.append("<td><p class=\"value\">").append(text(key.value()));
      if (!key.beside().isEmpty()) {
        out.append("<span> ").append(text(key.beside())).append("</span>");
      }
      out.append("</p><p class=\"words\">").append(text(key.words())).append("</p></td>");
    }
    out.append("</tr></table>");
  }

  private void table(StringBuilder out, Block.Table table) {
    tables++;
    String caption = words.say("table.number", tables, table.caption());
    out.append("<p class=\"caption\">").append(text(caption)).append("</p>");
    out.append("<table class=\"data\"><colgroup>");
    double all = table.columns().stream().mapToInt(Column::width).sum();
    for (Column column : table.columns()) {
      out.append(
          String.format(Locale.ROOT, "<col style=\"width:%.2f%%\"/>", 100 * column.width() / all));
    }
    out.append("</colgroup><thead><tr>");
    for (Column column : table.columns()) {
      out.append(column.align() == Align.NUMBER ? "<th class=\"n\">" : "<th>");
      out.append(text(column.words())).append("</th>");
    }
    out.append("</tr></thead><tbody>");
    for (List<String> row : table.rows()) {
      out.append("<tr>");
      for (int i = 0; i < row.size(); i++) {
        boolean number = table.columns().get(i).align() == Align.NUMBER;
        out.append(number ? "<td class=\"n\">" : "<td>").append(breakable(row.get(i)));
        out.append("</td>");
      }
      out.append("</tr>");
    }
    out.append("</tbody></table>");
  }

  private void figures(StringBuilder out, Block.Figures several) {
    out.append("<div class=\"legend\">");
    draw(out, several.legend());
    out.append("</div><table class=\"pictures\">");
    for (int i = 0; i < several.drawings().size(); i += 2) {
      out.append("<tr><td>");
      draw(out, several.drawings().get(i));
      out.append("</td><td>");
      if (i + 1 < several.drawings().size()) {
        draw(out, several.drawings().get(i + 1));
      }
      out.append("</td></tr>");
    }
    out.append("</table>");
    caption(out, several.caption());
  }

  private StringBuilder caption(StringBuilder out, String caption) {
    figures++;
    out.append("<p class=\"caption\">");
    return out.append(text(words.say("figure.number", figures, caption))).append("</p>");
  }

  private void draw(StringBuilder out, Drawing drawing) {
    String alt = text(drawing.description());
    out.append(
        String.format(
            Locale.ROOT,
            "<object type=\"application/x-drawing\" data=\"%d\" alt=\"%s\" title=\"%s\""
                + " style=\"width:%.2fpt;height:%.2fpt\"></object>",
            drawings.size(),
            alt,
            alt,
            drawing.widthPoints(),
            drawing.heightPoints()));
    drawings.add(drawing);
  }

  /** As text of a page, whatever stands in it. */
  private String text(String words) {
    String settable = typeface.settable(words);
    StringBuilder out = new StringBuilder(settable.length() + 16);
    for (int i = 0; i < settable.length(); i++) {
      char c = settable.charAt(i);
      switch (c) {
        case '&' -> out.append("&amp;");
        case '<' -> out.append("&lt;");
        case '>' -> out.append("&gt;");
        case '"' -> out.append("&quot;");
        default -> out.append(c);
      }
    }
    return out.toString();
  }

  /** The same in a narrow cell: ids have no blanks, so they may break after their own signs. */
  private String breakable(String words) {
    return text(words).replaceAll("(?<=[^\\s<>&;]{6}[/_:-])", "<wbr/>");
  }
}
