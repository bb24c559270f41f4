package org.lifecircle.report;

import java.util.List;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.xmlbeans.impl.xb.xmlschema.SpaceAttribute;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTFldChar;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTText;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STFldCharType;

/** Fields: what Word works out itself, with what it came to when we looked. */
final class WordFields {

  private WordFields() {}

  /** A line of the table of contents. */
  record Entry(String style, String words) {}

  /** The table of contents; Word puts in the pages when it opens the file, and asks first. */
  static void contents(XWPFDocument document, List<Entry> entries) {
    for (int i = 0; i < entries.size(); i++) {
      XWPFParagraph paragraph = document.createParagraph();
      paragraph.setStyle(entries.get(i).style());
      if (i == 0) {
        begin(paragraph, "TOC \\o \"1-2\" \\h \\z \\u", true);
      }
      paragraph.createRun().setText(entries.get(i).words());
      if (i == entries.size() - 1) {
        end(paragraph);
      }
    }
  }

  /** The number of a table or figure. */
  static void number(XWPFParagraph paragraph, String sequence, int number) {
    field(paragraph, "SEQ " + sequence + " \\* ARABIC", String.valueOf(number));
  }

  static void page(XWPFParagraph paragraph) {
    field(paragraph, "PAGE", "1");
  }

  static void pages(XWPFParagraph paragraph) {
    field(paragraph, "NUMPAGES", "1");
  }

  private static void field(XWPFParagraph paragraph, String instruction, String value) {
    begin(paragraph, instruction, false);
    paragraph.getCTP().addNewR().addNewT().setStringValue(value);
    end(paragraph);
  }

  private static void begin(XWPFParagraph paragraph, String instruction, boolean dirty) {
    CTFldChar mark = paragraph.getCTP().addNewR().addNewFldChar();
    mark.setFldCharType(STFldCharType.BEGIN);
    if (dirty) {
      mark.setDirty(true);
    }
    CTText text = paragraph.getCTP().addNewR().addNewInstrText();
    text.setStringValue(" " + instruction + " ");
    text.setSpace(SpaceAttribute.Space.PRESERVE);
    paragraph.getCTP().addNewR().addNewFldChar().setFldCharType(STFldCharType.SEPARATE);
  }

  private static void end(XWPFParagraph paragraph) {
    paragraph.getCTP().addNewR().addNewFldChar().setFldCharType(STFldCharType.END);
  }
}
