package org.lifecircle.io.shapefile;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.lifecircle.io.Limits;
import org.lifecircle.model.BadValueException;

/** A dBASE table on disk, one row at a time. */
final class DbfFile implements AutoCloseable {

  private static final int HEAD_BYTES = 32;
  private static final int END_OF_FIELDS = 0x0d;
  private static final int END_OF_FILE = 0x1a;

  /** Of a field: what is behind its name. */
  private static final int NAME_BYTES = 11;

  private final DataInputStream in;
  private final byte[] row;
  private final List<DbfField> fields;
  private final int language;
  private final long rows;
  private long read;

  private DbfFile(
      DataInputStream in, int rowBytes, List<DbfField> fields, int language, long rows) {
    this.in = in;
    this.row = new byte[rowBytes];
    this.fields = List.copyOf(fields);
    this.language = language;
    this.rows = rows;
  }

  /**
   * Opens it.
   *
   * @param charset of the columns' names
   * @throws BadValueException if it is no dBASE table
   */
  static DbfFile open(Path path, Charset charset, Limits limits) throws IOException {
    InputStream bytes = new BufferedInputStream(Files.newInputStream(path), 1 << 16);
    try {
      return open(new DataInputStream(bytes), Files.size(path), charset, limits);
    } catch (BadValueException | IOException e) {
      bytes.close();
      throw e;
    }
  }

  private static DbfFile open(DataInputStream in, long size, Charset charset, Limits limits)
      throws IOException {
    limits.requireSize(size);
    ByteBuffer head = ByteBuffer.wrap(in.readNBytes(HEAD_BYTES)).order(ByteOrder.LITTLE_ENDIAN);
    if (head.limit() < HEAD_BYTES) {
      throw damaged();
    }
    long rows = Integer.toUnsignedLong(head.getInt(4));
    int headBytes = Short.toUnsignedInt(head.getShort(8));
    int rowBytes = Short.toUnsignedInt(head.getShort(10));
    if (headBytes < HEAD_BYTES + 1 || headBytes > size || rowBytes < 1) {
      throw damaged();
    }
    byte[] more = in.readNBytes(headBytes - HEAD_BYTES);
    List<DbfField> fields = new ArrayList<>();
    int at = 1; // before it is the mark of a deleted row
    for (int i = 0; i + HEAD_BYTES <= more.length && more[i] != END_OF_FIELDS; i += HEAD_BYTES) {
      int width = more[i + 16] & 0xff;
      char type = (char) (more[i + 11] & 0xff);
      if (type == 'C') {
        width |= (more[i + 17] & 0xff) << 8; // long texts, as Clipper and FoxPro write them
      }
      fields.add(new DbfField(name(more, i, charset), type, at, width));
      at += width;
      limits.requireColumns(fields.size());
    }
    if (at > rowBytes || fields.isEmpty()) {
      throw damaged();
    }
    return new DbfFile(in, rowBytes, fields, head.get(29) & 0xff, rows);
  }

  private static String name(byte[] head, int at, Charset charset) {
    byte[] name = Arrays.copyOfRange(head, at, at + NAME_BYTES);
    boolean wide = charset.name().startsWith("UTF-16");
    if (!wide) {
      int end = 0;
      while (end < name.length && name[end] != 0) {
        end++;
      }
      name = Arrays.copyOf(name, end);
    } else {
      name = Arrays.copyOf(name, NAME_BYTES - 1);
    }
    return new String(name, charset).replace("\0", "").replace("\uFEFF", "").strip();
  }

  List<DbfField> fields() {
    return fields;
  }

  /** The byte that says which language its writer spoke. */
  int language() {
    return language;
  }

  /** The next row that is there, deleted or not; null behind the last one. */
  byte @Nullable [] next() throws IOException {
    if (read >= rows) {
      return null;
    }
    int got = in.readNBytes(row, 0, row.length);
    if (got < row.length || row[0] == END_OF_FILE) {
      read = rows;
      return null;
    }
    read++;
    return row;
  }

  static boolean deleted(byte[] row) {
    return row[0] == '*';
  }

  /** The values of a row by column; of two columns with one name the second gets a number. */
  Map<String, @Nullable Object> values(byte[] row, Charset charset) {
    Map<String, @Nullable Object> values = new LinkedHashMap<>();
    for (DbfField field : fields) {
      String name = field.name();
      for (int i = 2; values.containsKey(name); i++) {
        name = field.name() + "_" + i;
      }
      values.put(name, field.value(row, charset));
    }
    return values;
  }

  @Override
  public void close() throws IOException {
    in.close();
  }

  private static BadValueException damaged() {
    return new BadValueException("属性表 (.dbf) 已损坏", "its table of attributes (.dbf) is damaged");
  }
}
