package org.lifecircle.coverage;

import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lifecircle.model.CoverageRow;
import org.lifecircle.model.Feature;
import org.lifecircle.model.Layer;
import org.lifecircle.model.Standard;
import org.lifecircle.model.StudyArea;
import org.lifecircle.model.Tier;
import org.lifecircle.model.WalkingRules;
import org.lifecircle.town.DrawnTown;
import org.lifecircle.town.TownRules;
import org.lifecircle.walk.Measure;
import org.lifecircle.walk.Standpoint;
import org.lifecircle.walk.WalkNetwork;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;

/** Land counted on a grid against walks from places thrown at random. */
class LandSharesTest {

  private static final WalkingRules RULES = TownRules.walking();

  private static final DrawnTown TOWN =
      DrawnTown.of(
          """
          ====================
          ####+########+######
          #......#...........#
          #.BB...#..BBB..BB..#
          #.BB...#..BBB..BB..#
          #......#.......BB..#
          #.K....#...........#
          #......r...........#
          ####################
          K: kindergarten
          """);

  private static CoverageStudy study(StudyArea area, int metres) {
    WalkNetwork network = WalkNetwork.of(area, RULES);
    Standard near =
        Policies.standard(Policies.walk("near", Tier.FIVE, metres, null, "kindergarten"));
    return CoverageStudy.of(area, near, RULES, network).withLand(network);
  }

  @ParameterizedTest
  @ValueSource(ints = {20, 45, 90, 160, 400})
  void the_share_is_that_of_the_ground_from_which_a_walk_is_short_enough(int metres) {
    StudyArea area = TOWN.area();
    WalkNetwork network = WalkNetwork.of(area, RULES);

    CoverageQuery query = CoverageQuery.by(By.COMPOUND).ofRequirements("near");
    List<CoverageRow> rows = study(area, metres).table(query).rows();

    for (int c = 0; c < area.compounds().size(); c++) {
      double walked = walked(network, area.compounds().get(c).geometry(), metres);
      assertEquals(walked, requireNonNull(rows.get(c).landShare()), 0.04, rows.get(c).toString());
    }
  }

  /** Of 2 000 places thrown at random, each by its own walk: to 1 % or so. */
  private static double walked(WalkNetwork network, Geometry ground, int metres) {
    Random random = new Random(metres);
    Envelope box = ground.getEnvelopeInternal();
    int thrown = 0;
    int near = 0;
    while (thrown < 2000) {
      double x = box.getMinX() + random.nextDouble() * box.getWidth();
      double y = box.getMinY() + random.nextDouble() * box.getHeight();
      Coordinate place = new Coordinate(x, y);
      if (ground.contains(ground.getFactory().createPoint(place))) {
        thrown++;
        near += isNear(network, place, metres) ? 1 : 0;
      }
    }
    return near / 2000.0;
  }

  private static boolean isNear(WalkNetwork network, Coordinate place, int metres) {
    return network.standpoint(place) == Standpoint.ON_GROUND
        && network
            .walk(place, TOWN.place("K"), Measure.distance())
            .filter(walk -> walk.distanceMillimetres() <= metres * 1000)
            .isPresent();
  }

  @Test
  void all_that_can_be_walked_on_is_all_there_is_to_cover() {
    StudyArea area = TOWN.area();
    double ground = area.compounds().stream().mapToDouble(c -> c.geometry().getArea()).sum();
    double built = area.buildings().stream().mapToDouble(b -> b.geometry().getArea()).sum();

    CoverageRow row = study(area, 2000).table(CoverageQuery.by(By.REQUIREMENT)).rows().get(0);

    assertEquals(1 - built / ground, requireNonNull(row.landShare()), 0.02);
    assertTrue(built > 0);
  }

  @Test
  void the_order_of_the_compounds_changes_no_digit() {
    StudyArea area = TOWN.area();
    List<Feature> turned = new ArrayList<>(area.compounds());
    Collections.reverse(turned);

    CoverageQuery query = CoverageQuery.by(By.REQUIREMENT);
    assertEquals(
        study(area, 60).table(query).rows(),
        study(area.with(Layer.COMPOUNDS, turned), 60).table(query).rows());
  }
}
