package org.lifecircle.io;

import java.io.BufferedInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.lifecircle.model.BadValueException;

/**
 * XML, event by event, of which nothing can grow: no document type, no entities, a depth, and so
 * many bytes between two events. Names are without their namespace.
 */
public final class BoundedXml implements AutoCloseable {

  private static final int STEP_BYTES = 4 << 20;
  private static final int HEAD_BYTES = 200;
  private static final Pattern ENCODING =
      Pattern.compile("<\\?xml[^>]*encoding\\s*=\\s*[\"']([-A-Za-z0-9_.]+)[\"']");

  private final XMLStreamReader xml;
  private final StepGuard guard;
  private final Limits limits;
  private int depth;

  private BoundedXml(XMLStreamReader xml, StepGuard guard, Limits limits) {
    this.xml = xml;
    this.guard = guard;
    this.limits = limits;
  }

  /**
   * Opens a stream, which stays its opener's to close.
   *
   * @throws BadValueException if it is not XML
   */
  public static BoundedXml open(InputStream in, Limits limits) throws IOException {
    BufferedInputStream buffered = new BufferedInputStream(in, 1 << 16);
    Charset charset = charset(buffered);
    StepGuard guard = new StepGuard(buffered);
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_VALIDATING, false);
    try {
      // Decoded here: the parser prints what is wrong with bytes, besides throwing it.
      InputStreamReader text = new InputStreamReader(guard, TextEncoding.strict(charset));
      return new BoundedXml(factory.createXMLStreamReader(text), guard, limits);
    } catch (XMLStreamException e) {
      throw explained(e);
    }
  }

  private static Charset charset(BufferedInputStream in) throws IOException {
    in.mark(HEAD_BYTES);
    byte[] head = in.readNBytes(HEAD_BYTES);
    in.reset();
    String start = new String(head, StandardCharsets.ISO_8859_1);
    if (start.startsWith("\u00fe\u00ff") || start.startsWith("\u00ff\u00fe")) {
      return StandardCharsets.UTF_16;
    }
    if (start.startsWith("\u00ef\u00bb\u00bf")) {
      in.skipNBytes(3);
      return StandardCharsets.UTF_8;
    }
    Matcher declared = ENCODING.matcher(start);
    return declared.find() ? TextEncoding.named(declared.group(1)) : StandardCharsets.UTF_8;
  }

  /**
   * Goes on to the next element's start or end, or text; false behind the last.
   *
   * @throws BadValueException with the line where it stops being XML that is read
   */
  public boolean next() throws IOException {
    try {
      while (xml.hasNext()) {
        int event = xml.next();
        guard.step();
        if (event == XMLStreamConstants.DTD) {
          throw new BadValueException(
              "含有 DOCTYPE 声明；出于安全原因不予读取，请删除该声明",
              "it has a DOCTYPE, which is refused for safety; remove the declaration");
        }
        if (event == XMLStreamConstants.START_ELEMENT && ++depth > limits.depth()) {
          throw new BadValueException(
              "元素嵌套超过 " + limits.depth() + " 层", "elements nest deeper than " + limits.depth());
        }
        depth -= event == XMLStreamConstants.END_ELEMENT ? 1 : 0;
        if (event == XMLStreamConstants.START_ELEMENT
            || event == XMLStreamConstants.END_ELEMENT
            || event == XMLStreamConstants.CHARACTERS
            || event == XMLStreamConstants.CDATA) {
          return true;
        }
      }
      return false;
    } catch (XMLStreamException e) {
      throw explained(e);
    }
  }

  /** Whether an element of this name begins here. */
  public boolean starts(String name) {
    return xml.isStartElement() && xml.getLocalName().equals(name);
  }

  /** Whether an element of this name ends here. */
  public boolean ends(String name) {
    return xml.isEndElement() && xml.getLocalName().equals(name);
  }

  /** The name of the element that begins or ends here; empty at text. */
  public String name() {
    return xml.isStartElement() || xml.isEndElement() ? xml.getLocalName() : "";
  }

  /** Whether any element begins here. */
  public boolean isStart() {
    return xml.isStartElement();
  }

  /** Whether any element ends here. */
  public boolean isEnd() {
    return xml.isEndElement();
  }

  /**
   * An attribute of the element that begins here, {@code prefix:name} or {@code name}; else empty.
   */
  public String attribute(String name) {
    for (int i = 0; i < xml.getAttributeCount(); i++) {
      String prefix = xml.getAttributePrefix(i);
      String local = xml.getAttributeLocalName(i);
      String full = prefix == null || prefix.isEmpty() ? local : prefix + ":" + local;
      if (full.equals(name)) {
        return xml.getAttributeValue(i);
      }
    }
    return "";
  }

  /** The text here; empty at an element. */
  public String text() {
    return xml.isCharacters() || xml.getEventType() == XMLStreamConstants.CDATA
        ? xml.getText()
        : "";
  }

  /** The line this is on. */
  public int line() {
    return xml.getLocation().getLineNumber();
  }

  @Override
  public void close() {
    try {
      xml.close();
    } catch (XMLStreamException e) {
      throw explained(e);
    }
  }

  private static BadValueException explained(XMLStreamException e) {
    if (e.getNestedException() instanceof CharacterCodingException) {
      return new BadValueException(
          "字符编码与声明的不符", "its characters are not in the encoding it declares");
    }
    int line = e.getLocation() == null ? 0 : e.getLocation().getLineNumber();
    return new BadValueException("第 " + line + " 行不是有效的 XML", "line " + line + " is not valid XML");
  }

  /** Keeps the parser from swallowing an attribute or a comment of any length. */
  private static final class StepGuard extends FilterInputStream {
    private int bytes;

    StepGuard(InputStream in) {
      super(in);
    }

    void step() {
      bytes = 0;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
      int read = super.read(buffer, offset, length);
      bytes += Math.max(0, read);
      if (bytes > STEP_BYTES) {
        throw new BadValueException(
            "一个标签、文本或注释超过 " + (STEP_BYTES >> 20) + " MB",
            "one tag, text or comment is longer than " + (STEP_BYTES >> 20) + " MB");
      }
      return read;
    }

    @Override
    public void close() {}
  }
}
