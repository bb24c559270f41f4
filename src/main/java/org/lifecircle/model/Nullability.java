package org.lifecircle.model;

import java.lang.reflect.RecordComponent;
import org.jspecify.annotations.Nullable;

/** Reads what the records themselves declare: which components may be unknown. */
final class Nullability {

  private Nullability() {}

  static boolean isNullable(RecordComponent component) {
    return component.getAnnotatedType().isAnnotationPresent(Nullable.class);
  }
}
