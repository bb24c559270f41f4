package org.lifecircle.io.dxf;

import java.util.ArrayList;
import java.util.List;
import org.lifecircle.io.Limits;
import org.lifecircle.model.BadValueException;

/** One entity of a drawing: its groups up to the next one. Extended data is told from its own. */
final class Entity {

  private static final int EXTENDED = 1000;
  private static final int APPLICATION = 1001;

  /** A vertex of a polyline has at most this many groups. */
  private static final int GROUPS_PER_VERTEX = 8;

  private static final class Group {
    private final int code;
    private final byte[] value;

    Group(int code, byte[] value) {
      this.code = code;
      this.value = value;
    }

    int code() {
      return code;
    }

    byte[] value() {
      return value;
    }
  }

  private final String type;
  private final int line;
  private final List<Group> groups = new ArrayList<>();
  private final List<Group> extended = new ArrayList<>();
  private String application = "";

  Entity(String type, int line) {
    this.type = type;
    this.line = line;
  }

  void add(int code, byte[] value, Limits limits) {
    if (code == APPLICATION) {
      application = ascii(value);
    } else if (code >= EXTENDED) {
      if (application.equalsIgnoreCase("SOUTH") && extended.size() < 100) {
        extended.add(new Group(code, value));
      }
    } else if (code < 140) {
      groups.add(new Group(code, value));
      limits.requireVertices(groups.size() / GROUPS_PER_VERTEX);
    }
  }

  String type() {
    return type;
  }

  /** Where it begins. */
  int line() {
    return line;
  }

  /**
   * The first text that CASS attached, which is the code of the feature; empty when there is none.
   */
  String surveyCode() {
    return extended.stream()
        .filter(g -> g.code() == EXTENDED)
        .map(g -> ascii(g.value()))
        .findFirst()
        .orElse("");
  }

  byte[] bytes(int code) {
    return groups.stream()
        .filter(g -> g.code() == code)
        .map(Group::value)
        .findFirst()
        .orElse(new byte[0]);
  }

  String text(int code) {
    return ascii(bytes(code));
  }

  int integer(int code) {
    return (int) number(code, 0);
  }

  double number(int code, double otherwise) {
    byte[] value = bytes(code);
    return value.length == 0 ? otherwise : number(value);
  }

  /** The groups with one of these codes, each as {@code {code, number}}, in their order. */
  List<double[]> numbers(int... codes) {
    List<double[]> numbers = new ArrayList<>();
    for (Group group : groups) {
      for (int code : codes) {
        if (group.code() == code) {
          numbers.add(new double[] {code, number(group.value())});
        }
      }
    }
    return numbers;
  }

  private double number(byte[] value) {
    try {
      return Double.parseDouble(ascii(value));
    } catch (NumberFormatException e) {
      throw new BadValueException(
          "第 " + line + " 行起的 " + type + "：“" + ascii(value) + "”不是数",
          "the " + type + " at line " + line + ": '" + ascii(value) + "' is not a number");
    }
  }

  private static String ascii(byte[] value) {
    return new String(value, java.nio.charset.StandardCharsets.ISO_8859_1).strip();
  }
}
