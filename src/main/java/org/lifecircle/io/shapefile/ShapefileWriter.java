package org.lifecircle.io.shapefile;

import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;
import org.lifecircle.io.FileTable;
import org.lifecircle.io.OutputCrs;
import org.lifecircle.model.BadValueException;
import org.lifecircle.model.Columns.Column;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;

/**
 * Writes Shapefiles into a ZIP: .shp, .shx, .dbf, .prj, and a .cpg that says UTF-8. Rows are gone
 * through twice, once to see how large everything is, so that a layer of any size needs little
 * memory.
 *
 * <p>A Shapefile holds geometry of one kind. A table with several becomes as many files, {@code
 * facilities}, {@code facilities_line}, {@code facilities_point}, the largest dimension first.
 */
public final class ShapefileWriter {

  /** By the format, lengths are signed numbers; what is larger is read by hardly any program. */
  private static final long MAX_BYTES = Integer.MAX_VALUE;

  private static final int HEAD_BYTES = 100;
  private static final int MAX_COLUMNS = 255;
  private static final String[] ENDINGS = {"_point", "_line", ""};

  private final ZipOutputStream zip;
  private final OutputCrs crs;
  private final ShortNames names;
  private final LocalDate when;
  private final List<String> remarks = new ArrayList<>();

  /**
   * A writer into this archive.
   *
   * @param when the table is said to be of
   */
  public ShapefileWriter(ZipOutputStream zip, OutputCrs crs, ShortNames names, LocalDate when) {
    this.zip = zip;
    this.crs = crs;
    this.names = names;
    this.when = when;
  }

  /** What was too long, one line each. */
  public List<String> remarks() {
    return List.copyOf(remarks);
  }

  /**
   * Adds a table.
   *
   * @throws BadValueException if a Shapefile cannot hold it, with what can
   */
  public void add(FileTable table) throws IOException {
    List<Integer> dimensions = new ArrayList<>(table.dimensions());
    if (dimensions.isEmpty()) {
      dimensions.add(usualDimension(table.name()));
    }
    int main = dimensions.get(dimensions.size() - 1);
    for (int dimension : dimensions) {
      String ending = dimension == main ? "" : ENDINGS[dimension];
      new File(table.name() + ending, table, dimension, dimension == main).write();
    }
  }

  /** The kind of an empty layer's file. */
  private static int usualDimension(String layer) {
    return switch (layer) {
      case "entrances", "gates", "facilities" -> 0;
      case "walls", "paths", "obstacles", "utilities", "lanes" -> 1;
      default -> 2;
    };
  }

  /** One .shp and what goes with it. */
  private final class File {
    private final String name;
    private final FileTable table;
    private final int dimension;
    private final boolean placeless; // whether rows without a place are in this one
    private final List<DbfColumn> columns = new ArrayList<>();
    private final Envelope extent = new Envelope();
    private int type;
    private int count;
    private long bytes = HEAD_BYTES;

    File(String name, FileTable table, int dimension, boolean placeless) {
      this.name = name;
      this.table = table;
      this.dimension = dimension;
      this.placeless = placeless;
    }

    void write() throws IOException {
      measure();
      entry(".shp");
      writeShapes();
      entry(".shx");
      writeIndex();
      entry(".dbf");
      DbfWriter.write(zip, columns, this::rows, count, when);
      entry(".prj");
      zip.write(crs.esriDefinition().getBytes(StandardCharsets.UTF_8));
      entry(".cpg");
      zip.write("UTF-8".getBytes(StandardCharsets.US_ASCII));
      zip.closeEntry();
    }

    private void measure() {
      List<Column> all = table.columns();
      if (all.size() > MAX_COLUMNS) {
        throw tooLarge("有 " + all.size() + " 列，上限为 255", all.size() + " columns, at most 255");
      }
      List<String> shortNames = names.of(all.stream().map(Column::name).toList());
      for (int i = 0; i < all.size(); i++) {
        columns.add(new DbfColumn(all.get(i), shortNames.get(i)));
      }
      boolean several = table.places().anyMatch(g -> g.getDimension() == 0 && g.getNumPoints() > 1);
      type = ShapeBytes.type(dimension, several);
      rows()
          .forEachRemaining(
              row -> {
                Geometry place = row.geometry();
                Geometry moved = place == null ? null : crs.moved(place);
                if (moved != null) {
                  extent.expandToInclude(moved.getEnvelopeInternal());
                }
                bytes += 8L + ShapeBytes.of(moved, type).length;
                columns.forEach(column -> column.measure(row));
                count++;
              });
      if (Math.max(bytes, DbfWriter.bytes(columns, count)) > MAX_BYTES) {
        throw tooLarge("超过 2 GB", "more than 2 GB");
      }
      columns.stream().map(DbfColumn::remark).filter(Objects::nonNull).forEach(this::remark);
    }

    private void remark(@Nullable String text) {
      remarks.add(name + ".dbf, " + text);
    }

    private BadValueException tooLarge(String zh, String en) {
      return new BadValueException(
          "图层 " + name + " " + zh + "，Shapefile 存不下；请改用 GeoPackage",
          "layer " + name + " has " + en + ": more than a Shapefile holds; take a GeoPackage");
    }

    private Iterator<FileTable.Row> rows() {
      return table.rows().stream().filter(row -> isHere(row.geometry())).iterator();
    }

    private boolean isHere(@Nullable Geometry place) {
      return (place == null || place.isEmpty()) ? placeless : place.getDimension() == dimension;
    }

    private void entry(String ending) throws IOException {
      zip.putNextEntry(new ZipEntry(name + ending));
    }

    private void writeShapes() throws IOException {
      DataOutputStream out = new DataOutputStream(zip);
      out.write(head(bytes));
      int number = 0;
      for (Iterator<FileTable.Row> rows = rows(); rows.hasNext(); ) {
        byte[] record = record(rows.next());
        number++;
        out.writeInt(number);
        out.writeInt(record.length / 2);
        out.write(record);
      }
      out.flush();
    }

    private void writeIndex() throws IOException {
      DataOutputStream out = new DataOutputStream(zip);
      out.write(head(HEAD_BYTES + 8L * count));
      int at = HEAD_BYTES / 2;
      for (Iterator<FileTable.Row> rows = rows(); rows.hasNext(); ) {
        int words = record(rows.next()).length / 2;
        out.writeInt(at);
        out.writeInt(words);
        at += 4 + words;
      }
      out.flush();
    }

    private byte[] record(FileTable.Row row) {
      Geometry place = row.geometry();
      return ShapeBytes.of(place == null ? null : crs.moved(place), type);
    }

    private byte[] head(long length) {
      ByteBuffer head = ByteBuffer.allocate(HEAD_BYTES);
      head.putInt(9994).position(24);
      head.putInt((int) (length / 2)).order(ByteOrder.LITTLE_ENDIAN).putInt(1000).putInt(type);
      if (!extent.isNull()) {
        head.putDouble(extent.getMinX()).putDouble(extent.getMinY());
        head.putDouble(extent.getMaxX()).putDouble(extent.getMaxY());
      }
      return head.array();
    }
  }
}
