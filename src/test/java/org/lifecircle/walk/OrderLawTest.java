package org.lifecircle.walk;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.ForkJoinPool;
import org.junit.jupiter.api.Test;
import org.lifecircle.model.Facility;
import org.lifecircle.model.Feature;
import org.lifecircle.model.Layer;
import org.lifecircle.model.StudyArea;

/** Law 6: the order of the features, and the number of threads, change nothing. */
class OrderLawTest {

  private static StudyArea shuffled(StudyArea area, Random dice) {
    StudyArea shuffled = area;
    for (Layer layer : Layer.values()) {
      List<Feature> features = new ArrayList<>(area.layer(layer));
      Collections.shuffle(features, dice);
      shuffled = shuffled.with(layer, features);
    }
    return shuffled;
  }

  /** By facility and entrance; and the walks of some pairs, with their gates, point by point. */
  private static Map<String, String> answers(TriedTown town) {
    Map<String, String> answers = new TreeMap<>();
    for (Facility facility : town.area().facilities()) {
      int[] costs =
          town.network()
              .costsToNearest(List.of(facility), Measure.distance(), WalkNetwork.NO_CUTOFF);
      for (int e = 0; e < costs.length; e++) {
        answers.put(town.area().entrances().get(e).id() + " " + facility.id(), "" + costs[e]);
      }
    }
    return answers;
  }

  private static List<String> issues(TriedTown town) {
    return town.network().issues().stream().map(Object::toString).sorted().toList();
  }

  @Test
  void the_order_of_the_features_changes_nothing() {
    TriedTown.each(
        400,
        town -> {
          StudyArea area = shuffled(town.area(), new Random(town.name().hashCode()));
          TriedTown other = TriedTown.of(town.name(), area);

          assertEquals(answers(town), answers(other), town::name);
          assertEquals(issues(town), issues(other), town::name);
        });
  }

  @Test
  void the_number_of_threads_changes_nothing() {
    TriedTown.each(
        100,
        town -> {
          Map<String, String> one = on(1, town.area());
          Map<String, String> five = on(5, town.area());

          assertEquals(one, five, town::name);
          assertEquals(answers(town), five, town::name);
        });
  }

  private static Map<String, String> on(int threads, StudyArea area) {
    ForkJoinPool pool = new ForkJoinPool(threads);
    try {
      return pool.submit(() -> answers(TriedTown.of("the same", area))).join();
    } finally {
      pool.shutdown();
    }
  }
}
