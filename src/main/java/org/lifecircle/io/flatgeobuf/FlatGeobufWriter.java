package org.lifecircle.io.flatgeobuf;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.lifecircle.io.FileTable;
import org.lifecircle.io.OutputCrs;
import org.lifecircle.io.flatgeobuf.FlatBuffer.Fields;
import org.lifecircle.model.Columns.Column;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.shape.fractal.HilbertCode;

/**
 * Writes FlatGeobuf: header, index, features along a Hilbert curve. Rows are gone through twice;
 * only boxes and lengths are kept. A table with rows that have no place gets no index, for the
 * format has no box for those. The stream is flushed and left open.
 */
public final class FlatGeobufWriter {

  private static final byte[] MAGIC = {'f', 'g', 'b', 3, 'f', 'g', 'b', 1};
  private static final int CURVE_LEVEL = 15;
  private static final int BOOL = 2;
  private static final int INT = 5;
  private static final int LONG = 7;
  private static final int DOUBLE = 10;
  private static final int STRING = 11;

  private final FileTable table;
  private final OutputCrs crs;
  private final int type;

  private FlatGeobufWriter(FileTable table, OutputCrs crs) {
    this.table = table;
    this.crs = crs;
    List<Integer> types =
        table.rows().stream()
            .map(FileTable.Row::geometry)
            .filter(g -> g != null && !g.isEmpty())
            .map(FgbShape::type)
            .distinct()
            .toList();
    List<Integer> singles = types.stream().map(FgbShape::single).distinct().toList();
    type =
        types.size() == 1
            ? types.get(0)
            : singles.size() == 1 ? FgbShape.several(singles.get(0)) : FgbShape.ANY;
  }

  /** Writes a table. */
  public static void write(OutputStream out, FileTable table, OutputCrs crs) throws IOException {
    new FlatGeobufWriter(table, crs).write(out);
  }

  private void write(OutputStream out) throws IOException {
    int count = table.rows().size();
    Envelope extent = new Envelope();
    Envelope[] boxes = new Envelope[count];
    int[] lengths = new int[count];
    boolean placed = count > 0;
    for (int i = 0; i < count; i++) {
      FileTable.Row row = table.rows().get(i);
      Geometry place = moved(row);
      boxes[i] = place == null ? new Envelope() : place.getEnvelopeInternal();
      extent.expandToInclude(boxes[i]);
      lengths[i] = feature(row, place).length;
      placed &= !boxes[i].isNull();
    }
    int[] order = placed ? alongCurve(boxes, extent) : IntStream.range(0, count).toArray();
    out.write(MAGIC);
    out.write(header(count, placed, extent));
    if (placed) {
      out.write(index(order, boxes, lengths));
    }
    for (int i : order) {
      FileTable.Row row = table.rows().get(i);
      out.write(feature(row, moved(row)));
    }
    out.flush();
  }

  private @Nullable Geometry moved(FileTable.Row row) {
    Geometry place = row.geometry();
    return place == null || place.isEmpty() ? null : crs.moved(place);
  }

  private static byte[] index(int[] order, Envelope[] boxes, int[] lengths) {
    List<Envelope> ordered = new ArrayList<>();
    long[] places = new long[order.length];
    long at = 0;
    for (int i = 0; i < order.length; i++) {
      ordered.add(boxes[order[i]]);
      places[i] = at;
      at += lengths[order[i]];
    }
    return PackedTree.bytes(ordered, places);
  }

  private static int[] alongCurve(Envelope[] boxes, Envelope extent) {
    double side = Math.max(Math.max(extent.getWidth(), extent.getHeight()), 1e-9);
    int cells = (1 << CURVE_LEVEL) - 1;
    int[] codes = new int[boxes.length];
    for (int i = 0; i < boxes.length; i++) {
      Coordinate centre = boxes[i].centre();
      int x = (int) ((centre.x - extent.getMinX()) / side * cells);
      int y = (int) ((centre.y - extent.getMinY()) / side * cells);
      codes[i] = HilbertCode.encode(CURVE_LEVEL, x, y);
    }
    return IntStream.range(0, boxes.length)
        .boxed()
        .sorted(Comparator.comparingInt(i -> codes[i]))
        .mapToInt(Integer::intValue)
        .toArray();
  }

  /** Fields: name 0, box 1, type 2, columns 7, count 8, node size 9, CRS 10. */
  private byte[] header(int count, boolean indexed, Envelope extent) {
    FlatBuffer buffer = new FlatBuffer();
    List<Fields> columns = new ArrayList<>();
    for (Column column : table.columns()) {
      columns.add(buffer.table().text(0, column.name()).unsignedByte(1, type(column)));
    }
    Fields place = buffer.table().text(0, "EPSG").integer(1, number()).text(4, crs.definition());
    Fields header = buffer.table().text(0, table.name()).unsignedByte(2, type);
    if (!extent.isNull()) {
      double[] box = {extent.getMinX(), extent.getMinY(), extent.getMaxX(), extent.getMaxY()};
      header.doubles(1, box);
    }
    header.tables(7, columns).unsignedLong(8, count);
    header.unsignedShort(9, indexed ? PackedTree.NODE_SIZE : 0).table(10, place);
    return buffer.finish(header);
  }

  private int number() {
    return Integer.parseInt(crs.code().replace("EPSG:", ""));
  }

  private static int type(Column column) {
    if (column.type() == Boolean.class) {
      return BOOL;
    }
    if (column.type() == Integer.class) {
      return INT;
    }
    if (column.type() == Long.class) {
      return LONG;
    }
    return column.type() == Double.class ? DOUBLE : STRING;
  }

  /** Fields: geometry 0, properties 1. */
  private byte[] feature(FileTable.Row row, @Nullable Geometry place) {
    FlatBuffer buffer = new FlatBuffer();
    Fields feature = buffer.table();
    if (place != null) {
      feature.table(0, FgbShape.of(buffer, place, type));
    }
    return buffer.finish(feature.bytes(1, properties(row)));
  }

  /** Each value behind the number of its column; null is left out. */
  private byte[] properties(FileTable.Row row) {
    int room = 0;
    byte[][] texts = new byte[table.columns().size()][];
    for (int i = 0; i < texts.length; i++) {
      Object value = row.values().get(table.columns().get(i).name());
      texts[i] = String.valueOf(value).getBytes(StandardCharsets.UTF_8);
      room += 14 + texts[i].length;
    }
    ByteBuffer bytes = ByteBuffer.allocate(room).order(ByteOrder.LITTLE_ENDIAN);
    for (int i = 0; i < texts.length; i++) {
      Column column = table.columns().get(i);
      Object value = row.values().get(column.name());
      if (value == null) {
        continue;
      }
      bytes.putShort((short) i);
      switch (type(column)) {
        case BOOL -> bytes.put((byte) (Boolean.TRUE.equals(value) ? 1 : 0));
        case INT -> bytes.putInt(((Number) value).intValue());
        case LONG -> bytes.putLong(((Number) value).longValue());
        case DOUBLE -> bytes.putDouble(((Number) value).doubleValue());
        default -> bytes.putInt(texts[i].length).put(texts[i]);
      }
    }
    byte[] written = new byte[bytes.position()];
    bytes.flip().get(written);
    return written;
  }
}
