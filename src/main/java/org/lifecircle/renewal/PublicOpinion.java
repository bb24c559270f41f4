package org.lifecircle.renewal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.lifecircle.model.programme.Opinion;
import org.lifecircle.model.programme.OpinionTopic;
import org.lifecircle.model.programme.Programme;
import org.lifecircle.model.programme.Stance;

/**
 * What may be told of opinions: sums of enough households. A household is heard once on each thing,
 * with what it said last. No sum over sums is told, for what is left out could be found by
 * subtracting.
 */
public final class PublicOpinion {

  /**
   * One sum.
   *
   * @param households who spoke
   */
  public record Row(
      String compoundId,
      OpinionTopic topic,
      String about,
      int households,
      int support,
      int oppose) {}

  private record About(String compound, OpinionTopic topic, String about) {}

  private PublicOpinion() {}

  /** Each household's last word on each thing, by compound, topic and thing. */
  private static Map<About, Map<String, Opinion>> heard(Programme programme) {
    Map<About, Map<String, Opinion>> heard =
        new TreeMap<>(
            Comparator.comparing(About::compound)
                .thenComparing(About::topic)
                .thenComparing(About::about));
    Comparator<Opinion> later = Comparator.comparing(Opinion::givenOn).thenComparing(Opinion::id);
    for (Opinion opinion : programme.all(Opinion.class)) {
      About about = new About(opinion.compoundId(), opinion.topic(), opinion.about());
      heard
          .computeIfAbsent(about, unused -> new LinkedHashMap<>())
          .merge(opinion.household(), opinion, (a, b) -> later.compare(a, b) >= 0 ? a : b);
    }
    return heard;
  }

  /** The sums of at least so many households. */
  public static List<Row> of(Programme programme, int minimum) {
    List<Row> rows = new ArrayList<>();
    heard(programme)
        .forEach(
            (about, households) -> {
              if (households.size() >= minimum) {
                int support = count(households, Stance.SUPPORT);
                int oppose = count(households, Stance.OPPOSE);
                rows.add(
                    new Row(
                        about.compound(),
                        about.topic(),
                        about.about(),
                        households.size(),
                        support,
                        oppose));
              }
            });
    return rows;
  }

  private static int count(Map<String, Opinion> households, Stance stance) {
    return (int) households.values().stream().filter(o -> o.stance() == stance).count();
  }

  /**
   * What the wishes weigh for each kind of facility, for a plan: the households who want it divided
   * by those of the most wanted kind, 0 to 1. Only sums that may be told count, so that a plan
   * tells no more of them than they do.
   */
  public static Map<String, Double> weights(Programme programme, int minimum) {
    Map<String, Integer> wanted = new TreeMap<>();
    for (Row row : of(programme, minimum)) {
      if (row.topic() == OpinionTopic.WISH) {
        wanted.merge(row.about(), row.households(), Integer::sum);
      }
    }
    int most = wanted.values().stream().mapToInt(Integer::intValue).max().orElse(1);
    Map<String, Double> weights = new TreeMap<>();
    wanted.forEach((kind, households) -> weights.put(kind, (double) households / most));
    return weights;
  }
}
