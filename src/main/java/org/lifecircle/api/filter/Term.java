package org.lifecircle.api.filter;

import java.util.List;

/** A piece of a filter. */
sealed interface Term {

  /** Text, a number, a truth value, a geometry in degrees, or a list of texts. */
  record Value(Object value) implements Term {}

  /** What a feature says of itself under this name. */
  record Property(String name) implements Term {}

  /** An operator of CQL2's JSON, for example {@code and}, {@code <=} or {@code s_within}. */
  record Call(String operator, List<Term> arguments) implements Term {
    public Call {
      arguments = List.copyOf(arguments);
    }

    Term argument(int i) {
      return arguments.get(i);
    }
  }
}
