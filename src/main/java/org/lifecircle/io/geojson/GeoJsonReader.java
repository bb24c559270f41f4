package org.lifecircle.io.geojson;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.io.JsonEOFException;
import java.io.BufferedInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lifecircle.io.FileFormat;
import org.lifecircle.io.Limits;
import org.lifecircle.io.RawTable;
import org.lifecircle.io.TextEncoding;
import org.lifecircle.model.BadInputException;
import org.lifecircle.model.BadValueException;
import org.lifecircle.model.Fault;
import org.lifecircle.model.Text;

/**
 * Reads GeoJSON (RFC 7946): a FeatureCollection, a Feature or many one after the other, an array of
 * them, or a bare geometry.
 *
 * <p>It is strict where silence would cost: duplicate members, trailing text, numbers too large to
 * be finite and anything beyond the {@link Limits} are refused. It is lenient where people's files
 * are: heights are dropped, open rings closed (and reported), and the {@code crs} member of 2008 is
 * honoured. Features stream; memory grows with what is kept, not with what the file claims.
 */
public final class GeoJsonReader {

  private static final Text NOT_UTF_8 =
      new Text(
          "文件不是 UTF-8 编码；请另存为 UTF-8，或用 --encoding 注明",
          "the file is not in UTF-8; save it as UTF-8, or say --encoding");

  private final Limits limits;
  private final JsonFactory factory;

  public GeoJsonReader(Limits limits) {
    this.limits = limits;
    this.factory =
        JsonFactory.builder()
            .streamReadConstraints(
                StreamReadConstraints.builder()
                    .maxNestingDepth(limits.depth())
                    .maxStringLength(limits.stringChars())
                    .maxNameLength(1000)
                    .maxNumberLength(100)
                    .maxDocumentLength(limits.fileBytes())
                    .build())
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
            .build();
  }

  /**
   * Reads a file.
   *
   * @throws BadInputException if it is not GeoJSON, or larger than the limits allow
   */
  public RawTable read(Path path) {
    return read(path, String.valueOf(path.getFileName()), null);
  }

  /**
   * Reads a file.
   *
   * @param file how people know it
   * @param encoding of its text; null for UTF-8
   * @throws BadInputException as for {@link #read(Path)}
   */
  public RawTable read(Path path, String file, @Nullable Charset encoding) {
    try {
      if (Files.size(path) > limits.fileBytes()) {
        throw bad(file, "", tooLarge());
      }
      try (InputStream in = Files.newInputStream(path)) {
        return read(file, in, encoding);
      }
    } catch (NoSuchFileException e) {
      throw bad(file, "", new Text("找不到文件", "there is no such file"));
    } catch (IOException e) {
      throw bad(file, "", unreadable(e));
    }
  }

  /**
   * Reads a stream to its end, without closing it.
   *
   * @param file what to call it in messages
   * @throws BadInputException as for {@link #read(Path)}
   */
  public RawTable read(String file, InputStream in) {
    return read(file, in, null);
  }

  private RawTable read(String file, InputStream in, @Nullable Charset encoding) {
    BufferedInputStream buffered = new BufferedInputStream(in);
    try {
      refuseOtherKinds(file, buffered);
      try (JsonParser json = parser(new WithoutSeparators(buffered), encoding)) {
        json.disable(JsonParser.Feature.AUTO_CLOSE_SOURCE);
        return new GeoJsonParser(file, json, limits).parse();
      }
    } catch (JsonProcessingException e) {
      throw bad(file, where(e), explain(e));
    } catch (BadValueException e) {
      throw bad(file, "", e.reason());
    } catch (IOException e) {
      throw bad(file, "", unreadable(e));
    }
  }

  private JsonParser parser(InputStream in, @Nullable Charset encoding) throws IOException {
    return encoding == null || encoding.equals(StandardCharsets.UTF_8)
        ? factory.createParser(in)
        : factory.createParser(new InputStreamReader(in, TextEncoding.strict(encoding)));
  }

  /** Blanks in the place of the marks that RFC 8142 puts before each text of a sequence. */
  private static final class WithoutSeparators extends FilterInputStream {
    private static final int RECORD_SEPARATOR = 0x1e;

    WithoutSeparators(InputStream in) {
      super(in);
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
      int read = super.read(buffer, offset, length);
      for (int i = offset; i < offset + read; i++) {
        buffer[i] = buffer[i] == RECORD_SEPARATOR ? (byte) ' ' : buffer[i];
      }
      return read;
    }
  }

  private static void refuseOtherKinds(String file, BufferedInputStream in) throws IOException {
    in.mark(FileFormat.HEAD_BYTES);
    byte[] head = in.readNBytes(FileFormat.HEAD_BYTES);
    in.reset();
    if (head.length < FileFormat.HEAD_BYTES
        && new String(head, StandardCharsets.ISO_8859_1).isBlank()) {
      throw bad(file, "", new Text("文件是空的", "the file is empty"));
    }
    FileFormat kind = FileFormat.ofHead(head);
    if (kind != null && kind != FileFormat.GEOJSON) {
      throw bad(
          file,
          "",
          new Text(
              "这不是 GeoJSON，看起来是" + kind.title().zh(),
              "this is not GeoJSON, it looks like " + kind.title().en()));
    }
  }

  private Text explain(JsonProcessingException e) {
    if (e instanceof JsonEOFException) {
      return new Text("文件不完整：在中间就结束了", "the file is cut off: it ends in the middle of its content");
    }
    if (e instanceof StreamConstraintsException) {
      return e.getOriginalMessage().startsWith("Document length")
          ? tooLarge()
          : new Text("超出限制：" + e.getOriginalMessage(), "over a limit: " + e.getOriginalMessage());
    }
    if (e.getOriginalMessage().startsWith("Invalid UTF-8")) {
      return NOT_UTF_8;
    }
    return new Text(
        "不是有效的 JSON：" + e.getOriginalMessage(), "not valid JSON: " + e.getOriginalMessage());
  }

  private Text tooLarge() {
    long megabytes = limits.fileBytes() >> 20;
    return new Text(
        "文件过大，上限为 " + megabytes + " MB", "the file is too large; at most " + megabytes + " MB");
  }

  private static Text unreadable(IOException e) {
    return e instanceof CharacterCodingException
        ? NOT_UTF_8
        : new Text("无法读取文件：" + e.getMessage(), "the file cannot be read: " + e.getMessage());
  }

  private static String where(JsonProcessingException e) {
    return e.getLocation() == null
        ? ""
        : "line " + e.getLocation().getLineNr() + ", column " + e.getLocation().getColumnNr();
  }

  private static BadInputException bad(String file, String pointer, Text reason) {
    return new BadInputException(List.of(new Fault(file, null, null, pointer, reason)));
  }
}
