package org.lifecircle.io.osm;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;

/**
 * A small place, written in each of the formats. Positions are in ten-millionths of a degree from
 * 112.43 E, 34.67 N; tags are words, {@code "building=yes"}.
 */
final class Sketch {

  static final long LON = 1_124_300_000L;
  static final long LAT = 346_700_000L;

  record Node(long id, long lon, long lat, Map<String, String> tags) {}

  record Way(long id, List<Long> nodes, Map<String, String> tags) {}

  record Relation(long id, List<Member> members, Map<String, String> tags) {}

  final List<Node> nodes = new ArrayList<>();
  final List<Way> ways = new ArrayList<>();
  final List<Relation> relations = new ArrayList<>();

  Sketch node(long id, long east, long north, String... tags) {
    nodes.add(new Node(id, LON + east, LAT + north, tags(tags)));
    return this;
  }

  /**
   * @param nodeIds separated by blanks
   */
  Sketch way(long id, String nodeIds, String... tags) {
    List<Long> ids = new ArrayList<>();
    for (String word : nodeIds.split(" ", -1)) {
      ids.add(Long.parseLong(word));
    }
    ways.add(new Way(id, ids, tags(tags)));
    return this;
  }

  /** A square of four nodes, {@code id} to {@code id + 3}, and a closed way {@code id} round it. */
  Sketch square(long id, long west, long south, long size, String... tags) {
    node(id, west, south);
    node(id + 1, west + size, south);
    node(id + 2, west + size, south + size);
    node(id + 3, west, south + size);
    return way(id, id + " " + (id + 1) + " " + (id + 2) + " " + (id + 3) + " " + id, tags);
  }

  /**
   * @param ways with their roles, {@code "outer 1 inner 2"}
   */
  Sketch relation(long id, String ways, String... tags) {
    String[] words = ways.isEmpty() ? new String[0] : ways.split(" ", -1);
    List<Member> members = new ArrayList<>();
    for (int i = 0; i < words.length; i += 2) {
      members.add(new Member(Member.Type.WAY, Long.parseLong(words[i + 1]), words[i]));
    }
    relations.add(new Relation(id, members, tags(tags)));
    return this;
  }

  private static Map<String, String> tags(String... words) {
    Map<String, String> tags = new LinkedHashMap<>();
    for (String word : words) {
      int equals = word.indexOf('=');
      tags.put(word.substring(0, equals), word.substring(equals + 1));
    }
    return tags;
  }

  byte[] xml() {
    StringBuilder xml = new StringBuilder("<?xml version='1.0' encoding='UTF-8'?>\n");
    xml.append("<osm version=\"0.6\" generator=\"sketch\">\n");
    for (Node n : nodes) {
      xml.append(
          "<node id=\"%d\" lat=\"%s\" lon=\"%s\">".formatted(n.id, degrees(n.lat), degrees(n.lon)));
      xml.append(xml(n.tags)).append("</node>\n");
    }
    for (Way w : ways) {
      xml.append("<way id=\"%d\">".formatted(w.id));
      w.nodes.forEach(ref -> xml.append("<nd ref=\"%d\"/>".formatted(ref)));
      xml.append(xml(w.tags)).append("</way>\n");
    }
    for (Relation r : relations) {
      xml.append("<relation id=\"%d\">".formatted(r.id));
      for (Member m : r.members) {
        xml.append("<member type=\"way\" ref=\"%d\" role=\"%s\"/>".formatted(m.ref(), m.role()));
      }
      xml.append(xml(r.tags)).append("</relation>\n");
    }
    return xml.append("</osm>\n").toString().getBytes(StandardCharsets.UTF_8);
  }

  private static String degrees(long units) {
    return java.math.BigDecimal.valueOf(units, 7).toPlainString();
  }

  private static String xml(Map<String, String> tags) {
    StringBuilder xml = new StringBuilder();
    tags.forEach(
        (key, value) ->
            xml.append(
                "<tag k=\"%s\" v=\"%s\"/>"
                    .formatted(
                        key,
                        value.replace("&", "&amp;").replace("\"", "&quot;").replace("<", "&lt;"))));
    return xml.toString();
  }

  byte[] gzip() {
    return gzip(xml());
  }

  static byte[] gzip(byte[] content) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
      gzip.write(content);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  byte[] pbf() {
    return new PbfSketch(true, true).file(this);
  }
}
