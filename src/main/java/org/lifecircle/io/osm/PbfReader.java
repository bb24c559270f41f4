package org.lifecircle.io.osm;

import com.google.protobuf.CodedInputStream;
import com.google.protobuf.WireFormat;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.Set;

/**
 * Reads the frame of OpenStreetMap's binary format: a row of blocks, each with its length and its
 * kind before it. What is inside is unpacked by {@link PbfBlob} and read by {@link PbfBlock}.
 *
 * <p>Source: the format's description in the OpenStreetMap wiki, "PBF Format", with its limits.
 */
final class PbfReader {

  private static final int MAX_HEADER_BYTES = 64 << 10;
  private static final int MAX_BLOB_BYTES = 32 << 20;
  private static final int LENGTH_BYTES = 4;
  private static final Set<String> KNOWN_FEATURES = Set.of("OsmSchema-V0.6", "DenseNodes");

  private static final int HEADER_TYPE = PbfBlob.tag(1, WireFormat.WIRETYPE_LENGTH_DELIMITED);
  private static final int HEADER_SIZE = PbfBlob.tag(3, WireFormat.WIRETYPE_VARINT);
  private static final double NANO = 1e9;
  private static final int BOUNDS = PbfBlob.tag(1, WireFormat.WIRETYPE_LENGTH_DELIMITED);
  private static final int REQUIRED = PbfBlob.tag(4, WireFormat.WIRETYPE_LENGTH_DELIMITED);

  private final OsmCollector collector;
  private final Unpacking unpacking;
  private long position;
  private long unpackedBytes;
  private boolean headerSeen;

  /** What the frame says of the block that follows. */
  private record BlobHeader(String type, int size) {}

  PbfReader(OsmCollector collector, Unpacking unpacking) {
    this.collector = collector;
    this.unpacking = unpacking;
  }

  /**
   * Reads all blocks.
   *
   * @throws UnreadableException with the byte at which the block begins that cannot be read
   */
  void read(InputStream in) throws IOException {
    long start = 0;
    try {
      while (readBlock(in)) {
        start = position;
      }
    } catch (UnreadableException e) {
      throw e.at("byte " + start);
    }
  }

  private boolean readBlock(InputStream in) throws IOException {
    byte[] length = in.readNBytes(LENGTH_BYTES);
    if (length.length == 0) {
      return false;
    }
    requireAll(length.length, LENGTH_BYTES);
    position += LENGTH_BYTES;
    int headerBytes = ByteBuffer.wrap(length).getInt();
    requireSize(headerBytes, MAX_HEADER_BYTES);
    BlobHeader header = decode(() -> header(take(in, headerBytes)));
    requireSize(header.size(), MAX_BLOB_BYTES);
    byte[] blob = take(in, header.size());
    decode(() -> dispatch(header.type(), blob));
    return true;
  }

  private Void dispatch(String type, byte[] blob) throws IOException {
    if (type.equals("OSMHeader")) {
      readFileHeader(unpack(blob));
      headerSeen = true;
    } else if (!headerSeen) {
      throw new UnreadableException(
          "第一个块应为 OSMHeader，不是 OpenStreetMap PBF 文件。",
          "its first block is not an OSMHeader; this is no OpenStreetMap PBF file.");
    } else if (type.equals("OSMData")) {
      new PbfBlock(unpack(blob), collector).read();
    }
    return null; // blocks of other kinds are passed over, as the format asks
  }

  private byte[] unpack(byte[] blob) throws IOException {
    byte[] content = PbfBlob.unpack(blob, MAX_BLOB_BYTES);
    unpackedBytes += content.length;
    unpacking.check(position, unpackedBytes);
    return content;
  }

  private static BlobHeader header(byte[] bytes) throws IOException {
    CodedInputStream in = CodedInputStream.newInstance(bytes);
    String type = "";
    int size = -1;
    for (int tag = in.readTag(); tag != 0; tag = in.readTag()) {
      if (tag == HEADER_TYPE) {
        type = in.readString();
      } else if (tag == HEADER_SIZE) {
        size = in.readInt32();
      } else {
        PbfBlob.skip(in, tag);
      }
    }
    return new BlobHeader(type, size);
  }

  private void readFileHeader(byte[] bytes) throws IOException {
    CodedInputStream in = CodedInputStream.newInstance(bytes);
    for (int tag = in.readTag(); tag != 0; tag = in.readTag()) {
      if (tag == REQUIRED) {
        requireKnown(in.readString());
      } else if (tag == BOUNDS) {
        byte[] box = in.readByteArray();
        readBounds(PbfFields.read(box, new PbfSlice(0, box.length)));
      } else {
        PbfBlob.skip(in, tag);
      }
    }
  }

  /** West, east, north and south, in nanodegrees. */
  private void readBounds(PbfFields box) throws IOException {
    collector.bounds(
        box.signed(1) / NANO, box.signed(4) / NANO, box.signed(2) / NANO, box.signed(3) / NANO);
  }

  private static void requireKnown(String feature) {
    if (feature.equals("HistoricalInformation")) {
      throw new UnreadableException(
          "这是带历史版本的文件；请提供只含当前数据的文件。",
          "it holds the whole history; give a file of current data only.");
    }
    if (!KNOWN_FEATURES.contains(feature)) {
      throw new UnreadableException(
          "读取它需要 '%s'，本程序不支持。".formatted(feature),
          "reading it needs '%s', which is not known here.".formatted(feature));
    }
  }

  private byte[] take(InputStream in, int wanted) throws IOException {
    byte[] bytes = in.readNBytes(wanted);
    requireAll(bytes.length, wanted);
    position += wanted;
    return bytes;
  }

  private void requireAll(int got, int wanted) {
    if (got < wanted) {
      throw new UnreadableException(
          "文件在第 %d 字节处中断，还缺 %d 字节；请重新下载。".formatted(position + got, wanted - got),
          "it ends at byte %d, %d bytes too early; fetch it again."
              .formatted(position + got, wanted - got));
    }
  }

  private static void requireSize(int size, int limit) {
    if (size < 0 || size > limit) {
      throw new UnreadableException(
          "块长度 %d 超出 0–%d 字节，文件已损坏。".formatted(size, limit),
          "a block claims %d bytes, which is not within 0–%d; the file is damaged."
              .formatted(size, limit));
    }
  }

  private interface Decoding<T> {
    T decode() throws IOException;
  }

  private static <T> T decode(Decoding<T> decoding) throws IOException {
    try {
      return decoding.decode();
    } catch (com.google.protobuf.InvalidProtocolBufferException e) {
      throw new UnreadableException(
          "块的内容无法解码，文件已损坏（%s）。".formatted(e.getMessage()),
          "a block cannot be decoded, the file is damaged (%s)".formatted(e.getMessage()));
    }
  }
}
