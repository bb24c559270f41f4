package org.lifecircle.io.osm;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipException;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/**
 * Reads OpenStreetMap XML, version 0.6, as the API, Overpass, JOSM and osmium write it.
 *
 * <p>A document type declaration is refused where it stands, before anything in it is looked at;
 * external entities are off besides. Elements that are deleted ({@code action="delete"} as JOSM
 * writes it, {@code visible="false"}) are read over.
 */
final class XmlReader {

  private static final double UNITS_PER_DEGREE = 1e7;

  private final OsmCollector collector;
  private final OsmLimits limits;
  private final LongList refs = new LongList();
  private final List<Member> members = new ArrayList<>();

  /** The node, way or relation being read; empty between them. */
  private String element = "";

  private boolean deleted;
  private long id;
  private long lon;
  private long lat;

  XmlReader(OsmCollector collector, OsmLimits limits) {
    this.collector = collector;
    this.limits = limits;
  }

  /**
   * Reads the whole document.
   *
   * @throws UnreadableException with the line where it stops being OpenStreetMap XML
   * @throws IOException if the bytes themselves cannot be had
   */
  void read(InputStream in) throws IOException {
    StepGuard guard = new StepGuard(in, limits.xmlStepBytes());
    @Nullable XMLStreamReader xml = null;
    try {
      // Decoded here: the parser prints what is wrong with bytes, besides throwing it.
      xml = factory().createXMLStreamReader(new InputStreamReader(guard, strictUtf8()));
      read(xml, guard);
    } catch (XMLStreamException e) {
      throw explain(e);
    } catch (UnreadableException e) {
      throw xml == null ? e : e.at("line " + xml.getLocation().getLineNumber());
    }
  }

  private static CharsetDecoder strictUtf8() {
    return StandardCharsets.UTF_8.newDecoder().onMalformedInput(CodingErrorAction.REPORT);
  }

