package org.lifecircle.io.flatgeobuf;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.lifecircle.io.Limits;

/** The values of a feature's properties, one after the other. */
final class FgbValues {

  private static final int JSON = 12;
  private static final int DATE = 13;

  private final ByteBuffer bytes;
  private final Limits limits;

  FgbValues(ByteBuffer bytes, Limits limits) {
    this.bytes = bytes;
    this.limits = limits;
  }

  /** The next value, of a column of this type. */
  @Nullable Object next(int type) {
    try {
      return switch (type) {
        case 0 -> (long) bytes.get();
        case 1 -> (long) (bytes.get() & 0xff);
        case 2 -> bytes.get() != 0;
        case 3 -> (long) bytes.getShort();
        case 4 -> (long) Short.toUnsignedInt(bytes.getShort());
        case 5 -> (long) bytes.getInt();
        case 6 -> Integer.toUnsignedLong(bytes.getInt());
        case 7, 8 -> bytes.getLong();
        case 9 -> finite(bytes.getFloat());
        case 10 -> finite(bytes.getDouble());
        case 11, JSON, DATE -> text();
        case 14 -> {
          text(); // bytes that nobody here can read
          yield null;
        }
        default -> throw Table.damaged();
      };
    } catch (BufferUnderflowException e) {
      throw Table.damaged();
    }
  }

  private static @Nullable Object finite(double number) {
    return Double.isFinite(number) ? number : null;
  }

  private String text() {
    int length = bytes.getInt();
    if (length < 0 || length > bytes.remaining()) {
      throw Table.damaged();
    }
    limits.requireText(length / 4);
    byte[] text = new byte[length];
    bytes.get(text);
    return new String(text, StandardCharsets.UTF_8);
  }
}
