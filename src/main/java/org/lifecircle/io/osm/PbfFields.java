package org.lifecircle.io.osm;

import com.google.protobuf.CodedInputStream;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.WireFormat;
import java.io.IOException;
import java.util.Arrays;

/** The fields of one element: numbers as they are, lists as stretches of bytes. */
final class PbfFields {

  /** The highest field any element has. */
  private static final int FIELDS = 11;

  private final long[] numbers = new long[FIELDS];
  private final boolean[] present = new boolean[FIELDS];
  private final PbfSlice[] slices = new PbfSlice[FIELDS];

  private PbfFields() {
    Arrays.fill(slices, PbfSlice.EMPTY);
  }

  static PbfFields read(byte[] bytes, PbfSlice slice) throws IOException {
    PbfFields fields = new PbfFields();
    CodedInputStream in = CodedInputStream.newInstance(bytes, slice.start(), slice.length());
    for (int tag = in.readTag(); tag != 0; tag = in.readTag()) {
      int field = WireFormat.getTagFieldNumber(tag);
      int type = WireFormat.getTagWireType(tag);
      if (field < FIELDS && type == WireFormat.WIRETYPE_VARINT) {
        fields.numbers[field] = in.readRawVarint64();
        fields.present[field] = true;
      } else if (field < FIELDS && type == WireFormat.WIRETYPE_LENGTH_DELIMITED) {
        fields.slices[field] = PbfSlice.next(in, slice);
      } else {
        PbfBlob.skip(in, tag);
      }
    }
    return fields;
  }

  /** A number as it stands. */
  long number(int field) throws InvalidProtocolBufferException {
    if (!present[field]) {
      throw new InvalidProtocolBufferException("field " + field + " is missing");
    }
    return numbers[field];
  }

  /** A number that may be negative, in the encoding that keeps small ones short. */
  long signed(int field) throws InvalidProtocolBufferException {
    return CodedInputStream.decodeZigZag64(number(field));
  }

  /** A list; empty when absent. */
  PbfSlice slice(int field) {
    return slices[field];
  }
}
