package org.lifecircle.api;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.lifecircle.model.BadValueException;
import org.lifecircle.model.Text;

/**
 * A query parameter: how it is read, and what the API document says of it. The two cannot differ,
 * for one object does both.
 *
 * @param schema of OpenAPI 3.0
 * @param fallback what it is when not given; null when it is then missing
 * @param required whether a request without it is refused
 */
record Parameter<T>(
    String name,
    Text about,
    Map<String, Object> schema,
    @Nullable T fallback,
    boolean required,
    Reader<T> reader) {

  /** Makes a value of its text. */
  interface Reader<T> {
    /**
     * The value.
     *
     * @throws BadValueException saying what is wrong, and what is accepted
     */
    T read(String text);
  }

  Parameter<T> asRequired() {
    return new Parameter<>(name, about, schema, fallback, true, reader);
  }

  Parameter<T> or(T newFallback) {
    return new Parameter<>(name, about, schema, newFallback, required, reader);
  }
}
