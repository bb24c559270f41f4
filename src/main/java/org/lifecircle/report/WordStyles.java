package org.lifecircle.report;

import java.math.BigInteger;
import org.apache.poi.xwpf.usermodel.XWPFAbstractNum;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFNumbering;
import org.apache.poi.xwpf.usermodel.XWPFStyle;
import org.apache.poi.xwpf.usermodel.XWPFStyles;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTAbstractNum;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTFonts;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTInd;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTLvl;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTPPrGeneral;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTRPr;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTStyle;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STJc;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STLineSpacingRule;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STNumberFormat;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STStyleType;

/** The styles of a report in Word. Change one, and all that is set in it follows. */
final class WordStyles {

  static final String TITLE = "Title";
  static final String SUBTITLE = "Subtitle";
  static final String COVER = "Cover";
  static final String CONTENTS = "TOCHeading";
  static final String CHAPTER = "Heading1";
  static final String SECTION = "Heading2";
  static final String BODY = "BodyText";
  static final String NOTE = "Note";
  static final String CAPTION = "Caption";
  static final String POINT = "ListBullet";
  static final String TERM = "Term";
  static final String VALUE = "KeyFigure";
  static final String HEAD = "TableHead";
  static final String CELL = "TableCell";
  static final String PICTURE = "Picture";

  private final XWPFStyles styles;
  private final String songti;
  private final String heiti;

  private WordStyles(XWPFStyles styles, String songti, String heiti) {
    this.styles = styles;
    this.songti = songti;
    this.heiti = heiti;
  }

  static void define(XWPFDocument document, Words words) {
    WordStyles made =
        new WordStyles(
            document.createStyles(), words.say("word.font"), words.say("word.heading_font"));
    made.add("Normal", "Normal", 21, false, 0, 0);
    made.add(TITLE, "Title", 56, true, 3600, 240);
    made.add(SUBTITLE, "Subtitle", 30, true, 0, 1200);
    made.add(COVER, "Cover", 22, false, 0, 60);
    made.add(CONTENTS, "TOC Heading", 32, true, 0, 200);
    made.add("TOC1", "toc 1", 21, false, 80, 0);
    made.indented("TOC2", "toc 2", 19);
    made.heading(CHAPTER, "heading 1", 34, 0, 0);
    made.heading(SECTION, "heading 2", 26, 1, 240);
    made.add(BODY, "Body Text", 21, false, 60, 120);
    made.add(NOTE, "Note", 16, false, 40, 60);
    made.add(CAPTION, "caption", 18, true, 120, 80);
    made.bullets(POINT, "List Bullet", 20, document.createNumbering());
    made.add(TERM, "Term", 20, false, 0, 80);
    made.add(VALUE, "Key Figure", 30, true, 60, 0);
    made.add(HEAD, "Table Head", 15, true, 0, 0);
    made.add(CELL, "Table Cell", 15, false, 0, 0);
    made.add(PICTURE, "Picture", 16, false, 0, 0);
  }

  private void add(String id, String name, int halfPoints, boolean heading, int before, int after) {
    add(style(id, name, halfPoints, heading, before, after));
  }

  /** The document keeps a copy: what is changed in the style later is lost. */
  private void add(CTStyle style) {
    styles.addStyle(new XWPFStyle(style));
  }

  private CTStyle style(
      String id, String name, int halfPoints, boolean heading, int before, int after) {
    CTStyle style = CTStyle.Factory.newInstance();
    style.setStyleId(id);
    style.setType(STStyleType.PARAGRAPH);
    style.addNewName().setVal(name);
    if (!id.equals("Normal")) {
      style.addNewBasedOn().setVal("Normal");
    } else {
      style.setDefault(true);
    }
    style.addNewQFormat();
    CTPPrGeneral paragraph = style.addNewPPr();
    var spacing = paragraph.addNewSpacing();
    spacing.setBefore(BigInteger.valueOf(before));
    spacing.setAfter(BigInteger.valueOf(after));
    spacing.setLine(BigInteger.valueOf(264));
    spacing.setLineRule(STLineSpacingRule.AUTO);
    if (id.equals(TITLE) || id.equals(SUBTITLE) || id.equals(COVER)) {
      paragraph.addNewJc().setVal(STJc.CENTER);
    }
    CTRPr letters = style.addNewRPr();
    CTFonts fonts = letters.addNewRFonts();
    fonts.setAscii(heading ? heiti : songti);
    fonts.setHAnsi(heading ? heiti : songti);
    fonts.setEastAsia(heading ? heiti : songti);
    letters.addNewSz().setVal(BigInteger.valueOf(halfPoints));
    letters.addNewSzCs().setVal(BigInteger.valueOf(halfPoints));
    if (heading) {
      letters.addNewColor().setVal("1F4E46");
    }
    return style;
  }

  private void heading(String id, String name, int halfPoints, int level, int before) {
    CTStyle style = style(id, name, halfPoints, true, before, 120);
    style.getPPr().addNewKeepNext();
    style.getPPr().addNewOutlineLvl().setVal(BigInteger.valueOf(level));
    style.addNewNext().setVal(BODY);
    add(style);
  }

  private void indented(String id, String name, int halfPoints) {
    CTStyle style = style(id, name, halfPoints, false, 0, 0);
    style.getPPr().addNewInd().setLeft(BigInteger.valueOf(400));
    add(style);
  }

  private void bullets(String id, String name, int halfPoints, XWPFNumbering numbering) {
    CTAbstractNum list = CTAbstractNum.Factory.newInstance();
    list.setAbstractNumId(BigInteger.ZERO);
    CTLvl level = list.addNewLvl();
    level.setIlvl(BigInteger.ZERO);
    level.addNewNumFmt().setVal(STNumberFormat.BULLET);
    level.addNewPStyle().setVal(id);
    level.addNewLvlText().setVal("•");
    BigInteger of = numbering.addNum(numbering.addAbstractNum(new XWPFAbstractNum(list)));
    CTStyle style = style(id, name, halfPoints, false, 0, 60);
    style.getPPr().addNewNumPr().addNewNumId().setVal(of);
    CTInd indent = style.getPPr().addNewInd();
    indent.setLeft(BigInteger.valueOf(280));
    indent.setHanging(BigInteger.valueOf(280));
    add(style);
  }
}
