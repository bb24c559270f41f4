package org.lifecircle.io.osm;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Asks the mapping each question once. Most elements of a town say what another has said before: of
 * the 22 651 buildings of Las Palmas 13 007 say {@code building=yes} and no more.
 */
final class Matching {

  private record Question(OsmElement element, boolean closed, Map<String, String> tags) {}

  private record Answer(List<OsmMatch> features, List<OsmMatch> leftOut) {}

  private final OsmMapping mapping;
  private final Map<Question, Answer> answers = new HashMap<>();

  Matching(OsmMapping mapping) {
    this.mapping = mapping;
  }

  List<OsmMatch> node(Map<String, String> tags) {
    return match(new Question(OsmElement.NODE, false, tags));
  }

  List<OsmMatch> way(boolean closed, Map<String, String> tags) {
    return match(new Question(OsmElement.WAY, closed, tags));
  }

  List<OsmMatch> relation(Map<String, String> tags) {
    return match(new Question(OsmElement.RELATION, false, tags));
  }

  /** What is left out of the layers, to be reported, of what is asked of the mapping here. */
  List<OsmMatch> leftOut(OsmElement element, boolean closed, Map<String, String> tags) {
    return answer(new Question(element, closed, tags)).leftOut();
  }

  private List<OsmMatch> match(Question question) {
    return answer(question).features();
  }

  private Answer answer(Question question) {
    return answers.computeIfAbsent(
        question,
        q -> {
          List<OsmMatch> all = mapping.match(q.element(), q.closed(), q.tags());
          return new Answer(
              all.stream().filter(match -> !match.isLeftOut()).toList(),
              all.stream().filter(OsmMatch::isLeftOut).toList());
        });
  }
}
