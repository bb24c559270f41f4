package org.lifecircle.io.osm;

import com.google.protobuf.CodedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.zip.Deflater;

/**
 * Writes a sketch in the binary format.
 *
 * @param dense nodes together, as differences, or each apart
 * @param zlib packed, or as it is
 */
record PbfSketch(boolean dense, boolean zlib) {

  private static final int GRANULARITY = 1000;
  private static final long LAT_OFFSET = 7000;

  /** Writes a message; the same as {@code Consumer}, but may throw. */
  interface Fields {
    void writeTo(CodedOutputStream out) throws IOException;
  }

  byte[] file(Sketch sketch) {
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    file.writeBytes(header("OsmSchema-V0.6", "DenseNodes"));
    file.writeBytes(block("OSMData", blob(data(sketch))));
    return file.toByteArray();
  }

  byte[] header(String... features) {
    return block(
        "OSMHeader",
        blob(
            message(
                out -> {
                  for (String feature : features) {
                    out.writeString(4, feature);
                  }
                  out.writeString(16, "sketch");
                })));
  }

  static byte[] block(String type, byte[] blob) {
    byte[] header =
        message(
            out -> {
              out.writeString(1, type);
              out.writeInt32(3, blob.length);
            });
    return ByteBuffer.allocate(4 + header.length + blob.length)
        .putInt(header.length)
        .put(header)
        .put(blob)
        .array();
  }

  byte[] blob(byte[] content) {
    return message(
        out -> {
          if (zlib) {
            out.writeInt32(2, content.length);
            out.writeByteArray(3, deflate(content));
          } else {
            out.writeByteArray(1, content);
          }
        });
  }

  static byte[] message(Fields fields) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      CodedOutputStream out = CodedOutputStream.newInstance(bytes);
      fields.writeTo(out);
      out.flush();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  static byte[] deflate(byte[] content) {
    Deflater deflater = new Deflater();
    deflater.setInput(content);
    deflater.finish();
    byte[] packed = new byte[content.length + 100];
    int length = deflater.deflate(packed);
    deflater.end();
    return ByteBuffer.allocate(length).put(packed, 0, length).array();
  }

  private byte[] data(Sketch sketch) {
    List<String> strings = new ArrayList<>(List.of(""));
    byte[] nodes = message(out -> writeNodes(out, sketch, strings));
    byte[] ways = message(out -> writeWays(out, sketch, strings));
    byte[] relations = message(out -> writeRelations(out, sketch, strings));
    byte[] table =
        message(
            out -> {
              for (String string : strings) {
                out.writeByteArray(1, string.getBytes(StandardCharsets.UTF_8));
              }
            });
    return message(
        out -> {
          out.writeByteArray(1, table);
          out.writeByteArray(2, nodes);
          out.writeByteArray(2, ways);
          out.writeByteArray(2, relations);
          out.writeInt32(17, GRANULARITY);
          out.writeInt64(19, LAT_OFFSET);
        });
  }

  private void writeNodes(CodedOutputStream out, Sketch sketch, List<String> strings)
      throws IOException {
    List<Sketch.Node> nodes = sketch.nodes;
    if (!dense) {
      for (Sketch.Node n : nodes) {
        out.writeByteArray(
            1,
            message(
                node -> {
                  node.writeSInt64(1, n.id());
                  writeTags(node, n.tags(), strings);
                  node.writeSInt64(8, lat(n));
                  node.writeSInt64(9, lon(n));
                }));
      }
      return;
    }
    out.writeByteArray(
        2,
        message(
            group -> {
              group.writeByteArray(1, differences(nodes.stream().map(Sketch.Node::id).toList()));
              group.writeByteArray(8, differences(nodes.stream().map(PbfSketch::lat).toList()));
              group.writeByteArray(9, differences(nodes.stream().map(PbfSketch::lon).toList()));
              group.writeByteArray(10, message(tags -> writeDenseTags(tags, nodes, strings)));
            }));
  }

  /** In units of ten ten-millionths of a degree; sketches keep to that grid. */
  private static long lat(Sketch.Node node) {
    return (node.lat() * 100 - LAT_OFFSET) / GRANULARITY;
  }

  private static long lon(Sketch.Node node) {
    return node.lon() * 100 / GRANULARITY;
  }

  private static void writeDenseTags(
      CodedOutputStream out, List<Sketch.Node> nodes, List<String> strings) throws IOException {
    for (Sketch.Node node : nodes) {
      for (Map.Entry<String, String> tag : node.tags().entrySet()) {
        out.writeInt32NoTag(number(tag.getKey(), strings));
        out.writeInt32NoTag(number(tag.getValue(), strings));
      }
      out.writeInt32NoTag(0);
    }
  }

  private static void writeWays(CodedOutputStream out, Sketch sketch, List<String> strings)
      throws IOException {
    for (Sketch.Way w : sketch.ways) {
      out.writeByteArray(
          3,
          message(
              way -> {
                way.writeInt64(1, w.id());
                writeTags(way, w.tags(), strings);
                way.writeByteArray(8, differences(w.nodes()));
              }));
    }
  }

  private static void writeRelations(CodedOutputStream out, Sketch sketch, List<String> strings)
      throws IOException {
    for (Sketch.Relation r : sketch.relations) {
      out.writeByteArray(
          4,
          message(
              relation -> {
                relation.writeInt64(1, r.id());
                writeTags(relation, r.tags(), strings);
                relation.writeByteArray(8, message(o -> writeRoles(o, r, strings)));
                relation.writeByteArray(
                    9, differences(r.members().stream().map(Member::ref).toList()));
                relation.writeByteArray(10, message(o -> writeTypes(o, r)));
              }));
    }
  }

  private static void writeRoles(CodedOutputStream out, Sketch.Relation r, List<String> strings)
      throws IOException {
    for (Member member : r.members()) {
      out.writeInt32NoTag(number(member.role(), strings));
    }
  }

  private static void writeTypes(CodedOutputStream out, Sketch.Relation r) throws IOException {
    for (Member member : r.members()) {
      out.writeEnumNoTag(member.type() == Member.Type.WAY ? 1 : 0);
    }
  }

  private static void writeTags(
      CodedOutputStream out, Map<String, String> tags, List<String> strings) throws IOException {
    out.writeByteArray(2, message(keys -> writeNumbers(keys, tags.keySet(), strings)));
    out.writeByteArray(3, message(values -> writeNumbers(values, tags.values(), strings)));
  }

  private static void writeNumbers(
      CodedOutputStream out, Iterable<String> words, List<String> strings) throws IOException {
    for (String word : words) {
      out.writeUInt32NoTag(number(word, strings));
    }
  }

  private static byte[] differences(List<Long> numbers) {
    return message(
        out -> {
          long before = 0;
          for (long number : numbers) {
            out.writeSInt64NoTag(number - before);
            before = number;
          }
        });
  }

  private static int number(String word, List<String> strings) {
    int at = strings.indexOf(word);
    if (at < 0) {
      strings.add(word);
      return strings.size() - 1;
    }
    return at;
  }
}