  private static XMLInputFactory factory() {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_VALIDATING, false);
    return factory;
  }

  private void read(XMLStreamReader xml, StepGuard guard) throws XMLStreamException {
    int depth = 0;
    while (xml.hasNext()) {
      int event = xml.next();
      guard.step();
      if (event == XMLStreamConstants.DTD) {
        throw new UnreadableException(
            "含有 DOCTYPE 声明；出于安全原因不予读取，请删除该声明。",
            "it has a DOCTYPE, which is refused for safety; remove the declaration.");
      } else if (event == XMLStreamConstants.START_ELEMENT) {
        requireModest(xml, ++depth);
        if (depth == 1) {
          requireOsm(xml);
        } else {
          start(xml, depth);
        }
      } else if (event == XMLStreamConstants.END_ELEMENT) {
        if (depth-- == 2) {
          end();
        }
      }
    }
  }

  private void requireModest(XMLStreamReader xml, int depth) {
    if (depth > limits.xmlDepth() || xml.getAttributeCount() > limits.xmlAttributes()) {
      throw new UnreadableException(
          "元素嵌套超过 %d 层或属性超过 %d 个，不是 OpenStreetMap 数据。"
              .formatted(limits.xmlDepth(), limits.xmlAttributes()),
          "elements nest deeper than %d or have more than %d attributes; this is no OpenStreetMap data."
              .formatted(limits.xmlDepth(), limits.xmlAttributes()));
    }
  }

  private static void requireOsm(XMLStreamReader xml) {
    String version = xml.getAttributeValue(null, "version");
    if (!xml.getLocalName().equals("osm")) {
      throw new UnreadableException(
          "根元素是 <%s>，而不是 <osm>；请提供 OpenStreetMap XML 文件。".formatted(xml.getLocalName()),
          "its root is <%s>, not <osm>; give a file of OpenStreetMap XML."
              .formatted(xml.getLocalName()));
    }
    if (version != null && !version.equals("0.6")) {
      throw new UnreadableException(
          "OpenStreetMap XML 的版本是 %s；只能读取 0.6。".formatted(version),
          "it is OpenStreetMap XML version %s; only 0.6 is read.".formatted(version));
    }
  }

  private void start(XMLStreamReader xml, int depth) {
    String name = xml.getLocalName();
    if (depth == 2) {
      startElement(xml, name);
    } else if (depth == 3 && !element.isEmpty()) {
      switch (name) {
        case "tag" -> collector.tags().add(require(xml, "k"), require(xml, "v"));
        case "nd" -> refs.add(number(xml, "ref"));
        case "member" -> members.add(member(xml));
        default -> {} // Overpass adds <center> and <bounds>
      }
    }
  }

  private void startElement(XMLStreamReader xml, String name) {
    boolean known = name.equals("node") || name.equals("way") || name.equals("relation");
    element = known ? name : "";
    if (name.equals("bounds")) {
      collector.bounds(
          degrees(xml, "minlon"),
          degrees(xml, "minlat"),
          degrees(xml, "maxlon"),
          degrees(xml, "maxlat"));
    }
    if (!known) {
      return; // bounds, notes, changesets
    }
    deleted =
        "false".equals(xml.getAttributeValue(null, "visible"))
            || "delete".equals(xml.getAttributeValue(null, "action"));
    id = number(xml, "id");
    if (name.equals("node") && !deleted) {
      lon = Math.round(degrees(xml, "lon") * UNITS_PER_DEGREE);
      lat = Math.round(degrees(xml, "lat") * UNITS_PER_DEGREE);
    }
  }

  private void end() {
    if (deleted) {
      int unused = collector.tags().close();
    } else {
      switch (element) {
        case "node" -> collector.node(id, lon, lat);
        case "way" -> collector.way(id, refs);
        case "relation" -> collector.relation(id, members);
        default -> {}
      }
    }
    element = "";
    deleted = false;
    refs.clear();
    members.clear();
  }

  private static Member member(XMLStreamReader xml) {
    String type = require(xml, "type");
    String role = xml.getAttributeValue(null, "role");
    return new Member(
        switch (type) {
          case "node" -> Member.Type.NODE;
          case "way" -> Member.Type.WAY;
          case "relation" -> Member.Type.RELATION;
          default ->
              throw new UnreadableException(
                  "成员类型 '%s' 不是 node、way 或 relation。".formatted(type),
                  "member type '%s' is not node, way or relation.".formatted(type));
        },
        number(xml, "ref"),
        role == null ? "" : role);
  }

  private static String require(XMLStreamReader xml, String attribute) {
    String value = xml.getAttributeValue(null, attribute);
    if (value == null) {
      throw new UnreadableException(
          "<%s> 缺少属性 %s。".formatted(xml.getLocalName(), attribute),
          "<%s> has no attribute %s.".formatted(xml.getLocalName(), attribute));
    }
    return value;
  }

  private static long number(XMLStreamReader xml, String attribute) {
    String value = require(xml, attribute);
    try {
      return Long.parseLong(value);
    } catch (NumberFormatException e) {
      throw notANumber(xml, attribute, value);
    }
  }

  private static double degrees(XMLStreamReader xml, String attribute) {
    String value = require(xml, attribute);
    try {
      double degrees = Double.parseDouble(value);
      if (Double.isFinite(degrees)) {
        return degrees;
      }
    } catch (NumberFormatException e) {
      throw notANumber(xml, attribute, value);
    }
    throw notANumber(xml, attribute, value);
  }

  private static UnreadableException notANumber(
      XMLStreamReader xml, String attribute, String value) {
    return new UnreadableException(
        "<%s> 的属性 %s 是 '%s'，不是数值。".formatted(xml.getLocalName(), attribute, value),
        "attribute %s of <%s> is '%s', which is not a number."
            .formatted(attribute, xml.getLocalName(), value));
  }

  private static UnreadableException explain(XMLStreamException e) throws IOException {
    if (e.getNestedException() instanceof EOFException
        || e.getNestedException() instanceof ZipException) {
      throw (IOException) e.getNestedException();
    }
    int line = e.getLocation() == null ? 0 : e.getLocation().getLineNumber();
    if (e.getNestedException() instanceof CharacterCodingException) {
      return new UnreadableException(
              "文件不是 UTF-8 编码；OpenStreetMap XML 必须是 UTF-8。",
              "it is not in UTF-8, as OpenStreetMap XML always is.")
          .at("line " + line);
    }
    String detail = String.valueOf(e.getMessage()).replaceAll("\\s+", " ");
    String what = detail.replaceFirst("^ParseError at \\[[^\\]]*\\] Message: ", "");
    return new UnreadableException(
            "不是完整的 XML 文件：第 %d 行有误（%s）。".formatted(line, what),
            "it is not a complete XML file: line %d is wrong (%s)".formatted(line, what))
        .at("line " + line);
  }
}
