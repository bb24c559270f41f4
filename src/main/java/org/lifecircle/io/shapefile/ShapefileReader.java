package org.lifecircle.io.shapefile;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.lifecircle.io.Limits;
import org.lifecircle.io.RawTable;
import org.lifecircle.io.TableBuilder;
import org.lifecircle.model.BadValueException;
import org.lifecircle.model.IssueAction;
import org.locationtech.jts.geom.Geometry;

/** Reads a Shapefile with what lies beside it, or a dBASE table alone. */
public final class ShapefileReader {

  private static final int MAGIC = 9994;
  private static final int HEAD_BYTES = 100;
  private static final int MAX_PRJ_BYTES = 64 << 10;

  private final Limits limits;

  public ShapefileReader(Limits limits) {
    this.limits = limits;
  }

  /**
   * Reads a Shapefile.
   *
   * @param shown how people know the file
   * @param encoding of its attributes; null to find out
   * @throws BadValueException if it is damaged or over a limit
   */
  public RawTable read(Path shp, String shown, @Nullable Charset encoding) throws IOException {
    limits.requireSize(Files.size(shp));
    Sidecars beside = Sidecars.of(shp);
    TableBuilder table = new TableBuilder(shown, null, limits);
    Path dbf = beside.find("dbf");
    if (dbf == null) {
      table.note(
          "attributes_missing",
          IssueAction.NOTED,
          "旁边没有 .dbf，只有图形，没有属性",
          "there is no .dbf beside it: shapes without attributes");
      readShapes(shp, null, StandardCharsets.UTF_8, table);
    } else {
      Charset charset = new DbfEncoding(dbf, limits, table).of(encoding, beside.find("cpg"));
      try (DbfFile rows = DbfFile.open(dbf, charset, limits)) {
        readShapes(shp, rows, charset, table);
      }
    }
    return table.table(crs(beside.find("prj")));
  }

  /**
   * Reads a dBASE table without shapes.
   *
   * @throws BadValueException as for {@link #read}
   */
  public RawTable readTable(Path dbf, String shown, @Nullable Charset encoding) throws IOException {
    TableBuilder table = new TableBuilder(shown, null, limits);
    Charset charset =
        new DbfEncoding(dbf, limits, table).of(encoding, Sidecars.of(dbf).find("cpg"));
    try (DbfFile rows = DbfFile.open(dbf, charset, limits)) {
      for (byte[] row = rows.next(); row != null; row = rows.next()) {
        if (!DbfFile.deleted(row)) {
          table.add(null, rows.values(row, charset));
        }
      }
    }
    return table.table(null);
  }

  private void readShapes(Path shp, @Nullable DbfFile rows, Charset charset, TableBuilder table)
      throws IOException {
    try (DataInputStream in =
        new DataInputStream(new BufferedInputStream(Files.newInputStream(shp), 1 << 16))) {
      long end = readHead(in, Files.size(shp));
      long at = HEAD_BYTES;
      int number = 0;
      while (at + 8 <= end) {
        number++;
        in.readInt(); // its own number, which many files get wrong
        long bytes = 2L * in.readInt();
        at += 8;
        if (bytes < 4 || bytes > end - at) {
          throw new BadValueException(
              "第 " + number + " 个图形的长度超出文件；文件不完整或已损坏",
              "shape " + number + " is longer than the file; it is cut off or damaged");
        }
        limits.requireVertices(bytes / 40); // heights and measures take up to as much again
        byte[] content = in.readNBytes((int) bytes);
        at += bytes;
        add(content, number, rows, charset, table);
      }
    }
  }

  private void add(
      byte[] content, int number, @Nullable DbfFile rows, Charset charset, TableBuilder table)
      throws IOException {
    byte[] row = rows == null ? null : rows.next();
    if (row != null && DbfFile.deleted(row)) {
      return;
    }
    Map<String, @Nullable Object> values =
        row == null || rows == null ? new LinkedHashMap<>() : rows.values(row, charset);
    Geometry geometry = null;
    try {
      geometry = ShapeRecord.read(ByteBuffer.wrap(content).order(ByteOrder.LITTLE_ENDIAN), limits);
    } catch (BadValueException e) {
      Object id = values.get("id");
      table.fault(id == null ? null : id.toString(), "shape " + number, e.reason());
    }
    table.add(geometry, values);
  }

  /** Where the file ends, by its own account and in truth. */
  private static long readHead(DataInputStream in, long size) throws IOException {
    byte[] head = in.readNBytes(HEAD_BYTES);
    ByteBuffer big = ByteBuffer.wrap(head);
    if (head.length < HEAD_BYTES || big.getInt(0) != MAGIC) {
      throw new BadValueException(
          "不是 Shapefile (.shp)，或已损坏", "it is no Shapefile (.shp), or a damaged one");
    }
    long claimed = 2L * big.getInt(24);
    if (claimed > size) {
      throw new BadValueException(
          "文件不完整：应有 " + claimed + " 字节，实有 " + size,
          "the file is cut off: it should have " + claimed + " bytes and has " + size);
    }
    return claimed < HEAD_BYTES ? size : claimed;
  }

  private static @Nullable String crs(@Nullable Path prj) throws IOException {
    if (prj == null || Files.size(prj) > MAX_PRJ_BYTES) {
      return null;
    }
    String text = new String(Files.readAllBytes(prj), StandardCharsets.UTF_8);
    String stripped = text.replace("\uFEFF", "").strip();
    return stripped.isEmpty() ? null : stripped;
  }
}
