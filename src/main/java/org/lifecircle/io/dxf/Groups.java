package org.lifecircle.io.dxf;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.lifecircle.io.Limits;
import org.lifecircle.model.BadValueException;

/** The groups of a DXF file: a code in one line, its value in the next. */
final class Groups {

  private final InputStream in;
  private final Limits limits;
  private int line;
  private int code;
  private byte[] value = {};

  Groups(InputStream in, Limits limits) {
    this.in = in;
    this.limits = limits;
  }

  /**
   * Goes on to the next group; false behind the last.
   *
   * @throws BadValueException if there is a line where no code is
   */
  boolean next() throws IOException {
    byte[] first = line();
    if (first.length == 0 && in.available() == 0) {
      return false;
    }
    String number = new String(first, StandardCharsets.ISO_8859_1).strip();
    try {
      code = Integer.parseInt(number);
    } catch (NumberFormatException e) {
      throw new BadValueException(
          "第 " + line + " 行应为 DXF 组码；文件不完整或已损坏",
          "line " + line + " should be the code of a DXF group; the file is cut off or damaged");
    }
    value = line();
    return true;
  }

  int code() {
    return code;
  }

  /** The line the value is on. */
  int line0() {
    return line;
  }

  byte[] bytes() {
    return value;
  }

  /** The value as plain text, which names of entities and variables are. */
  String text() {
    return new String(value, StandardCharsets.ISO_8859_1).strip();
  }

  boolean is(int wantedCode, String wanted) {
    return code == wantedCode && text().equals(wanted);
  }

  private byte[] line() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(32);
    int c = in.read();
    while (c >= 0 && c != '\n') {
      bytes.write(c);
      limits.requireText(bytes.size());
      c = in.read();
    }
    line++;
    byte[] all = bytes.toByteArray();
    boolean returned = all.length > 0 && all[all.length - 1] == '\r';
    return returned ? java.util.Arrays.copyOf(all, all.length - 1) : all;
  }
}
