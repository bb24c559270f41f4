package org.lifecircle.io.osm;

import com.google.protobuf.CodedInputStream;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.WireFormat;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The string table of a block. Strings nobody asks for (most are user names) are not decoded. */
final class PbfStrings {

  private static final int STRING = PbfBlob.tag(1, WireFormat.WIRETYPE_LENGTH_DELIMITED);

  private final byte[] bytes;
  private final TagSets tags;
  private final List<PbfSlice> slices = new ArrayList<>();
  private @Nullable String[] decoded = {};

  PbfStrings(byte[] bytes, TagSets tags) {
    this.bytes = bytes;
    this.tags = tags;
  }

  void read(PbfSlice table) throws IOException {
    CodedInputStream in = CodedInputStream.newInstance(bytes, table.start(), table.length());
    for (int tag = in.readTag(); tag != 0; tag = in.readTag()) {
      if (tag == STRING) {
        slices.add(PbfSlice.next(in, table));
      } else {
        PbfBlob.skip(in, tag);
      }
    }
    decoded = new @Nullable String[slices.size()];
  }

  String get(int index) throws InvalidProtocolBufferException {
    if (index < 0 || index >= decoded.length) {
      throw new InvalidProtocolBufferException("string " + index + " of " + decoded.length);
    }
    String known = decoded[index];
    if (known == null) {
      PbfSlice slice = slices.get(index);
      known = new String(bytes, slice.start(), slice.length(), StandardCharsets.UTF_8);
      decoded[index] = known;
    }
    return known;
  }

  /** Adds a tag to the element being read, if its key is of interest. */
  void tag(int key, int value) throws InvalidProtocolBufferException {
    String name = get(key);
    if (tags.keeps(name)) {
      tags.add(name, get(value));
    } else if (value < 0 || value >= decoded.length) {
      throw new InvalidProtocolBufferException("string " + value + " of " + decoded.length);
    }
  }
}
