package org.lifecircle.api;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.lifecircle.api.Answer.Page;

/** The files of the web map, which are resources of the program. */
final class WebFolder {

  static final String PATH = "/web";

  private WebFolder() {}

  /** The page with the map, when the program has one. */
  static Optional<Page> findMap() {
    try (InputStream in = WebFolder.class.getResourceAsStream(PATH + "/index.html")) {
      return in == null
          ? Optional.empty()
          : Optional.of(new Page(new String(in.readAllBytes(), StandardCharsets.UTF_8)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
