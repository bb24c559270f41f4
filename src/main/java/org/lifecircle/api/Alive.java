package org.lifecircle.api;

import java.util.Map;
import org.lifecircle.api.Answer.Document;

/** Whether the server answers at all. */
final class Alive implements Endpoint {

  @Override
  public Answer answer(Question question) {
    return new Document(Map.of("status", "up"));
  }
}
