package org.lifecircle.api;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.lifecircle.api.Answer.Document;

/** Whether everything that is computed at the start has been. */
final class Readiness implements Endpoint {

  private static final int ASK_AGAIN_SECONDS = 2;

  private final OpenAreas areas;

  Readiness(OpenAreas areas) {
    this.areas = areas;
  }

  @Override
  public Answer answer(Question question) {
    Map<String, String> states = new LinkedHashMap<>();
    for (String id : areas.workspace().areas()) {
      states.put(id, state(id).name().toLowerCase(Locale.ROOT));
    }
    if (states.containsValue("waiting") || states.containsValue("building")) {
      throw Problem.of(ProblemKind.NOT_READY, "仍在准备：" + states, "still preparing: " + states)
          .retryAfter(ASK_AGAIN_SECONDS)
          .asException();
    }
    return new Document(Map.of("status", "ready", "areas", states));
  }

  private Once.State state(String id) {
    return areas
        .findOpening(id)
        .map(
            opening ->
                opening.state() == Once.State.READY
                    ? opening.await().networkState()
                    : opening.state())
        .orElse(Once.State.WAITING);
  }
}
