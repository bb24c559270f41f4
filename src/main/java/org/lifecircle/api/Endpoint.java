package org.lifecircle.api;

import java.util.List;

/** Answers one kind of question. */
interface Endpoint {

  /** The forms its answer can take; the first is the usual one. */
  default List<Format> formats() {
    return List.of(Format.JSON);
  }

  /** What may be asked, besides {@code f} and {@code lang}; anything else is refused. */
  default List<Parameter<?>> parameters() {
    return List.of();
  }

  /** Whether it computes for long enough that only a few may do so at once. */
  default boolean heavy() {
    return false;
  }

  /**
   * The answer. Same question, same answer.
   *
   * @throws ProblemException if there is none
   */
  Answer answer(Question question);
}
