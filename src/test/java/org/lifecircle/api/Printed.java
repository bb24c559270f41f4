package org.lifecircle.api;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.poi.xwpf.usermodel.XWPFTableCell;
import org.apache.poi.xwpf.usermodel.XWPFTableRow;
import org.lifecircle.model.StudyArea;
import org.lifecircle.store.Workspace;

/** A report as somebody reads it who only has the file. */
final class Printed {

  private final byte[] bytes;

  Printed(byte[] bytes) {
    this.bytes = bytes.clone();
  }

  byte[] bytes() {
    return bytes.clone();
  }

  /** The report of a town that was set down in Xigong. */
  static Printed of(Path folder, StudyArea area, String path, Map<String, String> query) {
    try {
      Workspace workspace = Workspace.at(folder.resolve("workspace"));
      String id = area.profile().id();
      if (workspace.findCurrent(id).isEmpty()) {
        Served.keep(workspace, area);
      }
      var stored = workspace.read(workspace.findCurrent(id).orElseThrow());
      AreaQuestions questions = new AreaQuestions(stored, Served.policy(), ServerSettings.USUAL);
      Path file = folder.resolve("report");
      questions.download(path, query, file);
      return new Printed(Files.readAllBytes(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A PDF's lines of text, as they stand on the page, with single blanks. */
  List<String> lines() throws IOException {
    try (PDDocument document = Loader.loadPDF(bytes)) {
      PDFTextStripper stripper = new PDFTextStripper();
      stripper.setSortByPosition(true);
      return stripper.getText(document).lines().map(Printed::plain).toList();
    }
  }

  /** The text of each page of a PDF, without blanks: wherever lines break. */
  List<String> pages() throws IOException {
    List<String> pages = new ArrayList<>();
    try (PDDocument document = Loader.loadPDF(bytes)) {
      for (int page = 1; page <= document.getNumberOfPages(); page++) {
        PDFTextStripper stripper = new PDFTextStripper();
        stripper.setStartPage(page);
        stripper.setEndPage(page);
        pages.add(stripper.getText(document).replaceAll("\\s", ""));
      }
    }
    return pages;
  }

  /** The rows of a Word document's tables, cells separated by blanks. */
  List<String> rows() throws IOException {
    List<String> rows = new ArrayList<>();
    try (XWPFDocument document = new XWPFDocument(new ByteArrayInputStream(bytes))) {
      for (XWPFTable table : document.getTables()) {
        for (XWPFTableRow row : table.getRows()) {
          rows.add(
              row.getTableCells().stream()
                  .map(XWPFTableCell::getText)
                  .map(Printed::plain)
                  .collect(Collectors.joining(" ")));
        }
      }
    }
    return rows;
  }

  private static String plain(String text) {
    return text.replaceAll("\\s+", " ").strip();
  }
}
