package org.lifecircle.report;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.poi.common.usermodel.PictureType;
import org.apache.poi.openxml4j.exceptions.InvalidFormatException;
import org.apache.poi.util.Units;
import org.apache.poi.xwpf.usermodel.ParagraphAlignment;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFPicture;
import org.apache.poi.xwpf.usermodel.XWPFRun;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.poi.xwpf.usermodel.XWPFTableCell;
import org.apache.poi.xwpf.usermodel.XWPFTableRow;
import org.lifecircle.report.Block.Align;
import org.lifecircle.report.Block.KeyFigure;
import org.lifecircle.report.map.Drawing;
import org.lifecircle.report.map.Pictures;

/**
 * Sets a manuscript as a Word document that people can work on: headings, captions and tables are
 * styles, contents and numbers are fields. Drawings are pictures. Same manuscript, same bytes.
 */
final class WordWriter {

  private static final double DOTS_PER_INCH = 180;

  private final Manuscript manuscript;
  private final Words words;
  private final XWPFDocument document = new XWPFDocument();
  private int pictures;
  private int tables;
  private int figures;

  WordWriter(Stationery stationery, Manuscript manuscript) {
    this.manuscript = manuscript;
    words = stationery.in(manuscript.language());
  }

  void write(OutputStream out) throws IOException {
    WordStyles.define(document, words);
    WordPage.set(document, manuscript.title());
    describe();
    if (manuscript.contents()) {
      cover();
      paragraph(WordStyles.CONTENTS, words.say("contents"));
      WordFields.contents(document, contents());
    }
    int number = 0;
    for (Chapter chapter : manuscript.chapters()) {
      number++;
      String title = manuscript.contents() ? number + "  " + chapter.title() : chapter.title();
      XWPFParagraph heading = paragraph(WordStyles.CHAPTER, title);
      heading.setPageBreak(number > 1 || manuscript.contents());
      for (Block block : chapter.blocks()) {
        write(block);
      }
    }
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    document.write(bytes);
    document.close();
    SteadyZip.rewrite(bytes.toByteArray(), out);
  }

  private List<WordFields.Entry> contents() {
    List<WordFields.Entry> entries = new ArrayList<>();
    int number = 0;
    for (Chapter chapter : manuscript.chapters()) {
      number++;
      entries.add(new WordFields.Entry("TOC1", number + "  " + legal(chapter.title())));
      for (Block block : chapter.blocks()) {
        if (block instanceof Block.Heading heading) {
          entries.add(new WordFields.Entry("TOC2", legal(heading.words())));
        }
      }
    }
    return entries;
  }

  private void describe() {
    var core = document.getProperties().getCoreProperties();
    core.setTitle(manuscript.title());
    core.setSubjectProperty(manuscript.subtitle());
    core.setCreator(manuscript.author());
    core.setCreated(Optional.of(Date.from(manuscript.at())));
    core.setModified(Optional.of(Date.from(manuscript.at())));
  }

  private void cover() throws IOException {
    String logo = manuscript.logo();
    if (logo != null) {
      byte[] png = Base64.getDecoder().decode(logo);
      picture(document.createParagraph(), png, "logo", 120, 60);
    }
    paragraph(WordStyles.TITLE, manuscript.title());
    paragraph(WordStyles.SUBTITLE, manuscript.subtitle());
    for (String line : manuscript.lines()) {
      paragraph(WordStyles.COVER, line);
    }
    paragraph(
        WordStyles.COVER,
        DateTimeFormatter.ofPattern("yyyy-MM-dd", Locale.ROOT)
            .withZone(ZoneOffset.UTC)
            .format(manuscript.at()));
    document.createParagraph().setPageBreak(true);
  }

  private XWPFParagraph paragraph(String style, String text) {
    XWPFParagraph paragraph = document.createParagraph();
    paragraph.setStyle(style);
    paragraph.createRun().setText(legal(text));
    return paragraph;
  }

  /** What XML cannot hold is shown by its code point. */
  static String legal(String text) {
    StringBuilder out = new StringBuilder(text.length());
    text.codePoints()
        .forEach(
            c -> {
              boolean legal =
                  (c >= 0x20 && c < 0xD800) || (c >= 0xE000 && c < 0xFFFE) || c >= 0x10000;
              if (legal) {
                out.appendCodePoint(c);
              } else if (Character.isWhitespace(c)) {
                out.append(' ');
              } else {
                out.append(String.format(Locale.ROOT, "[U+%04X]", c));
              }
            });
    return out.toString();
  }

