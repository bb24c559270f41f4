package org.lifecircle.io.shapefile;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.lifecircle.io.Limits;
import org.lifecircle.io.TableBuilder;
import org.lifecircle.io.TextEncoding;
import org.lifecircle.model.BadValueException;
import org.lifecircle.model.IssueAction;

/**
 * Which characters a dBASE table holds: what the user says; else its {@code .cpg}; else its
 * language byte; else strictly UTF-8; else GBK. What is declared and cannot be is not believed;
 * whatever is guessed is told of.
 */
final class DbfEncoding {

  private static final int MAX_CPG_BYTES = 100;

  /** Of all a writer may have chosen; the system's own (0x57) says nothing. */
  private static final Map<Integer, String> LANGUAGES =
      Map.ofEntries(
          Map.entry(0x01, "IBM437"),
          Map.entry(0x02, "IBM850"),
          Map.entry(0x03, "windows-1252"),
          Map.entry(0x13, "windows-31j"),
          Map.entry(0x4d, "GBK"),
          Map.entry(0x4e, "949"),
          Map.entry(0x4f, "Big5"),
          Map.entry(0x64, "IBM852"),
          Map.entry(0x65, "IBM866"),
          Map.entry(0x78, "Big5"),
          Map.entry(0x79, "949"),
          Map.entry(0x7a, "GBK"),
          Map.entry(0x7b, "windows-31j"),
          Map.entry(0xc8, "windows-1250"),
          Map.entry(0xc9, "windows-1251"));

  private final Path dbf;
  private final Limits limits;
  private final TableBuilder table;

  DbfEncoding(Path dbf, Limits limits, TableBuilder table) {
    this.dbf = dbf;
    this.limits = limits;
    this.table = table;
  }

  Charset of(@Nullable Charset told, @Nullable Path cpg) throws IOException {
    if (told != null) {
      if (!fits(told)) {
        table.note(
            "text_damaged",
            IssueAction.NOTED,
            "部分属性文本不是 " + told + " 编码，其字符已损坏；请核对 --encoding",
            "some of its texts are not in " + told + " and are damaged; check --encoding");
      }
      return told;
    }
    Charset declared = declared(cpg);
    if (declared != null && fits(declared)) {
      return declared;
    }
    Charset guessed = guess();
    if (declared != null) {
      table.note(
          "encoding_contradicts",
          IssueAction.REPAIRED,
          "属性表声明为 " + declared + " 编码，但其字节并非如此；按 " + guessed + " 读取",
          "its attributes are said to be in " + declared + " and are not; read as " + guessed);
    } else if (guessed.equals(TextEncoding.GB18030)) {
      table.note(
          "encoding_guessed",
          IssueAction.DERIVED,
          "没有 .cpg，且不是 UTF-8；按 GBK 读取，例如“" + sample() + "”；不对时请用 --encoding",
          "no .cpg, and not UTF-8; read as GBK, for example '"
              + sample()
              + "'; if that is wrong say --encoding");
    }
    return guessed;
  }

  private @Nullable Charset declared(@Nullable Path cpg) throws IOException {
    if (cpg != null && Files.size(cpg) <= MAX_CPG_BYTES) {
      String name = new String(Files.readAllBytes(cpg), StandardCharsets.ISO_8859_1).strip();
      Charset found = TextEncoding.find(name.replace("\u00ef\u00bb\u00bf", "")).orElse(null);
      if (found != null) {
        return found;
      }
      table.note(
          "encoding_unknown",
          IssueAction.NOTED,
          ".cpg 中的编码“" + name + "”无法识别，已忽略",
          "its .cpg names an encoding '" + name + "' that is not known; it was ignored");
    }
    try (DbfFile file = DbfFile.open(dbf, StandardCharsets.ISO_8859_1, limits)) {
      String language = LANGUAGES.get(file.language());
      return language == null ? null : TextEncoding.find(language).orElse(null);
    }
  }

  private Charset guess() throws IOException {
    if (fits(StandardCharsets.UTF_8)) {
      return StandardCharsets.UTF_8;
    }
    if (fits(TextEncoding.GB18030)) {
      return TextEncoding.GB18030;
    }
    throw new BadValueException(
        "属性表的编码无法判断（既非 UTF-8 也非 GBK）；请用 --encoding 注明",
        "its texts are neither UTF-8 nor GBK; say which with --encoding");
  }

  /** Whether every text in it is of this encoding, but for a last character a field cut off. */
  private boolean fits(Charset charset) throws IOException {
    if (charset.equals(StandardCharsets.ISO_8859_1)) {
      return true;
    }
    try (DbfFile file = DbfFile.open(dbf, StandardCharsets.ISO_8859_1, limits)) {
      for (byte[] row = file.next(); row != null; row = file.next()) {
        for (DbfField field : file.fields()) {
          if (field.isText() && !fits(field.text(row), field.width(), charset)) {
            return false;
          }
        }
      }
    }
    return true;
  }

  private static boolean fits(byte[] text, int width, Charset charset) {
    if (TextEncoding.fits(text, charset)) {
      return true;
    }
    for (int cut = 1; cut <= 3 && text.length == width && cut < text.length; cut++) {
      if (TextEncoding.fits(Arrays.copyOf(text, text.length - cut), charset)) {
        return true;
      }
    }
    return false;
  }

  /** The first text that is not plain ASCII. */
  private String sample() throws IOException {
    try (DbfFile file = DbfFile.open(dbf, StandardCharsets.ISO_8859_1, limits)) {
      for (byte[] row = file.next(); row != null; row = file.next()) {
        for (DbfField field : file.fields()) {
          if (field.isText() && !TextEncoding.fits(field.text(row), StandardCharsets.US_ASCII)) {
            return new String(field.text(row), TextEncoding.GB18030).strip();
          }
        }
      }
    }
    return "";
  }
}
