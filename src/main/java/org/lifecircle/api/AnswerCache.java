package org.lifecircle.api;

import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;

/**
 * Answers that were written once and can be sent again as they are, plain and packed, as many as
 * fit into so many bytes; those unused for longest give way. A new version, revision or policy asks
 * under another key.
 */
final class AnswerCache {

  private static final long MOST_BYTES = 64L << 20;

  /** Longer answers would push out all others. */
  private static final int MOST_BYTES_EACH = 4 << 20;

  private static final int WORTH_PACKING = 1024;

  private final Map<String, Kept> kept = new LinkedHashMap<>(64, 0.75f, true);
  private long bytes;

  /** An answer that was written. */
  static final class Kept {
    private final String tag;
    private final String type;
    private final String language;
    private final byte[] plain;
    private final byte[] packed;

    Kept(String tag, String type, String language, byte[] plain) throws IOException {
      this.tag = tag;
      this.type = type;
      this.language = language;
      this.plain = plain;
      packed = plain.length < WORTH_PACKING ? plain : packed(plain);
    }

    long bytes() {
      return (long) plain.length + packed.length;
    }

    /** Sends it, or says that the client has it already. */
    void sendTo(Context context) throws IOException {
      context.header("ETag", tag);
      context.header("Cache-Control", "no-cache"); // keep it, but ask whether it still holds
      context.header("Vary", "Accept, Accept-Language, Accept-Encoding");
      if (EntityTags.hold(tag, context.header("If-None-Match"))) {
        context.status(304);
        return;
      }
      boolean gzip =
          packed.length < plain.length && WebFiles.acceptsGzip(context.header("Accept-Encoding"));
      byte[] body = gzip ? packed : plain;
      context.contentType(type);
      context.header("Content-Language", language);
      if (gzip) {
        context.header("Content-Encoding", "gzip");
      }
      context.res().setContentLength(body.length);
      if (!context.method().equals(HandlerType.HEAD)) {
        context.res().getOutputStream().write(body); // Javalin's own stream would pack it again
      }
    }
  }

  synchronized @Nullable Kept find(String key) {
    return kept.get(key);
  }

  /** Keeps an answer, unless it is too long to. */
  Kept keep(String key, Kept answer) {
    if (answer.bytes() <= MOST_BYTES_EACH) {
      put(key, answer);
    }
    return answer;
  }

  private synchronized void put(String key, Kept answer) {
    Kept before = kept.put(key, answer);
    bytes += answer.bytes() - (before == null ? 0 : before.bytes());
    Iterator<Kept> oldest = kept.values().iterator();
    while (bytes > MOST_BYTES) {
      bytes -= oldest.next().bytes();
      oldest.remove();
    }
  }

  private static byte[] packed(byte[] plain) throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream(plain.length / 3);
    try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
      gzip.write(plain);
    }
    return packed.toByteArray();
  }
}
