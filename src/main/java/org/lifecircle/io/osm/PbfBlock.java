package org.lifecircle.io.osm;

import com.google.protobuf.CodedInputStream;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.WireFormat;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads one block of elements. Numbers come as differences; strings by their place in the block's
 * table. Who changed what and when is passed over.
 */
final class PbfBlock {

  private static final int LENGTH = WireFormat.WIRETYPE_LENGTH_DELIMITED;
  private static final int VARINT = WireFormat.WIRETYPE_VARINT;
  private static final int STRING_TABLE = PbfBlob.tag(1, LENGTH);
  private static final int GROUP = PbfBlob.tag(2, LENGTH);
  private static final int GRANULARITY = PbfBlob.tag(17, VARINT);
  private static final int LAT_OFFSET = PbfBlob.tag(19, VARINT);
  private static final int LON_OFFSET = PbfBlob.tag(20, VARINT);
  private static final int GROUP_NODE = PbfBlob.tag(1, LENGTH);
  private static final int GROUP_DENSE = PbfBlob.tag(2, LENGTH);
  private static final int GROUP_WAY = PbfBlob.tag(3, LENGTH);
  private static final int GROUP_RELATION = PbfBlob.tag(4, LENGTH);

  private final byte[] bytes;
  private final OsmCollector collector;
  private final PbfStrings strings;
  private final LongList refs = new LongList();
  private final List<Member> members = new ArrayList<>();
  private PbfGrid grid = new PbfGrid(100, 0, 0);

  PbfBlock(byte[] bytes, OsmCollector collector) {
    this.bytes = bytes;
    this.collector = collector;
    this.strings = new PbfStrings(bytes, collector.tags());
  }

  void read() throws IOException {
    PbfSlice whole = new PbfSlice(0, bytes.length);
    List<PbfSlice> groups = new ArrayList<>();
    int granularity = 100;
    long latOffset = 0;
    long lonOffset = 0;
    CodedInputStream in = open(whole);
    for (int tag = in.readTag(); tag != 0; tag = in.readTag()) {
      if (tag == STRING_TABLE) {
        strings.read(PbfSlice.next(in, whole));
      } else if (tag == GROUP) {
        groups.add(PbfSlice.next(in, whole));
      } else if (tag == GRANULARITY) {
        granularity = in.readInt32();
      } else if (tag == LAT_OFFSET) {
        latOffset = in.readInt64();
      } else if (tag == LON_OFFSET) {
        lonOffset = in.readInt64();
      } else {
        PbfBlob.skip(in, tag);
      }
    }
    grid = new PbfGrid(granularity, lonOffset, latOffset);
    for (PbfSlice group : groups) {
      readGroup(group);
    }
  }

  private void readGroup(PbfSlice group) throws IOException {
    CodedInputStream in = open(group);
    for (int tag = in.readTag(); tag != 0; tag = in.readTag()) {
      if (tag == GROUP_NODE) {
        readNode(fields(in, group));
      } else if (tag == GROUP_DENSE) {
        readDense(fields(in, group));
      } else if (tag == GROUP_WAY) {
        readWay(fields(in, group));
      } else if (tag == GROUP_RELATION) {
        readRelation(fields(in, group));
      } else {
        PbfBlob.skip(in, tag);
      }
    }
  }

  private PbfFields fields(CodedInputStream in, PbfSlice outer) throws IOException {
    return PbfFields.read(bytes, PbfSlice.next(in, outer));
  }

  private void readNode(PbfFields node) throws IOException {
    readTags(node);
    collector.node(node.signed(1), grid.lon(node.signed(9)), grid.lat(node.signed(8)));
  }

  private void readDense(PbfFields dense) throws IOException {
    CodedInputStream ids = open(dense.slice(1));
    CodedInputStream lats = open(dense.slice(8));
    CodedInputStream lons = open(dense.slice(9));
    CodedInputStream tags = open(dense.slice(10));
    long id = 0;
    long lat = 0;
    long lon = 0;
    while (!ids.isAtEnd()) {
      id += ids.readSInt64();
      lat += lats.readSInt64();
      lon += lons.readSInt64();
      readDenseTags(tags);
      collector.node(id, grid.lon(lon), grid.lat(lat));
    }
    if (!lats.isAtEnd() || !lons.isAtEnd()) {
      throw new InvalidProtocolBufferException("more positions than nodes");
    }
  }

  /** Tags of one node up to the 0 between nodes; nothing at all where no node has tags. */
  private void readDenseTags(CodedInputStream in) throws IOException {
    while (!in.isAtEnd()) {
      int key = in.readInt32();
      if (key == 0) {
        return;
      }
      strings.tag(key, in.readInt32());
    }
  }

  private void readWay(PbfFields way) throws IOException {
    readTags(way);
    refs.clear();
    CodedInputStream in = open(way.slice(8));
    long ref = 0;
    while (!in.isAtEnd()) {
      ref += in.readSInt64();
      refs.add(ref);
    }
    collector.way(way.number(1), refs);
  }

  private void readRelation(PbfFields relation) throws IOException {
    readTags(relation);
    members.clear();
    CodedInputStream roles = open(relation.slice(8));
    CodedInputStream ids = open(relation.slice(9));
    CodedInputStream types = open(relation.slice(10));
    Member.Type[] known = Member.Type.values();
    long id = 0;
    while (!ids.isAtEnd()) {
      id += ids.readSInt64();
      int type = types.readEnum();
      if (type < 0 || type >= known.length) {
        throw new InvalidProtocolBufferException("member type " + type);
      }
      members.add(new Member(known[type], id, strings.get(roles.readInt32())));
    }
    collector.relation(relation.number(1), members);
  }

  private void readTags(PbfFields element) throws IOException {
    CodedInputStream keys = open(element.slice(2));
    CodedInputStream values = open(element.slice(3));
    while (!keys.isAtEnd()) {
      strings.tag(keys.readUInt32(), values.readUInt32());
    }
  }

  private CodedInputStream open(PbfSlice slice) {
    return CodedInputStream.newInstance(bytes, slice.start(), slice.length());
  }
}
