package org.lifecircle.api.filter;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.lifecircle.model.BadValueException;

/** The words, texts, numbers and signs of a CQL2 text, one after the other. */
final class Tokens {

  enum Kind {
    WORD,
    QUOTED,
    TEXT,
    NUMBER,
    SIGN,
    END
  }

  /**
   * A piece of the text.
   *
   * @param at where it begins, from 0
   */
  record Token(Kind kind, String text, int at) {

    boolean isWord(String word) {
      return kind == Kind.WORD && text.equalsIgnoreCase(word);
    }

    boolean isSign(String sign) {
      return kind == Kind.SIGN && text.equals(sign);
    }

    String upper() {
      return text.toUpperCase(Locale.ROOT);
    }
  }

  private final String text;
  private final List<Token> tokens = new ArrayList<>();
  private int next;

  Tokens(String text) {
    this.text = text;
    int at = 0;
    while (at < text.length()) {
      at = Character.isWhitespace(text.charAt(at)) ? at + 1 : read(at);
    }
    tokens.add(new Token(Kind.END, "", text.length()));
  }

  Token peek() {
    return tokens.get(next);
  }

  /** The one after the next. */
  Token second() {
    return tokens.get(Math.min(next + 1, tokens.size() - 1));
  }

  Token take() {
    Token token = tokens.get(next);
    next = Math.min(next + 1, tokens.size() - 1);
    return token;
  }

  boolean takeWord(String word) {
    boolean there = peek().isWord(word);
    if (there) {
      next++;
    }
    return there;
  }

  boolean takeSign(String sign) {
    boolean there = peek().isSign(sign);
    if (there) {
      next++;
    }
    return there;
  }

  void require(String sign) {
    if (!takeSign(sign)) {
      throw unexpected(peek(), sign);
    }
  }

  static BadValueException unexpected(Token token, String wanted) {
    String found = token.kind() == Kind.END ? "" : token.text();
    return new BadValueException(
        "第 %d 个字符处应为 %s，而不是“%s”".formatted(token.at() + 1, wanted, shown(found)),
        "at character %d there should be %s, not '%s'"
            .formatted(token.at() + 1, wanted, shown(found)));
  }

  static String shown(String text) {
    return text.length() <= 40 ? text : text.substring(0, 40) + "…";
  }

  private int read(int at) {
    char c = text.charAt(at);
    if (c == '\'' || c == '"') {
      return quoted(at, c);
    }
    if (Character.isDigit(c) || (c == '.' && isDigit(at + 1))) {
      return number(at);
    }
    if (isNameStart(c)) {
      int end = at;
      while (end < text.length() && isNamePart(text.charAt(end))) {
        end++;
      }
      return add(Kind.WORD, at, end);
    }
    for (String sign : List.of("<>", "<=", ">=")) {
      if (text.startsWith(sign, at)) {
        return add(Kind.SIGN, at, at + 2);
      }
    }
    if ("()=<>+-*/%^,".indexOf(c) < 0) {
      throw unexpected(new Token(Kind.SIGN, String.valueOf(c), at), "CQL2");
    }
    return add(Kind.SIGN, at, at + 1);
  }

  /** A quote within is written twice, or behind a backslash. */
  private int quoted(int at, char quote) {
    StringBuilder value = new StringBuilder();
    int i = at + 1;
    while (i < text.length()) {
      char c = text.charAt(i);
      boolean pair = i + 1 < text.length() && text.charAt(i + 1) == quote;
      if ((c == quote || c == '\\') && pair) {
        value.append(quote);
        i += 2;
      } else if (c == quote) {
        tokens.add(new Token(quote == '"' ? Kind.QUOTED : Kind.TEXT, value.toString(), at));
        return i + 1;
      } else {
        value.append(c);
        i++;
      }
    }
    throw new BadValueException(
        "第 " + (at + 1) + " 个字符处的引号没有结束", "the quote at character " + (at + 1) + " does not end");
  }

  private int number(int at) {
    int end = at;
    while (end < text.length() && (isDigit(end) || text.charAt(end) == '.')) {
      end++;
    }
    if (end < text.length() && "eE".indexOf(text.charAt(end)) >= 0) {
      int exponent = end + 1;
      if (exponent < text.length() && "+-".indexOf(text.charAt(exponent)) >= 0) {
        exponent++;
      }
      if (isDigit(exponent)) {
        end = exponent;
        while (isDigit(end)) {
          end++;
        }
      }
    }
    return add(Kind.NUMBER, at, end);
  }

  private int add(Kind kind, int at, int end) {
    tokens.add(new Token(kind, text.substring(at, end), at));
    return end;
  }

  private boolean isDigit(int at) {
    return at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9';
  }

  private static boolean isNameStart(char c) {
    return Character.isLetter(c) || c == '_' || c == ':' || Character.isSurrogate(c);
  }

  private static boolean isNamePart(char c) {
    return isNameStart(c) || Character.isDigit(c) || c == '.';
  }
}
