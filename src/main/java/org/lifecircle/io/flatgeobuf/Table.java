package org.lifecircle.io.flatgeobuf;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.lifecircle.model.BadValueException;

/**
 * A FlatBuffers table inside a little-endian buffer. Fields are asked for by their number in the
 * schema; one that is absent has its default. Every offset is checked before it is followed.
 */
record Table(ByteBuffer bytes, int at) {

  /** A run of values inside the buffer. */
  record Vector(int start, int length) {
    static final Vector NONE = new Vector(0, 0);
  }

  /** The root table of a buffer. */
  static Table root(ByteBuffer bytes) {
    return new Table(bytes, follow(bytes, 0));
  }

  private static int follow(ByteBuffer bytes, int from) {
    require(bytes, from, 4);
    long to = (long) from + Integer.toUnsignedLong(bytes.getInt(from));
    if (to > bytes.limit() - 4) {
      throw damaged();
    }
    return (int) to;
  }

  private static void require(ByteBuffer bytes, long from, long count) {
    if (from < 0 || from + count > bytes.limit()) {
      throw damaged();
    }
  }

  /** Where a field's value is; 0 when it is absent. */
  private int field(int number, int size) {
    require(bytes, at, 4);
    long table = (long) at - bytes.getInt(at);
    require(bytes, table, 4);
    int tableBytes = Short.toUnsignedInt(bytes.getShort((int) table));
    long entry = table + 4 + 2L * number;
    if (4 + 2L * number + 2 > tableBytes) {
      return 0;
    }
    require(bytes, entry, 2);
    int offset = Short.toUnsignedInt(bytes.getShort((int) entry));
    if (offset == 0) {
      return 0;
    }
    require(bytes, (long) at + offset, size);
    return at + offset;
  }

  int unsignedByte(int number) {
    int field = field(number, 1);
    return field == 0 ? 0 : bytes.get(field) & 0xff;
  }

  int unsignedShort(int number, int otherwise) {
    int field = field(number, 2);
    return field == 0 ? otherwise : Short.toUnsignedInt(bytes.getShort(field));
  }

  int integer(int number) {
    int field = field(number, 4);
    return field == 0 ? 0 : bytes.getInt(field);
  }

  long unsignedLong(int number) {
    int field = field(number, 8);
    long value = field == 0 ? 0 : bytes.getLong(field);
    if (value < 0) {
      throw damaged();
    }
    return value;
  }

  /** The vector of a field whose values have so many bytes each; empty when it is absent. */
  Vector vector(int number, int bytesEach) {
    int field = field(number, 4);
    if (field == 0) {
      return Vector.NONE;
    }
    int vector = follow(bytes, field);
    int length = bytes.getInt(vector);
    if (length < 0) {
      throw damaged();
    }
    require(bytes, vector + 4L, (long) length * bytesEach);
    return new Vector(vector + 4, length);
  }

  @Nullable String text(int number) {
    Vector chars = vector(number, 1);
    if (chars.equals(Vector.NONE)) {
      return null;
    }
    byte[] text = new byte[chars.length()];
    bytes.get(chars.start(), text);
    return new String(text, StandardCharsets.UTF_8);
  }

  /** The table of a field; null when it is absent. */
  @Nullable Table table(int number) {
    int field = field(number, 4);
    return field == 0 ? null : new Table(bytes, follow(bytes, field));
  }

  /** The table at this place of a vector of tables. */
  Table table(Vector vector, int index) {
    return new Table(bytes, follow(bytes, vector.start() + 4 * index));
  }

  static BadValueException damaged() {
    return new BadValueException(
        "FlatGeobuf 数据不完整或已损坏", "the FlatGeobuf data is cut off or damaged");
  }
}
