package org.lifecircle.io.osm;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.lifecircle.model.Coded;

/** How the text of a tag becomes the value of a column; empty when it makes no sense. */
enum OsmReading implements Coded {
  TEXT {
    @Override
    Optional<Object> read(String text) {
      return text.isBlank() ? Optional.empty() : Optional.of(text.strip());
    }
  },
  NUMBER {
    @Override
    Optional<Object> read(String text) {
      return plainNumber(text).map(Object.class::cast);
    }
  },
  /** Storeys and flats are whole, though half a storey is sometimes mapped. */
  WHOLE_NUMBER {
    @Override
    Optional<Object> read(String text) {
      return plainNumber(text).filter(n -> n <= Integer.MAX_VALUE).map(n -> (int) Math.floor(n));
    }
  },
  /** {@code 2.5}, {@code 2.5 m}; {@code 8 ft} and {@code 8'} too. */
  METRES {
    @Override
    Optional<Object> read(String text) {
      Matcher matcher = LENGTH.matcher(text.strip());
      if (!matcher.matches()) {
        return Optional.empty();
      }
      boolean feet = "ft".equals(matcher.group(2)) || "'".equals(matcher.group(2));
      return plainNumber(matcher.group(1)).map(n -> feet ? n * METRES_PER_FOOT : n);
    }
  },
  /** {@code 1984}, {@code 1984-05}, {@code 1980s}, {@code ~1984}: its first four digits. */
  YEAR {
    @Override
    Optional<Object> read(String text) {
      Matcher matcher = FOUR_DIGITS.matcher(text);
      return matcher.find() ? Optional.of(Integer.valueOf(matcher.group())) : Optional.empty();
    }
  },
  /** Anything but a no is a yes: {@code bridge=viaduct}. */
  TRUTH {
    @Override
    Optional<Object> read(String text) {
      return Optional.of(!NO.contains(text.strip().toLowerCase(Locale.ROOT)));
    }
  },
  LEVEL {
    @Override
    Optional<Object> read(String text) {
      String first = OsmTest.parts(text).findFirst().orElse("");
      return SMALL_WHOLE.matcher(first).matches()
          ? Optional.of(Integer.valueOf(first))
          : Optional.empty();
    }
  },
  /** {@code 5%}, {@code -3.5 %}, {@code 4°} as rise over run; up and down say too little. */
  INCLINE {
    @Override
    boolean reports() {
      return false;
    }

    @Override
    Optional<Object> read(String text) {
      Matcher matcher = SLOPE.matcher(text.strip());
      if (!matcher.matches()) {
        return Optional.empty();
      }
      double number = Double.parseDouble(matcher.group(1).replace(',', '.'));
      return Optional.of(
          matcher.group(2).equals("%") ? number / 100 : StrictMath.tan(Math.toRadians(number)));
    }
  };

  private static final double METRES_PER_FOOT = 0.3048;
  private static final Pattern PLAIN = Pattern.compile("\\d{1,9}([.,]\\d{1,9})?");
  private static final Pattern LENGTH = Pattern.compile("([\\d.,]+)\\s*(m|ft|')?");
  private static final Pattern FOUR_DIGITS = Pattern.compile("(?<!\\d)\\d{4}(?!\\d)");
  private static final Pattern SMALL_WHOLE = Pattern.compile("-?\\d{1,2}");
  private static final Pattern SLOPE = Pattern.compile("(-?\\d{1,2}(?:[.,]\\d{1,4})?)\\s*([%°])");
  private static final Set<String> NO = Set.of("no", "false", "0", "none");

  /** The value; empty when the text makes no sense. */
  abstract Optional<Object> read(String text);

  /** Whether a text that makes no sense is worth reporting. */
  boolean reports() {
    return true;
  }

  @Override
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  private static Optional<Double> plainNumber(String text) {
    String stripped = text.strip();
    return PLAIN.matcher(stripped).matches()
        ? Optional.of(Double.valueOf(stripped.replace(',', '.')))
        : Optional.empty();
  }
}
