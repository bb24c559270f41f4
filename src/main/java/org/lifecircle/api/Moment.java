package org.lifecircle.api;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.Period;
import org.lifecircle.model.BadValueException;
import org.lifecircle.model.Text;

/**
 * The {@code datetime} of OGC API Features. It must be well formed and otherwise changes nothing:
 * our features have no time of their own, and such features match every time.
 */
final class Moment {

  private Moment() {}

  static Parameter<String> parameter() {
    return new Parameter<>(
        "datetime",
        new Text(
            "时刻或时段（RFC 3339）；要素没有时间属性，故不影响结果",
            "a time or an interval (RFC 3339); features have no time, so all match"),
        Parameters.schema("string"),
        null,
        false,
        Moment::check);
  }

  private static String check(String text) {
    String[] ends = text.split("/", -1);
    boolean open = ends.length == 2 && (isOpen(ends[0]) || isOpen(ends[1]));
    try {
      if (ends.length > 2 || (open && isOpen(ends[0]) && isOpen(ends[1]))) {
        throw new DateTimeException(text);
      }
      for (String end : ends) {
        if (!(ends.length == 2 && isOpen(end))) {
          requireMoment(end, ends.length == 2);
        }
      }
    } catch (DateTimeException e) {
      throw new BadValueException(
          "“" + Parameters.shown(text) + "”不是 RFC 3339 的时刻或时段",
          "'" + Parameters.shown(text) + "' is no time or interval of RFC 3339");
    }
    return text;
  }

  private static boolean isOpen(String end) {
    return end.isEmpty() || end.equals("..");
  }

  private static void requireMoment(String text, boolean inInterval) {
    if (inInterval && text.startsWith("P")) {
      if (text.contains("T")) {
        Duration.parse(text);
      } else {
        Period.parse(text);
      }
    } else if (text.matches("\\d{4}-\\d{2}-\\d{2}")) {
      OffsetDateTime.parse(text + "T00:00:00Z");
    } else {
      OffsetDateTime.parse(text);
    }
  }
}
