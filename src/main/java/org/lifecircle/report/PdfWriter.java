package org.lifecircle.report;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.outputdevice.helper.ExternalResourceControlPriority;
import com.openhtmltopdf.pdfboxout.PdfBoxRenderer;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.render.DefaultObjectDrawerFactory;
import com.openhtmltopdf.slf4j.Slf4jLogger;
import com.openhtmltopdf.util.XRLog;
import java.io.IOException;
import java.io.OutputStream;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.GregorianCalendar;
import java.util.List;
import java.util.Map;
import java.util.zip.CRC32;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.lifecircle.report.map.Drawing;

/**
 * Sets a manuscript as PDF: tagged, with bookmarks, the font's used letters inside. The same
 * manuscript gives the same bytes: dates are the manuscript's, the file's id is drawn from its
 * text.
 */
final class PdfWriter {

  private static final String DRAWING = "application/x-drawing";
  private static final String PRODUCER = "LifeCircle";

  static {
    XRLog.setLoggerImpl(new Slf4jLogger()); // or it writes to the screen of whoever asks
  }

  private final Stationery stationery;

  PdfWriter(Stationery stationery) {
    this.stationery = stationery;
  }

  void write(Manuscript manuscript, OutputStream out) throws IOException {
    Words words = stationery.in(manuscript.language());
    Xhtml xhtml = new Xhtml(manuscript, words, stationery.typeface(), stationery.style());
    String page = xhtml.write();
    PdfRendererBuilder builder = new PdfRendererBuilder();
    builder.withHtmlContent(page, null);
    builder.withProducer(PRODUCER);
    builder.usePdfUaAccessibility(true);
    builder.useReplacementText("?");
    builder.useObjectDrawerFactory(drawers(xhtml.drawings()));
    String family = stationery.typeface().family();
    builder.useFont(stationery.typeface().file(), family, 400, FontStyle.NORMAL, true);
    builder.useExternalResourceAccessControl(
        (address, type) -> address == null || address.startsWith("data:"),
        ExternalResourceControlPriority.RUN_BEFORE_RESOLVING_URI);
    try (PdfBoxRenderer renderer = builder.buildPdfRenderer()) {
      renderer.layout();
      renderer.createPDFWithoutClosing();
      PDDocument document = renderer.getPdfDocument();
      describe(document, manuscript);
      CRC32 crc = new CRC32();
      crc.update(page.getBytes(java.nio.charset.StandardCharsets.UTF_8));
      document.setDocumentId(crc.getValue());
      document.save(out);
    }
  }

  private static DefaultObjectDrawerFactory drawers(List<Drawing> drawings) {
    DefaultObjectDrawerFactory factory = new DefaultObjectDrawerFactory();
    factory.registerDrawer(
        DRAWING,
        (element, x, y, width, height, device, context, dotsPerPixel) -> {
          Drawing drawing = drawings.get(Integer.parseInt(element.getAttribute("data")));
          float widthPixels = (float) (width / dotsPerPixel);
          float heightPixels = (float) (height / dotsPerPixel);
          for (Drawing part : drawing.parts()) {
            device.drawWithGraphics(
                (float) x,
                (float) y,
                widthPixels,
                heightPixels,
                part, // who has it again, points to it
                graphics -> {
                  double scale = widthPixels / drawing.widthPoints();
                  graphics.scale(scale, scale);
                  part.draw(graphics);
                });
          }
          return Map.of();
        });
    return factory;
  }

  private static void describe(PDDocument document, Manuscript manuscript) {
    PDDocumentInformation information = document.getDocumentInformation();
    GregorianCalendar at =
        GregorianCalendar.from(ZonedDateTime.ofInstant(manuscript.at(), ZoneOffset.UTC));
    information.setTitle(manuscript.title());
    information.setSubject(manuscript.subtitle());
    information.setAuthor(manuscript.author());
    information.setCreator(PRODUCER);
    information.setProducer(PRODUCER);
    information.setCreationDate(at);
    information.setModificationDate(at);
  }
}
