package org.lifecircle.io.mvt;

import com.google.protobuf.CodedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.locationtech.jts.geom.Geometry;

/** A tile that is being written, layer by layer. */
public final class VectorTile {

  private static final int VERSION = 2;

  private final Square square;
  private final ByteArrayOutputStream tile = new ByteArrayOutputStream();

  /** An empty tile of this square. */
  public VectorTile(Square square) {
    this.square = square;
  }

  /** A layer under construction. */
  private static final class Layer {
    final ByteArrayOutputStream features = new ByteArrayOutputStream();
    final Map<String, Integer> keys = new LinkedHashMap<>();
    final Map<Object, Integer> values = new LinkedHashMap<>();
  }

  /**
   * One feature.
   *
   * @param geometry in the units of the square
   * @param values texts, numbers and truth values; nothing is null
   */
  public record Feature(Geometry geometry, Map<String, Object> values) {}

  /** Adds a layer; one of which nothing is seen is left out. */
  public void add(String name, List<Feature> features) {
    Layer layer = new Layer();
    try {
      for (Feature feature : features) {
        List<Integer> commands = TileShape.commands(feature.geometry(), square);
        if (!commands.isEmpty()) {
          message(layer.features, 2, out -> write(out, feature, commands, layer));
        }
      }
      if (layer.features.size() > 0) {
        message(tile, 3, out -> write(out, name, layer));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e); // memory does not fail
    }
  }

  /** The tile as it is sent; empty when nothing is seen. */
  public byte[] bytes() {
    return tile.toByteArray();
  }

  private static void write(
      CodedOutputStream out, Feature feature, List<Integer> commands, Layer layer)
      throws IOException {
    int[] tags = new int[2 * feature.values().size()];
    int at = 0;
    for (Map.Entry<String, Object> entry : feature.values().entrySet()) {
      tags[at++] = layer.keys.computeIfAbsent(entry.getKey(), k -> layer.keys.size());
      tags[at++] = layer.values.computeIfAbsent(entry.getValue(), v -> layer.values.size());
    }
    packed(out, 2, tags);
    out.writeEnum(3, TileShape.type(feature.geometry()));
    packed(out, 4, commands.stream().mapToInt(Integer::intValue).toArray());
  }

  private static void packed(CodedOutputStream out, int field, int[] numbers) throws IOException {
    int size = 0;
    for (int number : numbers) {
      size += CodedOutputStream.computeUInt32SizeNoTag(number);
    }
    out.writeTag(field, 2);
    out.writeUInt32NoTag(size);
    for (int number : numbers) {
      out.writeUInt32NoTag(number);
    }
  }

  private static void write(CodedOutputStream out, String name, Layer layer) throws IOException {
    out.writeString(1, name);
    out.flush();
    out.writeRawBytes(layer.features.toByteArray());
    for (String key : layer.keys.keySet()) {
      out.writeString(3, key);
    }
    for (Object value : layer.values.keySet()) {
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      CodedOutputStream one = CodedOutputStream.newInstance(bytes);
      writeValue(one, value);
      one.flush();
      out.writeByteArray(4, bytes.toByteArray());
    }
    out.writeUInt32(5, Square.EXTENT);
    out.writeUInt32(15, VERSION);
  }

  private static void writeValue(CodedOutputStream out, Object value) throws IOException {
    if (value instanceof Boolean truth) {
      out.writeBool(7, truth);
    } else if (value instanceof Integer || value instanceof Long) {
      out.writeSInt64(6, ((Number) value).longValue());
    } else if (value instanceof Number number) {
      out.writeDouble(3, number.doubleValue());
    } else {
      out.writeString(1, value.toString());
    }
  }

  /** Writes a message. */
  private interface Part {
    void writeTo(CodedOutputStream out) throws IOException;
  }

  private static void message(ByteArrayOutputStream into, int field, Part part) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    CodedOutputStream inner = CodedOutputStream.newInstance(bytes);
    part.writeTo(inner);
    inner.flush();
    CodedOutputStream out = CodedOutputStream.newInstance(into);
    out.writeByteArray(field, bytes.toByteArray());
    out.flush();
  }
}
