package org.lifecircle.api;

import io.javalin.http.Context;
import java.io.IOException;
import java.io.InputStream;

/** What a request carries in JSON; files have a desk of their own. */
final class RequestBody {

  private static final int MOST_BYTES = 1 << 20;

  /** So much more is read off before the refusal: who still writes does not hear an answer. */
  private static final int HEARD_OUT_BYTES = 32 << 20;

  private RequestBody() {}

  /**
   * All of it.
   *
   * @throws ProblemException if it is too large; no more than that is kept
   */
  static byte[] read(Context context) throws IOException {
    return read(context, MOST_BYTES);
  }

  /** All of it, if it is no larger than that. */
  static byte[] read(Context context, int mostBytes) throws IOException {
    try (InputStream in = context.req().getInputStream()) {
      byte[] body = in.readNBytes(mostBytes + 1);
      if (body.length > mostBytes) {
        hearOut(in);
        throw Problem.of(
                ProblemKind.BODY_TOO_LARGE,
                "请求正文超过 " + (mostBytes >> 20) + " MiB",
                "the body is larger than " + (mostBytes >> 20) + " MiB")
            .asException();
      }
      return body;
    }
  }

  private static void hearOut(InputStream in) throws IOException {
    byte[] dropped = new byte[1 << 16];
    int left = HEARD_OUT_BYTES;
    int read = 0;
    while (left > 0 && read >= 0) {
      read = in.read(dropped);
      left -= read;
    }
  }
}
