package org.lifecircle.api.filter;

/**
 * Patterns of {@code LIKE}: {@code %} is any text, {@code _} one character, a backslash takes the
 * next as it is. Matched from left to right with one step back, so a hostile pattern takes at most
 * the product of the two lengths.
 */
final class Pattern {

  private Pattern() {}

  static boolean matches(String text, String pattern) {
    int[] letters = text.codePoints().toArray();
    int[] wanted = pattern.codePoints().toArray();
    int at = 0;
    int next = 0;
    int lastPercent = -1;
    int resumeAt = 0;
    while (at < letters.length) {
      boolean escaped = isEscape(wanted, next);
      int length = escaped ? 2 : 1;
      if (next < wanted.length && !escaped && wanted[next] == '%') {
        lastPercent = next++;
        resumeAt = at;
      } else if (next < wanted.length && fits(letters[at], wanted, next, escaped)) {
        at++;
        next += length;
      } else if (lastPercent >= 0) {
        at = ++resumeAt;
        next = lastPercent + 1;
      } else {
        return false;
      }
    }
    while (next < wanted.length && wanted[next] == '%') {
      next++;
    }
    return next == wanted.length;
  }

  private static boolean isEscape(int[] wanted, int next) {
    return next + 1 < wanted.length && wanted[next] == '\\';
  }

  private static boolean fits(int letter, int[] wanted, int next, boolean escaped) {
    return escaped ? wanted[next + 1] == letter : wanted[next] == '_' || wanted[next] == letter;
  }
}
