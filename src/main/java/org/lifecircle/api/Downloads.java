package org.lifecircle.api;

import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.regex.Pattern;
import org.lifecircle.api.Answer.Download;

/**
 * Sends files. They are complete before the first byte is sent, so nothing broken off looks whole;
 * whoever goes away or falls asleep over it lets go of the thread, and the file is deleted in any
 * case.
 */
final class Downloads {

  private static final Pattern PLAIN = Pattern.compile("[^A-Za-z0-9._-]");

  private Downloads() {}

  static void send(Context context, Download download) throws IOException {
    try {
      context.header("Content-Disposition", disposition(download.name()));
      context.res().setContentLengthLong(Files.size(download.file()));
      if (!context.method().equals(HandlerType.HEAD)) {
        OutputStream out = context.res().getOutputStream(); // Javalin's own would pack it again
        Files.copy(download.file(), out);
        out.flush();
      }
    } finally {
      Files.deleteIfExists(download.file());
    }
  }

  /** The name twice, as RFC 6266 wants it: for old clients, and as it is. */
  private static String disposition(String name) {
    StringBuilder encoded = new StringBuilder();
    for (byte b : name.getBytes(StandardCharsets.UTF_8)) {
      char c = (char) (b & 0xff);
      boolean plain = c < 0x80 && !PLAIN.matcher(String.valueOf(c)).matches();
      encoded.append(plain ? String.valueOf(c) : String.format("%%%02X", (int) c));
    }
    String ascii = PLAIN.matcher(name).replaceAll("_");
    return "attachment; filename=\"%s\"; filename*=UTF-8''%s".formatted(ascii, encoded);
  }
}
