package org.lifecircle.api;

import java.util.ArrayList;
import java.util.List;

/** Answers one kind of question. */
interface Endpoint {

  /** The forms its answer can take; the first is the usual one. */
  default List<Format> formats() {
    return List.of(Format.JSON);
  }

  /** The same, with the page for people that every answer can be but a file. */
  default List<Format> allFormats() {
    List<Format> all = new ArrayList<>(formats());
    if (!all.contains(Format.HTML) && all.get(0).isWritten()) {
      all.add(Format.HTML);
    }
    return all;
  }

  /** What may be asked, besides {@code f} and {@code lang}; anything else is refused. */
  default List<Parameter<?>> parameters() {
    return List.of();
  }

  /** Whether it computes for long enough that only a few may do so at once. */
  default boolean heavy() {
    return false;
  }

  /** Whether its answers depend on the area, its version and the question alone, and are kept. */
  default boolean lasting() {
    return false;
  }

  /** Changes when the answer does for another reason than the area, the scenario or the policy. */
  default String stamp() {
    return "";
  }

  /**
   * The answer. Same question, same answer.
   *
   * @throws ProblemException if there is none
   */
  Answer answer(Question question);
}
