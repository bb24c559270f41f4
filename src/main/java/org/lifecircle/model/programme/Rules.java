package org.lifecircle.model.programme;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashSet;
import org.jspecify.annotations.Nullable;
import org.lifecircle.model.BadValueException;

/** What every record must heed, in words that repeat nothing of it. */
final class Rules {

  private Rules() {}

  static void require(boolean kept, String zh, String en) {
    if (!kept) {
      throw new BadValueException(zh, en);
    }
  }

  static void id(String id) {
    require(
        id.matches("[a-z0-9][a-z0-9._-]{0,62}"),
        "编号只能含小写字母、数字、点、- 和 _，最多 63 个字符",
        "an id holds lower-case letters, digits, dots, - and _, at most 63 of them");
  }

  static void distinct(Collection<String> ids, String zh, String en) {
    require(new HashSet<>(ids).size() == ids.size(), zh, en);
  }

  /** The later of two dates may be missing, but not come first. */
  static void inOrder(
      @Nullable LocalDate first, @Nullable LocalDate then, String firstName, String thenName) {
    require(
        first == null || then == null || !then.isBefore(first),
        "日期颠倒：" + thenName + " 早于 " + firstName,
        "dates reversed: " + thenName + " is before " + firstName);
  }

  static void needs(
      @Nullable LocalDate first, @Nullable LocalDate then, String firstName, String thenName) {
    require(
        then == null || first != null,
        "有 " + thenName + " 就须有 " + firstName,
        thenName + " needs " + firstName);
    inOrder(first, then, firstName, thenName);
  }

  /** Whether something dated has happened by a day. */
  static boolean by(@Nullable LocalDate when, LocalDate asOf) {
    return when != null && !when.isAfter(asOf);
  }
}
