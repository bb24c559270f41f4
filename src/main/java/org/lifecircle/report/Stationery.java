package org.lifecircle.report;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;
import org.lifecircle.report.map.Palette;
import org.lifecircle.report.map.Typeface;

/**
 * What an institute prints its reports with, all in {@code config/report}: wording, style sheet,
 * letters, logo.
 *
 * @param words by language
 * @param style CSS of the PDF
 * @param logo PNG in Base64; null when there is none
 */
public record Stationery(
    Map<String, Words> words,
    String style,
    Typeface typeface,
    @Nullable String logo,
    Palette palette) {

  /** The languages reports are written in. */
  public static final List<String> LANGUAGES = List.of("zh", "en");

  /**
   * Reads the folder.
   *
   * @param palette the colours of all drawings
   * @throws IOException if something is missing in it
   */
  public static Stationery read(Path folder, Palette palette) throws IOException {
    Map<String, Words> words = new TreeMap<>();
    for (String language : LANGUAGES) {
      words.put(language, Words.read(folder, language));
    }
    Path logo = folder.resolve("logo.png");
    return new Stationery(
        words,
        Files.readString(folder.resolve("report.css"), StandardCharsets.UTF_8),
        Typeface.read(font(folder)),
        Files.exists(logo) ? Base64.getEncoder().encodeToString(Files.readAllBytes(logo)) : null,
        palette);
  }

  /** What the texts of the folder come to: whoever rewords a report gets a new one. */
  public static String fingerprint(Path folder) throws IOException {
    CRC32 crc = new CRC32();
    for (String name : List.of("zh.properties", "en.properties", "report.css")) {
      crc.update(Files.readAllBytes(folder.resolve(name)));
    }
    return Long.toHexString(crc.getValue());
  }

  /** The one font file there; of several the first by name. */
  private static Path font(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(file -> file.toString().endsWith(".ttf"))
          .sorted()
          .findFirst()
          .orElseThrow(() -> new IOException(folder + " 中没有 .ttf 字体。There is no .ttf font in it."));
    }
  }

  /** The words of a language; Chinese for one that is not there. */
  public Words in(String language) {
    Words found = words.get(language);
    Words chinese = words.get("zh");
    if (found == null && chinese == null) {
      throw new IllegalStateException("no words");
    }
    return found != null ? found : Objects.requireNonNull(chinese);
  }
}
