package org.lifecircle.io.osm;

import com.google.protobuf.CodedInputStream;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.WireFormat;
import java.io.IOException;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/** Unpacks a blob: bytes as they are, or packed by zlib, which every writer in use does. */
final class PbfBlob {

  /** No zlib stream unpacks to more than 1 032 times its size. */
  private static final int MAX_ZLIB_RATIO = 1032;

  private static final int RAW = tag(1, WireFormat.WIRETYPE_LENGTH_DELIMITED);
  private static final int RAW_SIZE = tag(2, WireFormat.WIRETYPE_VARINT);
  private static final int ZLIB = tag(3, WireFormat.WIRETYPE_LENGTH_DELIMITED);
  private static final int LZMA = tag(4, WireFormat.WIRETYPE_LENGTH_DELIMITED);
  private static final int BZIP2 = tag(5, WireFormat.WIRETYPE_LENGTH_DELIMITED);
  private static final int LZ4 = tag(6, WireFormat.WIRETYPE_LENGTH_DELIMITED);
  private static final int ZSTD = tag(7, WireFormat.WIRETYPE_LENGTH_DELIMITED);

  private PbfBlob() {}

  static int tag(int field, int wireType) {
    return field << 3 | wireType;
  }

  /** Passes over a field; a stray end of a group is damage. */
  static void skip(CodedInputStream in, int tag) throws IOException {
    if (!in.skipField(tag)) {
      throw new InvalidProtocolBufferException("a group ends that never began");
    }
  }

  /**
   * The content of a blob.
   *
   * @throws UnreadableException if it is packed in a way not known here, or is not of the size it
   *     says
   */
  static byte[] unpack(byte[] blob, int limitBytes) throws IOException {
    CodedInputStream in = CodedInputStream.newInstance(blob);
    byte[] raw = null;
    byte[] zlib = null;
    int rawSize = -1;
    for (int tag = in.readTag(); tag != 0; tag = in.readTag()) {
      if (tag == RAW) {
        raw = in.readByteArray();
      } else if (tag == RAW_SIZE) {
        rawSize = in.readInt32();
      } else if (tag == ZLIB) {
        zlib = in.readByteArray();
      } else {
        refuseOtherPacking(tag);
        skip(in, tag);
      }
    }
    if (raw != null) {
      return raw;
    }
    if (zlib == null) {
      throw new UnreadableException("块中没有数据，文件已损坏。", "a block is empty; the file is damaged.");
    }
    if (rawSize < 0 || rawSize > limitBytes || rawSize > (long) MAX_ZLIB_RATIO * zlib.length) {
      throw wrongSize(rawSize);
    }
    return inflate(zlib, rawSize);
  }

  private static void refuseOtherPacking(int tag) {
    String name =
        tag == LZMA
            ? "lzma"
            : tag == BZIP2 ? "bzip2" : tag == LZ4 ? "lz4" : tag == ZSTD ? "zstd" : "";
    if (!name.isEmpty()) {
      throw new UnreadableException(
          "块用 %s 压缩，本程序只支持 zlib；请重新转换（osmium cat -f pbf,pbf_compression=zlib）。".formatted(name),
          "its blocks are packed by %s, and only zlib is read; convert it (osmium cat -f pbf,pbf_compression=zlib)."
              .formatted(name));
    }
  }

  private static byte[] inflate(byte[] zlib, int rawSize) {
    byte[] content = new byte[rawSize];
    Inflater inflater = new Inflater();
    try {
      inflater.setInput(zlib);
      int filled = 0;
      while (filled < rawSize) {
        int more = inflater.inflate(content, filled, rawSize - filled);
        if (more == 0) {
          throw wrongSize(rawSize); // ended, or wants more than there is
        }
        filled += more;
      }
      if (!inflater.finished() && inflater.inflate(new byte[1]) > 0) {
        throw wrongSize(rawSize);
      }
      return content;
    } catch (DataFormatException e) {
      throw new UnreadableException(
          "块的压缩数据有误，文件已损坏；请重新下载。",
          "a block cannot be unpacked; the file is damaged, fetch it again.");
    } finally {
      inflater.end();
    }
  }

  private static UnreadableException wrongSize(int claimed) {
    return new UnreadableException(
        "块自称解压后为 %d 字节，与内容不符，文件已损坏。".formatted(claimed),
        "a block claims to unpack to %d bytes and does not; the file is damaged."
            .formatted(claimed));
  }
}