  private void write(Block block) throws IOException {
    if (block instanceof Block.Heading heading) {
      paragraph(WordStyles.SECTION, heading.words());
    } else if (block instanceof Block.Paragraph paragraph) {
      paragraph(WordStyles.BODY, paragraph.words());
    } else if (block instanceof Block.Note note) {
      paragraph(WordStyles.NOTE, note.words());
    } else if (block instanceof Block.KeyFigures keys) {
      keyFigures(keys.figures());
    } else if (block instanceof Block.Table table) {
      table(table);
    } else if (block instanceof Block.Figure figure) {
      drawing(document.createParagraph(), figure.drawing()).setKeepNext(true);
      caption(false, ++figures, figure.caption());
    } else if (block instanceof Block.Figures several) {
      figures(several);
    } else if (block instanceof Block.Terms terms) {
      for (Block.Term term : terms.terms()) {
        XWPFParagraph line = document.createParagraph();
        line.setStyle(WordStyles.TERM);
        XWPFRun word = line.createRun();
        word.setBold(true);
        word.setText(legal(term.word()) + "  ");
        line.createRun().setText(legal(term.meaning()));
      }
    } else if (block instanceof Block.Points points) {
      points.points().forEach(point -> paragraph(WordStyles.POINT, point));
    }
  }

  private void keyFigures(List<KeyFigure> keys) {
    XWPFTable table = document.createTable(1, keys.size());
    WordTables.plain(table, keys.size());
    for (int i = 0; i < keys.size(); i++) {
      XWPFTableCell cell = table.getRow(0).getCell(i);
      XWPFParagraph value = cell.getParagraphs().get(0);
      value.setStyle(WordStyles.VALUE);
      value.createRun().setText(legal((keys.get(i).value() + " " + keys.get(i).beside()).strip()));
      XWPFParagraph about = cell.addParagraph();
      about.setStyle(WordStyles.NOTE);
      about.createRun().setText(legal(keys.get(i).words()));
    }
    document.createParagraph().setStyle(WordStyles.NOTE);
  }

  private void table(Block.Table table) {
    caption(true, ++tables, table.caption()).setKeepNext(true);
    XWPFTable set = document.createTable(table.rows().size() + 1, table.columns().size());
    WordTables.lined(set, table.columns());
    XWPFTableRow head = set.getRow(0);
    head.setRepeatHeader(true);
    head.setCantSplitRow(true);
    for (int i = 0; i < table.columns().size(); i++) {
      cell(
          head, i, table.columns().get(i).words(), WordStyles.HEAD, table.columns().get(i).align());
      head.getCell(i).setColor("E8EEEC");
    }
    for (int r = 0; r < table.rows().size(); r++) {
      XWPFTableRow row = set.getRow(r + 1);
      row.setCantSplitRow(true);
      for (int i = 0; i < table.columns().size(); i++) {
        String text = table.rows().get(r).get(i);
        cell(row, i, text, WordStyles.CELL, table.columns().get(i).align());
      }
    }
    document.createParagraph().setStyle(WordStyles.NOTE);
  }

  private static void cell(XWPFTableRow row, int i, String text, String style, Align align) {
    XWPFParagraph paragraph = row.getCell(i).getParagraphs().get(0);
    paragraph.setStyle(style);
    if (align == Align.NUMBER) {
      paragraph.setAlignment(ParagraphAlignment.RIGHT);
    }
    paragraph.createRun().setText(legal(text));
  }

  /** A caption whose number is a field, so that it counts on when something is put in before it. */
  private XWPFParagraph caption(boolean ofTable, int number, String caption) {
    XWPFParagraph paragraph = document.createParagraph();
    paragraph.setStyle(WordStyles.CAPTION);
    String said = words.say(ofTable ? "table.number" : "figure.number", "\u0001", "\u0002");
    for (String part : said.split("(?=[\u0001\u0002])|(?<=[\u0001\u0002])", -1)) {
      if (part.equals("\u0001")) {
        WordFields.number(paragraph, ofTable ? "Table" : "Figure", number);
      } else if (part.equals("\u0002")) {
        paragraph.createRun().setText(legal(caption));
      } else if (!part.isEmpty()) {
        paragraph.createRun().setText(part);
      }
    }
    return paragraph;
  }

  private void figures(Block.Figures several) throws IOException {
    drawing(document.createParagraph(), several.legend());
    int rows = (several.drawings().size() + 1) / 2;
    XWPFTable table = document.createTable(rows, 2);
    WordTables.plain(table, 2);
    for (int i = 0; i < several.drawings().size(); i++) {
      XWPFTableRow row = table.getRow(i / 2);
      row.setCantSplitRow(true);
      drawing(row.getCell(i % 2).getParagraphs().get(0), several.drawings().get(i));
    }
    caption(false, ++figures, several.caption());
  }

  private XWPFParagraph drawing(XWPFParagraph paragraph, Drawing drawing) throws IOException {
    picture(
        paragraph,
        Pictures.png(drawing, DOTS_PER_INCH),
        drawing.description(),
        drawing.widthPoints(),
        drawing.heightPoints());
    paragraph.setStyle(WordStyles.PICTURE);
    return paragraph;
  }

  private void picture(XWPFParagraph paragraph, byte[] png, String about, double wide, double high)
      throws IOException {
    try {
      XWPFPicture picture =
          paragraph
              .createRun()
              .addPicture(
                  new ByteArrayInputStream(png),
                  PictureType.PNG,
                  "picture" + ++pictures + ".png",
                  Units.toEMU(wide),
                  Units.toEMU(high));
      picture.getCTPicture().getNvPicPr().getCNvPr().setDescr(legal(about));
    } catch (InvalidFormatException e) {
      throw new IOException(e);
    }
  }
}
