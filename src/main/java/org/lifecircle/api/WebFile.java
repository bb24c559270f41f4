package org.lifecircle.api;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPOutputStream;

/** One file of the web map: read, packed and fingerprinted once. */
final class WebFile {

  private static final Map<String, String> TYPES =
      Map.of(
          "css", "text/css; charset=utf-8",
          "html", "text/html; charset=utf-8",
          "js", "text/javascript; charset=utf-8",
          "json", "application/json",
          "svg", "image/svg+xml",
          "txt", "text/plain; charset=utf-8",
          "woff2", "font/woff2");

  // No step begins with a dot, so no path leads out of the folder.
  private static final Pattern NAME = Pattern.compile("(?:\\w[\\w.-]*/)*\\w[\\w.-]*\\.(\\w+)");

  /** Where a library brings its files, for names that begin so. */
  private static final Map<String, String> LIBRARIES =
      Map.of("swagger-ui/", "/META-INF/resources/webjars/");

  private static final Map<String, WebFile> FILES = new ConcurrentHashMap<>();

  private final String type;
  private final byte[] plain;
  private final byte[] packed;
  private final String fingerprint;

  private WebFile(String type, byte[] plain) throws IOException {
    this.type = type;
    this.plain = plain;
    packed = type.startsWith("font/") ? plain : pack(plain); // fonts are packed already
    fingerprint = fingerprint(plain);
  }

  /** The file of this name, below {@link WebFiles#PATH}. */
  static Optional<WebFile> find(String name) {
    WebFile known = FILES.get(name);
    if (known != null) {
      return Optional.of(known);
    }
    Matcher parts = NAME.matcher(name);
    String type = parts.matches() ? TYPES.get(parts.group(1)) : null;
    if (type == null) {
      return Optional.empty();
    }
    try (InputStream in = WebFile.class.getResourceAsStream(folder(name) + name)) {
      if (in == null) {
        return Optional.empty();
      }
      WebFile file = new WebFile(type, in.readAllBytes());
      FILES.put(name, file);
      return Optional.of(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String folder(String name) {
    return LIBRARIES.entrySet().stream()
        .filter(library -> name.startsWith(library.getKey()))
        .map(Map.Entry::getValue)
        .findFirst()
        .orElse(WebFiles.PATH);
  }

  /** Whether it belongs to a library: its path has the version. */
  static boolean isVendored(String name) {
    return name.startsWith("vendor/") || !folder(name).equals(WebFiles.PATH);
  }

  /** Its {@code Content-Type}. */
  String type() {
    return type;
  }

  /** Changes whenever its bytes do. */
  String fingerprint() {
    return fingerprint;
  }

  /** Whether gzip makes it smaller. */
  boolean packs() {
    return packed.length < plain.length;
  }

  /**
   * Its bytes. Not to be changed.
   *
   * @param gzipped only where it {@link #packs}
   */
  byte[] bytes(boolean gzipped) {
    return gzipped ? packed : plain;
  }

  private static byte[] pack(byte[] plain) throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream(plain.length / 3);
    try (OutputStream gzip = new GZIPOutputStream(packed)) {
      gzip.write(plain);
    }
    return packed.toByteArray();
  }

  private static String fingerprint(byte[] bytes) {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(bytes);
      return HexFormat.of().formatHex(digest, 0, 8);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
