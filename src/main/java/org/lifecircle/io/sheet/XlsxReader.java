package org.lifecircle.io.sheet;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;
import org.lifecircle.io.BoundedXml;
import org.lifecircle.io.Limits;
import org.lifecircle.io.RawTable;
import org.lifecircle.io.TableBuilder;
import org.lifecircle.io.UnpackedBytes;
import org.lifecircle.model.BadValueException;

/**
 * Reads the sheets of an XLSX workbook: the values as they are kept, formulas by their last result.
 * A small streamed reader, because the usual libraries build the whole workbook in memory, several
 * hundred times the size of the file.
 */
public final class XlsxReader {

  private static final int MAX_SHEETS = 20;

  /** Texts are kept while the sheets are read, so they are bounded closer than what streams by. */
  private static final int TEXT_RATIO = 20;

  private final Limits limits;

  public XlsxReader(Limits limits) {
    this.limits = limits;
  }

  /**
   * Reads a workbook: a table for each sheet that is not empty.
   *
   * @throws BadValueException if it is none, or over a limit
   */
  public List<RawTable> read(Path path, String shown) throws IOException {
    limits.requireSize(Files.size(path));
    try (ZipFile zip = new ZipFile(path.toFile())) {
      UnpackedBytes budget = new UnpackedBytes(Files.size(path), limits.unpacked());
      budget.requireEntries(zip.size());
      List<String> texts = sharedTexts(zip, budget);
      List<RawTable> tables = new ArrayList<>();
      for (Map.Entry<String, String> sheet : sheets(zip, budget).entrySet()) {
        ZipEntry entry = zip.getEntry(sheet.getValue());
        if (entry != null && tables.size() < MAX_SHEETS) {
          RawTable table = sheet(zip, entry, sheet.getKey(), shown, texts, budget);
          if (table != null) {
            tables.add(table);
          }
        }
      }
      if (tables.isEmpty()) {
        throw new BadValueException("工作簿中没有数据", "the workbook holds no data");
      }
      return tables;
    } catch (ZipException e) {
      throw new BadValueException("XLSX 文件已损坏", "the XLSX file is damaged");
    }
  }

  /** Files of the sheets by their titles, in the workbook's order. */
  private Map<String, String> sheets(ZipFile zip, UnpackedBytes budget) throws IOException {
    Map<String, String> targets = new LinkedHashMap<>();
    each(
        zip,
        "xl/_rels/workbook.xml.rels",
        budget,
        xml -> {
          if (xml.starts("Relationship")) {
            targets.put(xml.attribute("Id"), xml.attribute("Target"));
          }
        });
    Map<String, String> sheets = new LinkedHashMap<>();
    each(
        zip,
        "xl/workbook.xml",
        budget,
        xml -> {
          if (xml.starts("sheet")) {
            String target = targets.getOrDefault(xml.attribute("r:id"), "");
            String file = target.startsWith("/") ? target.substring(1) : "xl/" + target;
            sheets.put(xml.attribute("name"), file);
          }
        });
    return sheets;
  }

  private List<String> sharedTexts(ZipFile zip, UnpackedBytes budget) throws IOException {
    List<String> texts = new ArrayList<>();
    StringBuilder text = new StringBuilder();
    boolean[] inside = new boolean[2]; // a text, and its pronunciation
    long[] room = {TEXT_RATIO * budget.packedBytes() + (1 << 20)};
    each(
        zip,
        "xl/sharedStrings.xml",
        budget,
        xml -> {
          if (xml.starts("t")) {
            inside[0] = !inside[1];
          } else if (xml.ends("t")) {
            inside[0] = false;
          } else if (xml.starts("rPh") || xml.ends("rPh")) {
            inside[1] = xml.starts("rPh");
          } else if (xml.ends("si")) {
            texts.add(text.toString());
            text.setLength(0);
          } else if (inside[0]) {
            text.append(xml.text());
            limits.requireVertices(text.length() / 8L);
            room[0] -= xml.text().length();
            requireRoom(room[0]);
          }
        });
    return texts;
  }

  private static void requireRoom(long room) {
    if (room < 0) {
      throw new BadValueException(
          "工作簿中的文本超过文件大小的 " + TEXT_RATIO + " 倍，拒绝读取",
          "its texts are more than " + TEXT_RATIO + " times the size of the file; it is refused");
    }
  }

  private @Nullable RawTable sheet(
      ZipFile zip,
      ZipEntry entry,
      String title,
      String shown,
      List<String> texts,
      UnpackedBytes budget)
      throws IOException {
    TableBuilder table = new TableBuilder(shown, title, limits);
    SheetRows rows = new SheetRows(table, limits);
    XlsxCells cells = new XlsxCells(texts, limits, rows);
    each(zip, entry.getName(), budget, cells::take);
    if (cells.rows() == 0) {
      return null;
    }
    rows.finish();
    return table.table(null);
  }

  private interface Visitor {
    void visit(BoundedXml xml);
  }

  private void each(ZipFile zip, String name, UnpackedBytes budget, Visitor visitor)
      throws IOException {
    ZipEntry entry = zip.getEntry(name);
    if (entry == null) {
      return;
    }
    try (InputStream in = budget.metered(zip.getInputStream(entry));
        BoundedXml xml = BoundedXml.open(in, limits)) {
      while (xml.next()) {
        visitor.visit(xml);
      }
    }
  }
}
