package org.lifecircle.api;

import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import java.net.URI;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Refuses what pages of other sites would have the browser of someone who may write do here: send a
 * form, go back to an older version, delete a scenario.
 */
final class OtherSites {

  private static final Set<HandlerType> READING =
      Set.of(HandlerType.GET, HandlerType.HEAD, HandlerType.OPTIONS);

  private OtherSites() {}

  /** Throws if it writes and comes from such a page; programs send no origin. */
  static void refuse(Context context) {
    String origin = context.header("Origin");
    if (origin == null || READING.contains(context.method())) {
      return;
    }
    String here = authority(origin);
    if (here == null || !here.equals(context.header("Host"))) {
      throw Problem.of(
              ProblemKind.OTHER_SITE, "不接受其他网站页面的写入", "pages of other sites may not write here")
          .asException();
    }
  }

  private static @Nullable String authority(String origin) {
    try {
      return URI.create(origin).getAuthority();
    } catch (IllegalArgumentException e) {
      return null; // no address, so not this one
    }
  }
}
