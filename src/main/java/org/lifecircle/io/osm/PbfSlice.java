package org.lifecircle.io.osm;

import com.google.protobuf.CodedInputStream;
import java.io.IOException;

/** A stretch of a block's bytes, read in place. */
record PbfSlice(int start, int length) {

  static final PbfSlice EMPTY = new PbfSlice(0, 0);

  /** Takes the length-delimited field {@code in} stands before; {@code in} goes on behind it. */
  static PbfSlice next(CodedInputStream in, PbfSlice outer) throws IOException {
    int length = in.readRawVarint32();
    int start = outer.start() + in.getTotalBytesRead();
    in.skipRawBytes(length); // refuses a length that is negative or more than remains
    return new PbfSlice(start, length);
  }
}
