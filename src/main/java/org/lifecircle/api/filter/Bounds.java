package org.lifecircle.api.filter;

import org.lifecircle.model.BadValueException;

/** How long, deep and full a filter may be; counts while one is read. */
final class Bounds {

  static final int LENGTH = 4096;
  static final int DEPTH = 32;
  static final int TERMS = 200;

  private int depth;
  private int terms;

  /** One step deeper into the filter; undone by {@link #leave}. */
  void enter() {
    if (++depth > DEPTH) {
      throw new BadValueException(
          "嵌套超过 " + DEPTH + " 层", "it is nested more than " + DEPTH + " deep");
    }
  }

  void leave() {
    depth--;
  }

  /** One term more. */
  void count() {
    if (++terms > TERMS) {
      throw new BadValueException("超过 " + TERMS + " 项", "it has more than " + TERMS + " terms");
    }
  }

  static void requireLength(String text) {
    if (text.length() > LENGTH) {
      throw new BadValueException(
          "超过 " + LENGTH + " 个字符", "it has more than " + LENGTH + " characters");
    }
  }
}
