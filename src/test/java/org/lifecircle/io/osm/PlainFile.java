package org.lifecircle.io.osm;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.DataFormatException;
import java.util.zip.GZIPInputStream;
import java.util.zip.Inflater;

/**
 * The elements of an OpenStreetMap file, read as plainly as can be and trusting every byte: XML by
 * regular expressions, the binary format by counting bytes. It shares nothing with the reader it
 * checks.
 */
record PlainFile(List<Element> nodes, List<Element> ways, List<Element> relations) {

  /**
   * @param refs nodes of a way, members of a relation; empty for a node
   */
  record Element(long id, Map<String, String> tags, List<Long> refs) {

    boolean has(String key, String... values) {
      String value = tags.get(key);
      return value != null && (values.length == 0 || List.of(values).contains(value));
    }

    boolean closed() {
      return refs.size() > 3 && refs.get(0).equals(refs.get(refs.size() - 1));
    }
  }

  static PlainFile of(Path path) throws IOException, DataFormatException {
    byte[] bytes = Files.readAllBytes(path);
    PlainFile file = new PlainFile(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
    if (path.toString().endsWith(".pbf")) {
      file.readPbf(bytes);
    } else if (path.toString().endsWith(".gz")) {
      file.readXml(new GZIPInputStream(new ByteArrayInputStream(bytes)).readAllBytes());
    } else {
      file.readXml(bytes);
    }
    return file;
  }

  static long count(List<Element> elements, Predicate<Element> which) {
    return elements.stream().filter(which).count();
  }

  private void readXml(byte[] bytes) {
    String xml = new String(bytes, StandardCharsets.UTF_8);
    Matcher element =
        Pattern.compile(
                "<(node|way|relation) id=\"(-?\\d+)\"[^>]*?(/>|>(.*?)</\\1>)", Pattern.DOTALL)
            .matcher(xml);
    Pattern tag = Pattern.compile("<tag k=\"([^\"]*)\" v=\"([^\"]*)\"");
    Pattern ref = Pattern.compile("<(?:nd|member)[^>]* ref=\"(-?\\d+)\"");
    while (element.find()) {
      Map<String, String> tags = new HashMap<>();
      List<Long> refs = new ArrayList<>();
      String body = element.group(4) == null ? "" : element.group(4);
      tag.matcher(body).results().forEach(m -> tags.put(m.group(1), m.group(2)));
      ref.matcher(body).results().forEach(m -> refs.add(Long.parseLong(m.group(1))));
      list(element.group(1)).add(new Element(Long.parseLong(element.group(2)), tags, refs));
    }
  }

  private List<Element> list(String kind) {
    return kind.equals("node") ? nodes : kind.equals("way") ? ways : relations;
  }

  private void readPbf(byte[] bytes) throws IOException, DataFormatException {
    DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes));
    while (in.available() > 0) {
      Message header = new Message(in.readNBytes(in.readInt()));
      Message blob = new Message(in.readNBytes((int) header.number(3)));
      byte[] content = new byte[(int) blob.number(2)];
      Inflater inflater = new Inflater();
      inflater.setInput(blob.bytes(3));
      int unused = inflater.inflate(content);
      inflater.end();
      if (header.text(1).equals("OSMData")) {
        readBlock(new Message(content));
      }
    }
  }

  private void readBlock(Message block) {
    List<byte[]> strings = new Message(block.bytes(1)).all(1);
    for (byte[] bytes : block.all(2)) {
      Message group = new Message(bytes);
      group.all(2).forEach(dense -> readDense(new Message(dense), strings));
      group.all(3).forEach(way -> ways.add(element(new Message(way), strings, 8)));
      group.all(4).forEach(r -> relations.add(element(new Message(r), strings, 9)));
    }
  }

  private void readDense(Message dense, List<byte[]> strings) {
    List<Long> tags = dense.list(10);
    int at = 0;
    for (long id : sums(dense.list(1))) {
      Map<String, String> its = new HashMap<>();
      while (at < tags.size() && tags.get(at) != 0) {
        its.put(text(strings, tags.get(at)), text(strings, tags.get(at + 1)));
        at += 2;
      }
      at++;
      nodes.add(new Element(id, its, List.of()));
    }
  }

  private static Element element(Message message, List<byte[]> strings, int refs) {
    Map<String, String> tags = new HashMap<>();
    List<Long> keys = message.list(2);
    List<Long> values = message.list(3);
    for (int i = 0; i < keys.size(); i++) {
      tags.put(text(strings, keys.get(i)), text(strings, values.get(i)));
    }
    return new Element(message.number(1), tags, sums(message.list(refs)));
  }

  private static List<Long> sums(List<Long> zigzags) {
    List<Long> sums = new ArrayList<>();
    long sum = 0;
    for (long z : zigzags) {
      sum += z % 2 == 0 ? z / 2 : -(z + 1) / 2;
      sums.add(sum);
    }
    return sums;
  }

  private static String text(List<byte[]> strings, long index) {
    return new String(strings.get((int) index), StandardCharsets.UTF_8);
  }

  /** A message of the binary format as a list of its fields. */
  private static final class Message {
    private final Map<Integer, List<byte[]>> pieces = new HashMap<>();
    private final Map<Integer, Long> numbers = new HashMap<>();
    private byte[] bytes = {};
    private int at;

    private Message() {}

    Message(byte[] bytes) {
      this.bytes = bytes;
      while (at < bytes.length) {
        long head = varint();
        int field = (int) (head / 8);
        if (head % 8 == 0) {
          numbers.put(field, varint());
        } else {
          int length = (int) varint();
          byte[] piece = java.util.Arrays.copyOfRange(bytes, at, at + length);
          at += length;
          pieces.computeIfAbsent(field, f -> new ArrayList<>()).add(piece);
        }
      }
    }

    long number(int field) {
      return numbers.getOrDefault(field, 0L);
    }

    byte[] bytes(int field) {
      return all(field).isEmpty() ? new byte[0] : all(field).get(0);
    }

    String text(int field) {
      return new String(bytes(field), StandardCharsets.UTF_8);
    }

    List<byte[]> all(int field) {
      return pieces.getOrDefault(field, List.of());
    }

    List<Long> list(int field) {
      Message packed = new Message();
      packed.bytes = bytes(field);
      List<Long> list = new ArrayList<>();
      while (packed.at < packed.bytes.length) {
        list.add(packed.varint());
      }
      return list;
    }

    private long varint() {
      long value = 0;
      int shift = 0;
      int part;
      do {
        part = bytes[at++] & 0xff;
        value += (long) (part % 128) << shift;
        shift += 7;
      } while (part >= 128);
      return value;
    }
  }
}
