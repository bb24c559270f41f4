package org.lifecircle.store;

import java.io.IOException;
import java.io.UncheckedIOException;

/** The database of the team does not answer, or not as it should; what was to be done was not. */
public final class UnreachableException extends UncheckedIOException {

  private static final long serialVersionUID = 1;

  UnreachableException(String message, Exception cause) {
    super(new IOException(message, cause));
  }
}
