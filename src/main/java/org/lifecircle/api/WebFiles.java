package org.lifecircle.api;

import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.lifecircle.api.Answer.Page;
import org.lifecircle.api.MapSettings.Basemap;

/**
 * Serves the files of the web map, which are resources of the program. What is vendored has its
 * version in its path and is kept by browsers for good; the rest is asked for again each time, and
 * answered 304 while it has not changed.
 */
final class WebFiles {

  /** Where they are, both among the resources and on the server. */
  static final String PATH = "/web/";

  private static final String CONTENT_SECURITY_POLICY =
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:;"
          + " font-src 'self'; connect-src 'self'%s; worker-src 'self';"
          + " base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

  private static final String FOR_GOOD = "public, max-age=31536000, immutable";
  private static final Pattern GZIP =
      Pattern.compile("\\bgzip\\b(?!\\s*;\\s*q\\s*=\\s*0(\\.0*)?\\s*(,|$))");

  private WebFiles() {}

  /**
   * The page may load what this server serves, ask for the pictures of the map beneath, and nothing
   * else; data is never a script.
   */
  static String contentSecurityPolicy(MapSettings map) {
    Basemap basemap = map.basemap();
    return CONTENT_SECURITY_POLICY.formatted(basemap == null ? "" : " " + basemap.origins());
  }

  /** The page with the map. */
  static Page map() {
    return page(index());
  }

  /** The page that tells what can be asked, and asks it. */
  static Page api() {
    return page(required("api.html"));
  }

  private static Page page(WebFile file) {
    return new Page(new String(file.bytes(false), StandardCharsets.UTF_8));
  }

  /** Changes whenever the page with the map does. */
  static String mapFingerprint() {
    return index().fingerprint();
  }

  private static WebFile index() {
    return required("index.html");
  }

  private static WebFile required(String name) {
    return WebFile.find(name).orElseThrow(() -> new IllegalStateException("no " + name));
  }

  /** Answers a request for one of the files. */
  static void serve(Context context) throws IOException {
    String name = context.pathParam("file");
    WebFile file = WebFile.find(name).orElseThrow(() -> unknown(name));
    boolean gzipped = file.packs() && acceptsGzip(context.header("Accept-Encoding"));
    String tag = "\"%s%s\"".formatted(file.fingerprint(), gzipped ? "-gzip" : "");
    context.header("ETag", tag);
    context.header("Vary", "Accept-Encoding");
    context.header("Cache-Control", WebFile.isVendored(name) ? FOR_GOOD : "no-cache");
    if (EntityTags.hold(tag, context.header("If-None-Match"))) {
      context.status(304);
      return;
    }
    byte[] body = file.bytes(gzipped);
    context.contentType(file.type());
    if (gzipped) {
      context.header("Content-Encoding", "gzip");
    }
    context.res().setContentLength(body.length);
    if (!context.method().equals(HandlerType.HEAD)) {
      context.res().getOutputStream().write(body); // Javalin's own stream would pack it again
    }
  }

  /** Answers with something the page reads that is no file of its own: the shared palette. */
  static void serveJson(Context context, byte[] json) throws IOException {
    String tag = "\"%08x\"".formatted(Arrays.hashCode(json));
    context.header("ETag", tag);
    context.header("Cache-Control", "no-cache");
    if (EntityTags.hold(tag, context.header("If-None-Match"))) {
      context.status(304);
      return;
    }
    context.contentType("application/json");
    context.res().setContentLength(json.length);
    if (!context.method().equals(HandlerType.HEAD)) {
      context.res().getOutputStream().write(json);
    }
  }

  static boolean acceptsGzip(@Nullable String acceptEncoding) {
    return acceptEncoding != null && GZIP.matcher(acceptEncoding).find();
  }

  private static ProblemException unknown(String name) {
    String shown = Parameters.shown(name);
    return Problem.of(
            ProblemKind.UNKNOWN_PATH,
            "地图没有文件“" + shown + "”",
            "the map has no file '" + shown + "'")
        .asException();
  }
}
