package org.lifecircle.api;

import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import org.lifecircle.model.BadValueException;
import org.lifecircle.model.Text;

/** The day a programme is read as of. */
final class Days {

  private Days() {}

  static LocalDate today() {
    return LocalDate.now(ZoneId.systemDefault());
  }

  static Parameter<LocalDate> parameter() {
    return new Parameter<>(
        "as_of",
        new Text("截至哪一天；缺省为今天", "read as of this day; else today"),
        Parameters.schema("string"),
        null,
        false,
        Days::read);
  }

  /**
   * A day.
   *
   * @throws BadValueException if it is none
   */
  static LocalDate read(String text) {
    try {
      LocalDate day = LocalDate.parse(text);
      if (day.getYear() >= 1900 && day.getYear() <= 2200) {
        return day;
      }
    } catch (DateTimeParseException e) {
      // told below
    }
    throw new BadValueException("须为日期，如 2022-05-31", "a date is needed, such as 2022-05-31");
  }
}
