package org.lifecircle.report;

import java.math.BigInteger;
import org.apache.poi.wp.usermodel.HeaderFooterType;
import org.apache.poi.xwpf.usermodel.ParagraphAlignment;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTPageMar;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTPageSz;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTSectPr;

/** A4 with margins of 20 mm, the title above and the page's number beneath. */
final class WordPage {

  private static final int MARGIN_TWIPS = 1134;

  private WordPage() {}

  static void set(XWPFDocument document, String title) {
    CTSectPr section = document.getDocument().getBody().addNewSectPr();
    CTPageSz size = section.addNewPgSz();
    size.setW(BigInteger.valueOf(11906));
    size.setH(BigInteger.valueOf(16838));
    CTPageMar margins = section.addNewPgMar();
    BigInteger margin = BigInteger.valueOf(MARGIN_TWIPS);
    margins.setLeft(margin);
    margins.setRight(margin);
    margins.setTop(margin);
    margins.setBottom(margin);
    margins.setHeader(BigInteger.valueOf(567));
    margins.setFooter(BigInteger.valueOf(567));
    XWPFParagraph head = document.createHeader(HeaderFooterType.DEFAULT).createParagraph();
    head.setStyle(WordStyles.NOTE);
    head.createRun().setText(WordWriter.legal(title));
    XWPFParagraph foot = document.createFooter(HeaderFooterType.DEFAULT).createParagraph();
    foot.setStyle(WordStyles.NOTE);
    foot.setAlignment(ParagraphAlignment.CENTER);
    WordFields.page(foot);
    foot.createRun().setText(" / ");
    WordFields.pages(foot);
  }
}
