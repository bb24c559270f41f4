package org.lifecircle.io.qgis;

import java.util.ArrayDeque;
import java.util.Deque;

/** XML, element by element; whatever is written into it stays text. */
final class Xml {

  private final StringBuilder text = new StringBuilder();
  private final Deque<String> open = new ArrayDeque<>();

  /** Begins an element with these attributes: names and values in turn. */
  Xml open(String name, Object... attributes) {
    return start(name, attributes, ">\n").push(name);
  }

  /** Ends the element begun last. */
  Xml close() {
    text.append("</").append(open.pop()).append(">\n");
    return this;
  }

  /** An element with nothing in it. */
  Xml empty(String name, Object... attributes) {
    return start(name, attributes, "/>\n");
  }

  /** An element with text in it. */
  Xml text(String name, Object content, Object... attributes) {
    start(name, attributes, ">");
    text.append(escaped(content.toString())).append("</").append(name).append(">\n");
    return this;
  }

  /** What was written elsewhere. */
  Xml add(String xml) {
    text.append(xml);
    return this;
  }

  private Xml push(String name) {
    open.push(name);
    return this;
  }

  private Xml start(String name, Object[] attributes, String end) {
    text.append('<').append(name);
    for (int i = 0; i < attributes.length; i += 2) {
      text.append(' ').append(attributes[i]).append("=\"");
      text.append(escaped(String.valueOf(attributes[i + 1]))).append('"');
    }
    text.append(end);
    return this;
  }

  /** Without the characters XML cannot hold at all. */
  private static String escaped(String text) {
    StringBuilder escaped = new StringBuilder(text.length());
    text.codePoints()
        .filter(c -> c >= 0x20 || c == '\t' || c == '\n')
        .filter(c -> (c < 0xd800 || c > 0xdfff) && c != 0xfffe && c != 0xffff)
        .forEach(
            c -> {
              switch (c) {
                case '&' -> escaped.append("&amp;");
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '"' -> escaped.append("&quot;");
                case '\n' -> escaped.append("&#10;");
                default -> escaped.appendCodePoint(c);
              }
            });
    return escaped.toString();
  }

  @Override
  public String toString() {
    return text.toString();
  }
}
