package org.lifecircle.model;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A value of a closed vocabulary, with the code it has in files, tables and the API. */
public interface Coded {

  /** The code as the contract spells it, for example {@code half_landing}. */
  String code();

  /**
   * The value that has this code.
   *
   * @throws IllegalArgumentException naming the code and all that would have been accepted
   */
  static <E extends Enum<E> & Coded> E of(Class<E> type, String code) {
    return find(type, code)
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "'" + code + "' is not one of " + String.join(", ", codes(type))));
  }

  /** The value that has this code, if there is one. */
  static <E extends Enum<E> & Coded> Optional<E> find(Class<E> type, String code) {
    return Stream.of(type.getEnumConstants()).filter(e -> e.code().equals(code)).findFirst();
  }

  /** All codes of a vocabulary, in its own order. */
  static <E extends Enum<E> & Coded> List<String> codes(Class<E> type) {
    return Stream.of(type.getEnumConstants()).map(Coded::code).toList();
  }
}
