package org.lifecircle.api;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads a query string strictly: where the web server would drop what it cannot decode, and take a
 * parameter to be missing, this complains.
 */
final class QueryString {

  private QueryString() {}

  /**
   * The parameters by name, in their order; complaints are added to the list.
   *
   * @param raw as it stands in the request, without the question mark
   */
  static Map<String, String> parse(@Nullable String raw, List<Complaint> complaints) {
    Map<String, String> given = new LinkedHashMap<>();
    if (raw == null) {
      return given;
    }
    for (String part : raw.split("&", -1)) {
      if (part.isEmpty()) {
        continue;
      }
      int equals = part.indexOf('=');
      String rawName = equals < 0 ? part : part.substring(0, equals);
      String name = decode(rawName);
      String value = equals < 0 ? "" : decode(part.substring(equals + 1));
      if (name == null || value == null) {
        complaints.add(
            Complaint.aboutQuery(
                name == null ? rawName : name,
                "百分号编码有误，应为 UTF-8 的 %XX",
                "the percent-encoding is broken; it must be UTF-8 as %XX"));
      } else if (given.putIfAbsent(name, value) != null) {
        complaints.add(Complaint.aboutQuery(name, "给出了两次", "it is given twice"));
      }
    }
    return given;
  }

  /** The text, or null if it is not well encoded. */
  private static @Nullable String decode(String text) {
    byte[] bytes = new byte[text.length() * 3];
    int count = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '%') {
        int high = i + 2 < text.length() ? Character.digit(text.charAt(i + 1), 16) : -1;
        int low = high < 0 ? -1 : Character.digit(text.charAt(i + 2), 16);
        if (low < 0) {
          return null;
        }
        bytes[count++] = (byte) (high << 4 | low);
        i += 2;
      } else {
        byte[] plain = String.valueOf(c == '+' ? ' ' : c).getBytes(StandardCharsets.UTF_8);
        System.arraycopy(plain, 0, bytes, count, plain.length);
        count += plain.length;
      }
    }
    try {
      return StandardCharsets.UTF_8
          .newDecoder()
          .decode(ByteBuffer.wrap(bytes, 0, count))
          .toString();
    } catch (CharacterCodingException e) {
      return null;
    }
  }
}
