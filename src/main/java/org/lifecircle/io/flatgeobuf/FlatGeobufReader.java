package org.lifecircle.io.flatgeobuf;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.lifecircle.io.Limits;
import org.lifecircle.io.RawTable;
import org.lifecircle.io.TableBuilder;
import org.lifecircle.io.flatgeobuf.Table.Vector;
import org.lifecircle.model.BadValueException;
import org.locationtech.jts.geom.Geometry;

/** Reads FlatGeobuf: header, index (skipped), features one by one. */
public final class FlatGeobufReader {

  private static final byte[] MAGIC = {'f', 'g', 'b', 3, 'f', 'g', 'b'};
  private static final int MAX_HEADER_BYTES = 1 << 20;
  private static final int NODE_BYTES = 40;

  /** Whatever a header claims; more would not fit into a long as bytes. */
  private static final long MAX_FEATURES = 1L << 50;

  /** What the header says of the features. */
  private record Header(
      int geometryType, List<Column> columns, long features, int nodeSize, @Nullable String crs) {}

  private record Column(String name, int type) {}

  private final Limits limits;

  public FlatGeobufReader(Limits limits) {
    this.limits = limits;
  }

  /**
   * Reads a file.
   *
   * @param shown how people know it
   * @throws BadValueException if it is damaged, of another version, or over a limit
   */
  public RawTable read(Path path, String shown) throws IOException {
    long size = Files.size(path);
    limits.requireSize(size);
    try (DataInputStream in =
        new DataInputStream(new BufferedInputStream(Files.newInputStream(path), 1 << 16))) {
      requireMagic(in.readNBytes(8));
      ByteBuffer bytes = piece(in, MAX_HEADER_BYTES, size);
      Header header = header(Table.root(bytes));
      in.skipNBytes(Math.min(size, indexBytes(header)));
      TableBuilder table = new TableBuilder(shown, null, limits);
      long most = 1L << 20 | 64L * limits.vertices();
      while (true) {
        in.mark(1);
        if (in.read() < 0) {
          break;
        }
        in.reset();
        add(Table.root(piece(in, most, size)), header, table);
      }
      if (header.features() > 0 && table.next() < header.features()) {
        throw Table.damaged();
      }
      return table.table(header.crs());
    } catch (EOFException e) {
      throw Table.damaged();
    }
  }

  private static void requireMagic(byte[] head) {
    for (int i = 0; i < MAGIC.length; i++) {
      if (head.length <= i || head[i] != MAGIC[i]) {
        throw new BadValueException("不是第 3 版 FlatGeobuf", "it is no FlatGeobuf of version 3");
      }
    }
  }

  /** A buffer behind its length, which cannot be larger than the file. */
  private static ByteBuffer piece(DataInputStream in, long most, long size) throws IOException {
    long length = Integer.toUnsignedLong(Integer.reverseBytes(in.readInt()));
    if (length < 8 || length > size) {
      throw Table.damaged();
    }
    if (length > most) {
      throw new BadValueException(
          "一个要素有 " + length + " 字节，超过上限", "one feature has " + length + " bytes, over the limit");
    }
    byte[] bytes = in.readNBytes((int) length);
    if (bytes.length < length) {
      throw Table.damaged();
    }
    return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
  }

  /** Fields: geometry type 2, columns 7, count 8, node size 9, CRS 10. */
  private Header header(Table table) {
    Vector vector = table.vector(7, 4);
    limits.requireColumns(vector.length());
    List<Column> columns = new ArrayList<>();
    for (int i = 0; i < vector.length(); i++) {
      Table column = table.table(vector, i);
      columns.add(new Column(String.valueOf(column.text(0)), column.unsignedByte(1)));
    }
    Table crs = table.table(10);
    return new Header(
        table.unsignedByte(2),
        columns,
        table.unsignedLong(8),
        table.unsignedShort(9, 16),
        crs == null ? null : crs(crs));
  }

  /** Fields: organisation 0, code 1, WKT 4. */
  private static @Nullable String crs(Table crs) {
    String organisation = crs.text(0);
    int code = crs.integer(1);
    if (code > 0 && (organisation == null || organisation.equalsIgnoreCase("EPSG"))) {
      return "EPSG:" + code;
    }
    return crs.text(4);
  }

  /** The size of a packed Hilbert R-tree: its levels have a node for every so many below. */
  private static long indexBytes(Header header) {
    if (header.nodeSize() < 2 || header.features() == 0) {
      return 0;
    }
    if (header.features() < 0 || header.features() > MAX_FEATURES) {
      return Long.MAX_VALUE;
    }
    return PackedTree.nodes(header.features(), header.nodeSize()) * NODE_BYTES;
  }

  /** Fields of a feature: geometry 0, properties 1, columns of its own 2. */
  private void add(Table feature, Header header, TableBuilder table) {
    List<Column> columns = header.columns();
    Vector own = feature.vector(2, 4);
    if (own.length() > 0) {
      limits.requireColumns(own.length());
      columns = new ArrayList<>();
      for (int i = 0; i < own.length(); i++) {
        Table column = feature.table(own, i);
        columns.add(new Column(String.valueOf(column.text(0)), column.unsignedByte(1)));
      }
    }
    Map<String, @Nullable Object> values = properties(feature, columns);
    Table shape = feature.table(0);
    Geometry geometry = null;
    try {
      geometry = shape == null ? null : new FgbGeometry(limits).read(shape, header.geometryType());
    } catch (BadValueException e) {
      Object id = values.get("id");
      table.fault(id == null ? null : id.toString(), "feature " + (table.next() + 1), e.reason());
    }
    table.add(geometry, values);
  }

  private Map<String, @Nullable Object> properties(Table feature, List<Column> columns) {
    Map<String, @Nullable Object> values = new LinkedHashMap<>();
    columns.forEach(column -> values.put(column.name(), null));
    Vector vector = feature.vector(1, 1);
    ByteBuffer bytes =
        feature.bytes().slice(vector.start(), vector.length()).order(ByteOrder.LITTLE_ENDIAN);
    FgbValues reader = new FgbValues(bytes, limits);
    while (bytes.remaining() >= 2) {
      int index = Short.toUnsignedInt(bytes.getShort());
      if (index >= columns.size()) {
        throw Table.damaged();
      }
      Column column = columns.get(index);
      values.put(column.name(), reader.next(column.type()));
    }
    return values;
  }
}
