package org.lifecircle.io;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.lifecircle.model.BadValueException;

/**
 * Which characters bytes are. Where nothing declares it: UTF-8 if the bytes are strictly that,
 * which hardly any text of another encoding is; else GB 18030, the superset of GBK and GB 2312 that
 * Chinese programs write.
 */
public final class TextEncoding {

  /** GBK and all that came after it. */
  public static final Charset GB18030 = Charset.forName("GB18030");

  private static final int CHUNK_BYTES = 1 << 16;

  /** As .cpg files and people write them, without dashes, dots and underscores. */
  private static final Map<String, String> NAMES =
      Map.ofEntries(
          Map.entry("gbk", "GB18030"),
          Map.entry("gb2312", "GB18030"),
          Map.entry("936", "GB18030"),
          Map.entry("cp936", "GB18030"),
          Map.entry("ansi936", "GB18030"),
          Map.entry("54936", "GB18030"),
          Map.entry("utf8", "UTF-8"),
          Map.entry("65001", "UTF-8"),
          Map.entry("big5", "Big5"),
          Map.entry("950", "Big5"),
          Map.entry("949", "x-windows-949"),
          Map.entry("932", "windows-31j"),
          Map.entry("shiftjis", "windows-31j"),
          Map.entry("sjis", "windows-31j"),
          Map.entry("koi8r", "KOI8-R"),
          Map.entry("88591", "ISO-8859-1"));

  private TextEncoding() {}

  /** The encoding of this name, if there is one. */
  public static Optional<Charset> find(String name) {
    String plain = name.strip().toLowerCase(Locale.ROOT).replaceAll("[-_. ]", "");
    List<String> tries =
        plain.matches("[0-9]{3,5}")
            ? List.of("windows-" + plain, "x-windows-" + plain, "IBM" + plain, "x-IBM" + plain)
            : List.of(name.strip());
    if (NAMES.containsKey(plain)) {
      return Optional.of(Charset.forName(NAMES.get(plain)));
    }
    return tries.stream().filter(TextEncoding::exists).findFirst().map(Charset::forName);
  }

  private static boolean exists(String name) {
    try {
      return Charset.isSupported(name);
    } catch (IllegalCharsetNameException e) {
      return false;
    }
  }

  /**
   * The encoding of this name.
   *
   * @throws BadValueException if there is none
   */
  public static Charset named(String name) {
    return find(name)
        .orElseThrow(
            () ->
                new BadValueException(
                    "没有名为“" + name + "”的编码；可用 UTF-8、GBK、GB18030、Big5 等",
                    "there is no encoding '" + name + "'; there are UTF-8, GBK, GB18030, Big5 …"));
  }

  /** Whether these bytes are text of this encoding, to the last one. */
  public static boolean fits(byte[] bytes, Charset charset) {
    try {
      strict(charset).decode(ByteBuffer.wrap(bytes));
      return true;
    } catch (CharacterCodingException e) {
      return false;
    }
  }

  /** What a stream is, read to its end: by its mark, else strictly UTF-8, else GB 18030. */
  public static Charset guess(InputStream in) throws IOException {
    CharsetDecoder decoder = strict(StandardCharsets.UTF_8);
    ByteBuffer bytes = ByteBuffer.allocate(CHUNK_BYTES);
    CharBuffer chars = CharBuffer.allocate(CHUNK_BYTES);
    boolean first = true;
    boolean end = false;
    while (!end) {
      int read = in.readNBytes(bytes.array(), bytes.position(), bytes.remaining());
      end = read < bytes.remaining();
      bytes.position(bytes.position() + read).flip();
      if (first && bytes.limit() >= 2) {
        int mark = (bytes.get(0) & 0xff) << 8 | (bytes.get(1) & 0xff);
        if (mark == 0xfeff || mark == 0xfffe) {
          return StandardCharsets.UTF_16;
        }
      }
      first = false;
      chars.clear();
      CoderResult result = decoder.decode(bytes, chars, end);
      if (result.isError()) {
        return GB18030;
      }
      bytes.compact();
    }
    return StandardCharsets.UTF_8;
  }

  /** A decoder that complains instead of putting question marks. */
  public static CharsetDecoder strict(Charset charset) {
    return charset
        .newDecoder()
        .onMalformedInput(CodingErrorAction.REPORT)
        .onUnmappableCharacter(CodingErrorAction.REPORT);
  }
}
