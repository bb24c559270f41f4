package org.lifecircle.io.flatgeobuf;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntConsumer;

/**
 * Writes one FlatBuffer with its length in front, from the root on: a table's own bytes, then what
 * it points to. Places are counted from the length, as the format's own writers align them.
 */
final class FlatBuffer {

  private static final int START_BYTES = 256;

  /** A table to be written: its fields in any order. */
  static final class Fields {
    private record Field(int id, int bytes, long value, IntConsumer later) {}

    private final FlatBuffer buffer;
    private final List<Field> fields = new ArrayList<>();

    private Fields(FlatBuffer buffer) {
      this.buffer = buffer;
    }

    Fields unsignedByte(int id, int value) {
      return add(id, 1, value, Fields::nothing);
    }

    Fields unsignedShort(int id, int value) {
      return add(id, 2, value, Fields::nothing);
    }

    Fields integer(int id, int value) {
      return add(id, 4, value, Fields::nothing);
    }

    Fields unsignedLong(int id, long value) {
      return add(id, 8, value, Fields::nothing);
    }

    Fields text(int id, String text) {
      byte[] bytes = Arrays.copyOf(text.getBytes(StandardCharsets.UTF_8), utf8(text) + 1);
      return add(id, 4, 0, at -> buffer.vector(at, bytes.length - 1, 1, 4).put(bytes));
    }

    Fields bytes(int id, byte[] bytes) {
      return add(id, 4, 0, at -> buffer.vector(at, bytes.length, 1, 4).put(bytes));
    }

    Fields doubles(int id, double[] values) {
      return add(
          id,
          4,
          0,
          at -> {
            buffer.vector(at, values.length, 8, 8);
            for (double value : values) {
              buffer.room(8).putDouble(value);
            }
          });
    }

    Fields integers(int id, int[] values) {
      return add(
          id,
          4,
          0,
          at -> {
            buffer.vector(at, values.length, 4, 4);
            for (int value : values) {
              buffer.room(4).putInt(value);
            }
          });
    }

    Fields table(int id, Fields table) {
      return add(id, 4, 0, at -> buffer.pointTo(at, table.write()));
    }

    Fields tables(int id, List<Fields> tables) {
      return add(
          id,
          4,
          0,
          at -> {
            buffer.vector(at, tables.size(), 4, 4);
            int first = buffer.bytes.position();
            buffer.room(4 * tables.size()).put(new byte[4 * tables.size()]);
            for (int i = 0; i < tables.size(); i++) {
              buffer.pointTo(first + 4 * i, tables.get(i).write());
            }
          });
    }

    private static int utf8(String text) {
      return text.getBytes(StandardCharsets.UTF_8).length;
    }

    private Fields add(int id, int bytes, long value, IntConsumer later) {
      fields.add(new Field(id, bytes, value, later));
      return this;
    }

    private static void nothing(int at) {}

    /** Writes the table, and gives its place. */
    private int write() {
      List<Field> largestFirst = new ArrayList<>(fields);
      largestFirst.sort((a, b) -> b.bytes() - a.bytes());
      int slots = fields.stream().mapToInt(field -> field.id() + 1).max().orElse(0);
      buffer.align(2);
      int vtable = buffer.bytes.position();
      buffer.room(4 + 2 * slots).put(new byte[4 + 2 * slots]);
      // The first field comes behind four bytes, so that the widest needs no gap.
      boolean wide = !largestFirst.isEmpty() && largestFirst.get(0).bytes() == 8;
      buffer.align(4);
      if (wide && (buffer.bytes.position() + 4) % 8 != 0) {
        buffer.room(4).putInt(0);
      }
      int table = buffer.bytes.position();
      buffer.room(4).putInt(table - vtable);
      int[] places = new int[largestFirst.size()];
      for (int i = 0; i < places.length; i++) {
        Field field = largestFirst.get(i);
        places[i] = buffer.bytes.position();
        buffer.bytes.putShort(vtable + 4 + 2 * field.id(), (short) (places[i] - table));
        buffer.scalar(field.bytes(), field.value());
      }
      buffer.bytes.putShort(vtable, (short) (4 + 2 * slots));
      buffer.bytes.putShort(vtable + 2, (short) (buffer.bytes.position() - table));
      for (int i = 0; i < places.length; i++) {
        largestFirst.get(i).later().accept(places[i]);
      }
      return table;
    }
  }

  private ByteBuffer bytes = ByteBuffer.allocate(START_BYTES).order(ByteOrder.LITTLE_ENDIAN);

  /** A table of this buffer. */
  Fields table() {
    return new Fields(this);
  }

  /** The whole buffer with this table as its root. */
  byte[] finish(Fields root) {
    bytes.putInt(0).putInt(0);
    pointTo(4, root.write());
    align(8);
    bytes.putInt(0, bytes.position() - 4);
    return Arrays.copyOf(bytes.array(), bytes.position());
  }

  private void scalar(int size, long value) {
    switch (size) {
      case 1 -> room(1).put((byte) value);
      case 2 -> room(2).putShort((short) value);
      case 4 -> room(4).putInt((int) value);
      default -> room(8).putLong(value);
    }
  }

  /** Begins a vector that the offset at {@code from} points to. */
  private ByteBuffer vector(int from, int length, int elementBytes, int alignment) {
    while ((bytes.position() + 4) % alignment != 0 || bytes.position() % 4 != 0) {
      room(1).put((byte) 0);
    }
    pointTo(from, bytes.position());
    room(4).putInt(length);
    return room(length * elementBytes + 1);
  }

  private void pointTo(int from, int to) {
    bytes.putInt(from, to - from);
  }

  private void align(int alignment) {
    while (bytes.position() % alignment != 0) {
      room(1).put((byte) 0);
    }
  }

  private ByteBuffer room(int more) {
    if (bytes.remaining() < more) {
      int wanted = Math.addExact(bytes.position(), more);
      ByteBuffer larger =
          ByteBuffer.allocate(Math.max(wanted, 2 * bytes.capacity())).order(bytes.order());
      larger.put(bytes.flip());
      bytes = larger;
    }
    return bytes;
  }
}
