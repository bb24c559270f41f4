package org.lifecircle.io.osm;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Predicate;
import java.util.zip.ZipException;
import org.lifecircle.model.BadInputException;
import org.lifecircle.model.Fault;
import org.lifecircle.model.Text;

/** Reads an OpenStreetMap file of any kind. What kind it is, its first bytes say, not its name. */
final class OsmInput {

  private static final int MAGIC_BYTES = 64;
  private static final String UTF_8_MARK = "\u00ef\u00bb\u00bf";

  /** Where a PBF file has the kind of its first block: behind a length and the field's head. */
  private static final int PBF_KIND_AT = 6;

  private final Predicate<String> keyIsKept;
  private final OsmLimits limits;
  private final Unpacking unpacking;

  OsmInput(Predicate<String> keyIsKept, OsmLimits limits) {
    this.keyIsKept = keyIsKept;
    this.limits = limits;
    this.unpacking = new Unpacking(limits);
  }

  /**
   * Reads all of it.
   *
   * @param file as its owner knows it, for complaints
   * @throws BadInputException with the file, the line or byte, and what to do
   * @throws IOException if the bytes cannot be had
   */
  OsmData read(String file, InputStream in) throws IOException {
    try {
      return read(new MeteredInput(in, this::checkFileSize));
    } catch (UnreadableException e) {
      throw new BadInputException(List.of(new Fault(file, null, null, e.place(), e.reason())));
    } catch (EOFException | ZipException e) {
      Text reason =
          new Text(
              "gzip 压缩数据不完整或已损坏；请重新下载。", "its gzip data is cut short or damaged; fetch it again.");
      throw new BadInputException(List.of(new Fault(file, null, null, "", reason)));
    }
  }

  private OsmData read(MeteredInput metered) throws IOException {
    BufferedInputStream in = new BufferedInputStream(metered, 1 << 16);
    byte[] magic = peek(in);
    if (isGzip(magic)) {
      in = new BufferedInputStream(unpacking.gunzip(new MeteredInput(in, bytes -> {})), 1 << 16);
      magic = peek(in);
    }
    OsmCollector collector = new OsmCollector(keyIsKept, limits);
    if (isPbf(magic)) {
      new PbfReader(collector, unpacking).read(in);
    } else if (isXml(magic)) {
      in.skipNBytes(byteOrderMark(magic));
      new XmlReader(collector, limits).read(in);
    } else {
      throw somethingElse(magic);
    }
    // The parser takes a gzip's early end for the end of the text; the checksum tells.
    long unused = in.transferTo(OutputStream.nullOutputStream());
    return collector.finish();
  }

  private void checkFileSize(long bytes) {
    if (bytes > limits.fileBytes()) {
      throw new UnreadableException(
          "文件超过 %d 字节；请裁剪出更小的范围。".formatted(limits.fileBytes()),
          "it is larger than %d bytes; cut a smaller extract.".formatted(limits.fileBytes()));
    }
  }

  private static byte[] peek(BufferedInputStream in) throws IOException {
    in.mark(MAGIC_BYTES);
    byte[] magic = in.readNBytes(MAGIC_BYTES);
    in.reset();
    return magic;
  }

  private static boolean isGzip(byte[] magic) {
    return magic.length >= 2 && magic[0] == 0x1f && magic[1] == (byte) 0x8b;
  }

  private static boolean isPbf(byte[] magic) {
    String start = new String(magic, StandardCharsets.ISO_8859_1);
    return start.startsWith("OSMHeader", PBF_KIND_AT);
  }

  private static boolean isXml(byte[] magic) {
    String start = new String(magic, StandardCharsets.ISO_8859_1);
    return start.substring(byteOrderMark(magic)).stripLeading().startsWith("<");
  }

  /** How many bytes of mark stand before the text: three, or none. */
  private static int byteOrderMark(byte[] magic) {
    return new String(magic, StandardCharsets.ISO_8859_1).startsWith(UTF_8_MARK) ? 3 : 0;
  }

  private static UnreadableException somethingElse(byte[] magic) {
    String start = new String(magic, StandardCharsets.ISO_8859_1);
    if (start.isEmpty()) {
      return new UnreadableException("文件是空的。", "it is empty.");
    }
    String kind =
        start.startsWith("BZh")
            ? "bzip2"
            : start.startsWith("PK")
                ? "zip"
                : start.startsWith("{") || start.startsWith("[") ? "JSON" : "?";
    return new UnreadableException(
        "不是 OpenStreetMap 文件（内容为 %s）；请提供 .osm、.osm.gz 或 .osm.pbf。".formatted(kind),
        "it is no OpenStreetMap file (its content is %s); give .osm, .osm.gz or .osm.pbf."
            .formatted(kind));
  }
}
