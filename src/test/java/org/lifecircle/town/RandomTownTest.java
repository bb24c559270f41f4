package org.lifecircle.town;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.EnumMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.lifecircle.model.Feature;
import org.lifecircle.model.Layer;
import org.lifecircle.model.StudyArea;
import org.locationtech.jts.geom.Coordinate;

/** Random towns are worth walking in. */
class RandomTownTest {

  /** The seeds the laws are tried on in CI. */
  private static final LongStream CI_SEEDS = LongStream.range(0, 40);

  @Test
  void every_hard_thing_is_common_in_the_towns_tried_in_ci() {
    Map<TownFeature, Integer> towns = new EnumMap<>(TownFeature.class);
    CI_SEEDS.forEach(
        seed ->
            RandomTown.of(seed).features().keySet().forEach(f -> towns.merge(f, 1, Integer::sum)));

    for (TownFeature feature : TownFeature.values()) {
      assertTrue(
          towns.getOrDefault(feature, 0) >= 5,
          () -> "too few towns with " + feature + ": " + towns);
    }
  }

  @Test
  void the_same_seed_gives_the_same_town() {
    assertEquals(wkt(RandomTown.of(7).area()), wkt(RandomTown.of(7).area()));
  }

  @Test
  void all_geometries_are_valid_and_in_whole_millimetres() {
    RandomTown.seeds(400)
        .mapToObj(seed -> RandomTown.of(seed).area())
        .flatMap(RandomTownTest::features)
        .forEach(
            feature -> {
              assertTrue(feature.geometry().isValid(), feature::id);
              for (Coordinate c : feature.geometry().getCoordinates()) {
                assertEquals(Math.rint(c.x * 1000) / 1000, c.x);
                assertEquals(Math.rint(c.y * 1000) / 1000, c.y);
              }
            });
  }

  @Test
  void every_town_has_people_and_somewhere_to_go() {
    RandomTown.seeds(400)
        .mapToObj(seed -> RandomTown.of(seed).area())
        .forEach(
            area -> {
              assertTrue(area.entrances().size() >= 2);
              assertTrue(area.facilities().size() >= 2);
            });
  }

  private static java.util.stream.Stream<Feature> features(StudyArea area) {
    return java.util.Arrays.stream(Layer.values())
        .flatMap(layer -> area.layer(layer).stream().map(Feature.class::cast));
  }

  private static String wkt(StudyArea area) {
    return features(area).map(f -> f.id() + " " + f.geometry()).collect(Collectors.joining("\n"));
  }
}
