package org.lifecircle.api;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;
import org.lifecircle.api.Routes.AreaRoute;
import org.lifecircle.store.StoredArea;

/** Asks one area what the server would be asked, without a server: for the command line. */
public final class AreaQuestions {

  private final OpenArea area;

  public AreaQuestions(StoredArea stored, Policy policy, ServerSettings settings) {
    area = new OpenArea(stored, policy, settings.patient(), Runnable::run);
  }

  /**
   * Answers as {@code GET /areas/{area}PATH} would.
   *
   * @param path of a route, for example {@code /coverage}
   * @param query its parameters
   * @throws ProblemException with everything that is wrong with the question
   * @throws IOException if the stream fails
   */
  public void answer(String path, Map<String, String> query, OutputStream out) throws IOException {
    AreaRoute route =
        Routes.OF_AREA.stream()
            .filter(r -> r.path().equals(path))
            .findFirst()
            .orElseThrow(() -> new IllegalArgumentException(path));
    Endpoint endpoint = route.endpoint().apply(area);
    Asked asked = new Asked(path, Map.of(), query, List.of(), null, null);
    Question question = Question.of(asked, endpoint);
    AnswerWriter.write(out, endpoint.answer(question), question.format(), area.projection());
  }
}
