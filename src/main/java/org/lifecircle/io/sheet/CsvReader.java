package org.lifecircle.io.sheet;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PushbackReader;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lifecircle.io.Limits;
import org.lifecircle.io.RawTable;
import org.lifecircle.io.TableBuilder;
import org.lifecircle.io.TextEncoding;
import org.lifecircle.model.BadValueException;
import org.lifecircle.model.IssueAction;

/**
 * Reads CSV (RFC 4180): fields in quotes may hold separators and line ends. The separator is the
 * one of comma, semicolon, tabulator and bar that the first line has most of.
 */
public final class CsvReader {

  private static final String SEPARATORS = ",;\t|";
  private static final int HEADER_CHARS = 1 << 16;

  private final Limits limits;

  public CsvReader(Limits limits) {
    this.limits = limits;
  }

  /**
   * Reads a file.
   *
   * @param shown how people know it
   * @param encoding null to find out
   * @throws BadValueException if it is no table, or over a limit
   */
  public RawTable read(Path path, String shown, @Nullable Charset encoding) throws IOException {
    limits.requireSize(Files.size(path));
    Charset charset = encoding;
    TableBuilder table = new TableBuilder(shown, null, limits);
    if (charset == null) {
      try (InputStream in = Files.newInputStream(path)) {
        charset = TextEncoding.guess(in);
      }
      if (charset.equals(TextEncoding.GB18030)) {
        table.note(
            "encoding_guessed",
            IssueAction.DERIVED,
            "不是 UTF-8，按 GBK 读取；不对时请用 --encoding",
            "not in UTF-8; read as GBK; if that is wrong say --encoding");
      }
    }
    try (InputStream in = Files.newInputStream(path);
        BufferedReader text =
            new BufferedReader(new InputStreamReader(in, TextEncoding.strict(charset)), 1 << 17)) {
      char separator = separator(text);
      PushbackReader reader = new PushbackReader(text, 1);
      SheetRows rows = new SheetRows(table, limits);
      for (List<String> row = row(reader, separator); row != null; row = row(reader, separator)) {
        rows.add(row);
      }
      rows.finish();
    } catch (CharacterCodingException e) {
      throw new BadValueException(
          "不是 " + charset + " 编码的文本；请用 --encoding 注明编码",
          "it is not text in " + charset + "; say which with --encoding");
    }
    return table.table(null);
  }

  private static char separator(BufferedReader text) throws IOException {
    text.mark(HEADER_CHARS + 1);
    int[] counts = new int[SEPARATORS.length()];
    boolean quoted = false;
    for (int i = 0; i < HEADER_CHARS; i++) {
      int c = text.read();
      if (c < 0 || (!quoted && (c == '\n' || c == '\r') && i > 0)) {
        break;
      }
      quoted ^= c == '"';
      int at = SEPARATORS.indexOf(c);
      if (at >= 0 && !quoted) {
        counts[at]++;
      }
    }
    text.reset();
    int best = 0;
    for (int i = 1; i < counts.length; i++) {
      best = counts[i] > counts[best] ? i : best;
    }
    return SEPARATORS.charAt(best);
  }

  /** The fields of the next line; null behind the last. */
  private @Nullable List<String> row(PushbackReader in, char separator) throws IOException {
    int c = in.read();
    if (c < 0) {
      return null;
    }
    in.unread(c);
    List<String> fields = new ArrayList<>();
    while (true) {
      fields.add(CsvWriter.plain(field(in, separator)));
      // Some room beyond the limit, which the header is held against, for separators at the end.
      limits.requireColumns(fields.size() / 2);
      c = in.read();
      if (c != separator) {
        if (c == '\r') {
          int next = in.read();
          if (next >= 0 && next != '\n') {
            in.unread(next);
          }
        }
        return fields;
      }
    }
  }

  private String field(PushbackReader in, char separator) throws IOException {
    StringBuilder field = new StringBuilder();
    int c = in.read();
    while (c == ' ') {
      c = in.read();
    }
    if (c == '"') {
      quoted(in, field);
      c = in.read();
    }
    while (c >= 0 && c != separator && c != '\n' && c != '\r') {
      append(field, c);
      c = in.read();
    }
    if (c >= 0) {
      in.unread(c);
    }
    return field.toString();
  }

  private void quoted(Reader reader, StringBuilder field) throws IOException {
    PushbackReader in = (PushbackReader) reader;
    while (true) {
      int c = in.read();
      if (c < 0) {
        throw new BadValueException(
            "引号没有结束；文件不完整", "a quotation mark is never closed; the file is cut off");
      }
      if (c == '"') {
        int next = in.read();
        if (next != '"') {
          if (next >= 0) {
            in.unread(next);
          }
          return;
        }
      }
      append(field, c);
    }
  }

  /** A field may be a geometry as text, so it may be longer than a text. */
  private void append(StringBuilder field, int c) {
    if (field.length() >= limits.stringChars()) {
      limits.requireVertices(field.length() / 8L);
    }
    field.append((char) c);
  }
}
