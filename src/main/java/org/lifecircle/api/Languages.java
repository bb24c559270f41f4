package org.lifecircle.api;

import org.jspecify.annotations.Nullable;

/** Which of our two languages somebody wants. */
final class Languages {

  static final String CHINESE = "zh";
  static final String ENGLISH = "en";

  private Languages() {}

  /** The better of the two for an {@code Accept-Language}; English when it says nothing. */
  static String of(@Nullable String acceptLanguage) {
    if (acceptLanguage == null) {
      return ENGLISH;
    }
    double chinese = 0;
    double english = 0;
    for (String range : acceptLanguage.split(",", 20)) {
      String[] parts = range.strip().split(";", 2);
      double weight = parts.length < 2 ? 1 : weight(parts[1]);
      if (parts[0].startsWith(CHINESE)) {
        chinese = Math.max(chinese, weight);
      } else if (parts[0].startsWith(ENGLISH)) {
        english = Math.max(english, weight);
      }
    }
    return chinese > english ? CHINESE : ENGLISH;
  }

  private static double weight(String parameter) {
    try {
      return Double.parseDouble(parameter.strip().replaceFirst("^q=", ""));
    } catch (NumberFormatException e) {
      return 0; // a header we cannot read is no reason to refuse an answer
    }
  }
}
