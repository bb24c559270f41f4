package org.lifecircle.io.shapefile;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * A column of a dBASE table.
 *
 * @param type the letter: C text, N and F numbers as text, L truth, D date, I and B binary numbers
 * @param at the first byte in a row
 */
record DbfField(String name, char type, int at, int width) {

  /** Julian day of 1970-01-01, from which days of {@code @} are counted. */
  private static final int EPOCH_JULIAN_DAY = 2_440_588;

  boolean isText() {
    return type == 'C' || type == 'V';
  }

  /** The value in a row: text, number, truth value, or null. */
  @Nullable Object value(byte[] row, Charset charset) {
    return switch (type) {
      case 'C', 'V' -> blankless(new String(text(row), charset));
      case 'N', 'F' -> number(ascii(row));
      case 'L' -> truth(ascii(row));
      case 'D' -> date(ascii(row));
      case 'I', '+' -> width == 4 ? (Object) (long) binary(row).getInt() : null;
      case 'B', 'O' -> width == 8 ? finite(binary(row).getDouble()) : null;
      case '@', 'T' -> width == 8 ? day(binary(row).getInt()) : null;
      default -> null; // memos and pictures are kept in other files
    };
  }

  /** The bytes of a text without the blanks and zeros behind it. */
  byte[] text(byte[] row) {
    int end = at + width;
    while (end > at && (row[end - 1] == ' ' || row[end - 1] == 0)) {
      end--;
    }
    byte[] text = new byte[end - at];
    System.arraycopy(row, at, text, 0, text.length);
    return text;
  }

  private String ascii(byte[] row) {
    return new String(row, at, width, StandardCharsets.ISO_8859_1).replace('\0', ' ').strip();
  }

  private ByteBuffer binary(byte[] row) {
    return ByteBuffer.wrap(row, at, width).order(ByteOrder.LITTLE_ENDIAN);
  }

  private static @Nullable Object blankless(String text) {
    String stripped = text.replace("\0", "").replace("\uFEFF", "").strip();
    return stripped.isEmpty() ? null : stripped;
  }

  private static @Nullable Object number(String text) {
    if (text.isEmpty() || text.startsWith("*")) {
      return null;
    }
    try {
      return text.matches("[-+]?[0-9]{1,18}")
          ? (Object) Long.valueOf(text.replace("+", ""))
          : finite(Double.parseDouble(text.replace(',', '.')));
    } catch (NumberFormatException e) {
      return text;
    }
  }

  /** A number, or null for those by which programs say that there is none. */
  private static @Nullable Object finite(double number) {
    return Double.isFinite(number) && Math.abs(number) < 1e300 ? number : null;
  }

  private static @Nullable Object truth(String text) {
    return switch (text) {
      case "T", "t", "Y", "y" -> true;
      case "F", "f", "N", "n" -> false;
      default -> null;
    };
  }

  private static @Nullable Object date(String text) {
    if (text.isEmpty() || text.equals("00000000")) {
      return null;
    }
    return text.matches("[0-9]{8}")
        ? text.substring(0, 4) + "-" + text.substring(4, 6) + "-" + text.substring(6)
        : text;
  }

  private static @Nullable Object day(int julian) {
    return julian == 0
        ? null
        : java.time.LocalDate.ofEpochDay((long) julian - EPOCH_JULIAN_DAY).toString();
  }
}
