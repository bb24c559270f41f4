package org.lifecircle.io.osm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.lifecircle.io.osm.Refusals.refused;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lifecircle.model.Fault;

class XmlRefusalTest {

  /** Bytes that go on and on, without being anywhere. */
  private static InputStream endless(String start, String again) {
    InputStream begin = new ByteArrayInputStream(start.getBytes(StandardCharsets.UTF_8));
    byte[] more = again.repeat(10_000).getBytes(StandardCharsets.UTF_8);
    InputStream rest =
        new SequenceInputStream(
            Collections.enumeration(
                Collections.nCopies(1_000, more).stream()
                    .map(bytes -> (InputStream) new ByteArrayInputStream(bytes))
                    .toList()));
    return new SequenceInputStream(begin, rest);
  }

  @Test
  void a_doctype_is_refused_and_the_file_it_points_to_stays_unread(@TempDir Path folder)
      throws IOException {
    Path secret = Files.writeString(folder.resolve("secret"), "the secret of the town");
    String xml =
        """
        <?xml version="1.0"?>
        <!DOCTYPE osm [<!ENTITY secret SYSTEM "%s">]>
        <osm version="0.6"><node id="1" lat="0" lon="0"><tag k="name" v="&secret;"/></node></osm>
        """
            .formatted(secret.toUri());

    Fault fault = refused(xml);

    assertTrue(fault.reason().en().contains("DOCTYPE"), fault.toString());
    assertTrue(fault.reason().zh().contains("DOCTYPE"), fault.toString());
    assertEquals("line 2", fault.pointer());
    assertFalse(fault.toString().contains("secret of the town"));
  }

  @Test
  void a_billion_laughs_are_refused_before_the_first() {
    StringBuilder xml =
        new StringBuilder("<?xml version='1.0'?>\n<!DOCTYPE osm [<!ENTITY a0 'ha'>");
    for (int i = 1; i < 30; i++) {
      xml.append("<!ENTITY a%d '%s'>".formatted(i, "&a%d;".formatted(i - 1).repeat(10)));
    }
    xml.append("]>\n<osm version='0.6'><note>&a29;</note></osm>");

    assertTrue(refused(xml.toString()).reason().en().contains("DOCTYPE"));
  }

  @Test
  void an_external_doctype_is_refused_without_being_fetched() {
    String xml = "<!DOCTYPE osm SYSTEM 'http://127.0.0.1:1/osm.dtd'>\n<osm version='0.6'/>";

    assertTrue(refused(xml).reason().en().contains("DOCTYPE"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          <osm version='0.6'><node id='1' lat='0' lon='0'>                     | line 1 | not a complete XML
          <osm version='0.6'><node id='1' lat='0' lon='0'></way></osm>         | line 1 | not a complete XML
          <osm version='0.6'><node id='1' lat='&x;' lon='0'/></osm>            | line 1 |
          <kml xmlns='http://www.opengis.net/kml/2.2'/>                        | line 1 | its root is <kml>
          <osm version='0.5'/>                                                 | line 1 | version 0.5
          <osm version='0.6'><node id='1' lat='0'/></osm>                      | line 1 | <node> has no attribute lon
          <osm version='0.6'><node lat='0' lon='0'/></osm>                     | line 1 | <node> has no attribute id
          <osm version='0.6'><node id='x' lat='0' lon='0'/></osm>              | line 1 | attribute id of <node> is 'x'
          <osm version='0.6'><node id='1' lat='NaN' lon='0'/></osm>            | line 1 | attribute lat of <node> is 'NaN'
          <osm version='0.6'><node id='1' lat='1e999' lon='0'/></osm>          | line 1 | attribute lat of <node>
          <osm version='0.6'><node id='7' lat='116.3' lon='39.9'/></osm>       | line 1 | node 7 is at lon 39.9
          <osm version='0.6'><way id='1'><nd lat='1' lon='2'/></way></osm>     | line 1 | <nd> has no attribute ref
          <osm version='0.6'><relation id='1'><member type='x' ref='1'/></relation></osm> | line 1 | member type 'x'
          """)
  void what_is_no_openstreetmap_xml_is_refused_with_its_line(
      String xml, String pointer, String reason) {
    Fault fault = refused(xml);

    assertEquals(pointer, fault.pointer());
    assertTrue(fault.reason().en().contains(reason == null ? "" : reason), fault.toString());
  }

  @Test
  void the_line_is_that_of_the_fault() {
    String xml =
        "<osm version='0.6'>\n<node id='1' lat='0' lon='0'/>\n<node id='2' lat='0'/>\n</osm>";

    assertEquals("line 3", refused(xml).pointer());
  }

  @Test
  void a_yard_cut_anywhere_is_refused() {
    byte[] yard = OsmInputTest.yard().xml();
    int end = yard.length - "\n".length();

    for (int length = 0; length < end; length++) {
      assertFalse(Refusals.readOrRefused(yard, length), "cut at " + length);
    }
  }

  @Test
  void an_endless_attribute_comment_text_or_nest_is_refused_before_memory_runs_out() {
    for (String start :
        List.of(
            "<osm version='0.6'><node id='1' lat='0' lon='",
            "<osm version='0.6'><!-- ",
            "<osm version='0.6'><?x ",
            "<osm version='0.6'><",
            "<!DOCTYPE osm [<!ENTITY a '")) {
      Fault fault =
          refused(endless(start, "><<>x".substring(start.endsWith("'") ? 4 : 0)), OsmLimits.USUAL);
      assertTrue(
          fault.reason().en().matches("(one tag|it is not a complete XML).*"), fault.toString());
    }
    Fault nest = refused(endless("<osm version='0.6'>", "<a>"), OsmLimits.USUAL);
    assertTrue(nest.reason().en().contains("nest"), nest.toString());
    Fault attributes =
        refused("<osm version='0.6'><node " + manyAttributes() + " id='1' lat='0' lon='0'/></osm>");
    assertTrue(attributes.reason().en().contains("attributes"), attributes.toString());
  }

  private static String manyAttributes() {
    StringBuilder attributes = new StringBuilder();
    for (int i = 0; i < 100; i++) {
      attributes.append("a%d='' ".formatted(i));
    }
    return attributes.toString();
  }

  @Test
  void what_is_not_utf_8_is_refused_and_a_byte_order_mark_is_not() throws IOException {
    String xml =
        "<osm version='0.6'>\n<node id='1' lat='0' lon='0'><tag k='a' v='围墙小区'/></node></osm>";

    Fault fault = refused(xml.getBytes(Charset.forName("GBK")));

    assertEquals("line 2", fault.pointer());
    assertTrue(fault.reason().en().contains("UTF-8"), fault.toString());
    OsmData read = OsmInputTest.read(("\ufeff" + xml).getBytes(StandardCharsets.UTF_8));
    assertEquals("{a=围墙小区}", read.nodes().tags(0).toString());
  }

  @Test
  void a_tag_longer_than_any_is_refused() {
    String xml =
        "<osm version='0.6'><node id='1' lat='0' lon='0'><tag k='name' v='%s'/></node></osm>"
            .formatted("长".repeat(70_000));

    assertTrue(refused(xml).reason().en().contains("70000 characters"));
  }
}
