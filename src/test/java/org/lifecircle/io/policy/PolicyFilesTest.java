package org.lifecircle.io.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.lifecircle.model.Evidence;
import org.lifecircle.model.FacilityKind;
import org.lifecircle.model.Group;
import org.lifecircle.model.JudgedBy;
import org.lifecircle.model.Limit;
import org.lifecircle.model.LimitFrom;
import org.lifecircle.model.Mark;
import org.lifecircle.model.Obligation;
import org.lifecircle.model.PathKind;
import org.lifecircle.model.PathThroughBuilding;
import org.lifecircle.model.Provenance;
import org.lifecircle.model.Requirement;
import org.lifecircle.model.Standard;
import org.lifecircle.model.Tier;
import org.lifecircle.model.UnmarkedCrossing;
import org.lifecircle.model.WalkingRules;

/** The policy files that are shipped can be read, and mean what the domain says. */
class PolicyFilesTest {

  @ParameterizedTest
  @ValueSource(strings = {"gb50180-2018", "tdt1062-2021", "complete-community-2020"})
  void every_kind_and_requirement_of_a_shipped_standard_has_names_in_two_languages(String id)
      throws IOException {
    Standard standard = standard(id);

    assertEquals(id, standard.id());
    for (FacilityKind kind : standard.kinds()) {
      assertTrue(kind.name().zh().codePoints().anyMatch(Character::isIdeographic), kind.id());
      assertTrue(kind.name().en().matches("\\p{ASCII}.*"), kind.id());
    }
    for (Requirement requirement : standard.requirements()) {
      assertTrue(
          requirement.name().zh().codePoints().anyMatch(Character::isIdeographic),
          requirement.id());
    }
  }

  @Test
  void a_market_or_a_fresh_food_supermarket_will_do() throws IOException {
    Requirement food = standard("gb50180-2018").requirement("fresh_food");

    assertEquals(List.of("wet_market", "fresh_supermarket"), food.accepts());
    assertEquals(new Limit(500, 10, LimitFrom.OWN), food.limit());
    assertEquals(Obligation.MUST, food.obligation());
  }

  @Test
  void one_kind_of_bus_stop_serves_three_tiers() throws IOException {
    Standard standard = standard("gb50180-2018");

    for (String id : List.of("bus_stop_15", "bus_stop_10", "bus_stop_5")) {
      assertEquals(List.of("bus_stop"), standard.requirement(id).accepts());
    }
    assertTrue(standard.kinds().stream().noneMatch(k -> k.id().matches(".*_(5|10|15|block)")));
  }

  @Test
  void a_garden_is_no_fifteen_minute_park() throws IOException {
    Requirement park = standard("gb50180-2018").requirement("park_15");

    assertFalse(park.minimum().metBy(4_000.0));
    assertFalse(park.minimum().metBy(null), "of unknown size");
    assertTrue(park.minimum().metBy(50_000.0));
  }

  @Test
  void a_block_is_judged_by_presence_but_waste_must_be_within_seventy_metres() throws IOException {
    Standard standard = standard("gb50180-2018");

    assertEquals(JudgedBy.PRESENCE, standard.requirement("play_area").judgedBy());
    assertEquals(Limit.NONE, standard.requirement("play_area").limit());
    assertEquals(JudgedBy.WALK, standard.requirement("waste_point").judgedBy());
    assertEquals(new Limit(70, null, LimitFrom.OWN), standard.requirement("waste_point").limit());
  }

  @Test
  void nobody_walks_to_a_heat_station() throws IOException {
    Standard standard = standard("gb50180-2018");

    assertFalse(standard.kind("heat_station").walkedTo());
    for (Requirement requirement : standard.requirements()) {
      boolean walkedTo = standard.kind(requirement.accepts().get(0)).walkedTo();
      assertEquals(!walkedTo, requirement.judgedBy() == JudgedBy.RATE, requirement.id());
    }
  }

  @Test
  void the_complete_community_has_its_own_kindergarten_and_the_national_bus_stop()
      throws IOException {
    Standard community = standard("complete-community-2020");

    assertEquals(2200.0, community.kind("kindergarten").floorArea().minSquareMetres());
    assertEquals(
        3150.0, standard("gb50180-2018").kind("kindergarten").floorArea().minSquareMetres());
    assertTrue(community.findKind("bus_stop").isPresent());
    assertEquals(
        new Limit(300, 5, LimitFrom.TIER), community.requirement("cc_kindergarten").limit());
  }

  @Test
  void nothing_in_the_unseen_annex_is_called_verified() throws IOException {
    Standard guide = standard("tdt1062-2021");

    assertTrue(guide.requirements().size() > 30);
    assertTrue(guide.requirements().stream().noneMatch(r -> r.provenance().verified()));
  }

  @ParameterizedTest
  @CsvSource({
    "planning,   1000",
    "adult,      1330",
    "child,      1000",
    "elder60,    1100",
    "elder70,     800",
    "elder80,     710",
    "wheelchair,  670",
    "cane,        600"
  })
  void every_group_has_its_pace(String id, int millimetresPerSecond) throws IOException {
    Group group = walking().group(id);

    assertEquals(millimetresPerSecond, group.speedMillimetresPerSecond());
    assertEquals(millimetresPerSecond, group.millimetresPerSecond(PathKind.FOOTWAY, 0));
  }

  @Test
  void a_wheelchair_takes_no_steps_no_stairs_and_no_slope_over_one_in_twelve() throws IOException {
    Group wheelchair = walking().group("wheelchair");

    assertFalse(wheelchair.stepsPassable());
    assertEquals(0, wheelchair.millimetresPerSecond(PathKind.STEPS, 0));
    assertNull(wheelchair.stairs());
    assertEquals(0, wheelchair.millimetresPerSecond(PathKind.RAMP, 0.084));
    assertEquals(0, wheelchair.millimetresPerSecond(PathKind.RAMP, -0.084));
    assertTrue(wheelchair.millimetresPerSecond(PathKind.RAMP, 0.08) > 0);
  }

  @Test
  void the_ground_is_read_as_the_walk_model_says() throws IOException {
    WalkingRules rules = walking();

    assertEquals(50, rules.ground().tieMaxMetres());
    assertEquals(2, rules.ground().gateToleranceMetres());
    assertEquals(5, rules.ground().frontageExtraMetres());
    assertEquals(5, rules.ground().frontageStepMetres());
    assertEquals(0.5, rules.ground().gapMetres());
    assertEquals(50, rules.ground().wallPieceMaxMetres());
    assertEquals(0.24, rules.ground().wallThicknessMetres());
    assertEquals(1500, rules.beyondBoundaryMetres());
    assertEquals(50, rules.boundaryBufferMetres());
    assertEquals(10, rules.forcedByMinMetres());
    assertEquals(30, rules.residents().floorAreaSquareMetresPerPerson());
    assertEquals(3, rules.residents().defaultFloors());
    assertEquals(4, rules.widthMetres(PathKind.LANE));
    assertEquals(UnmarkedCrossing.SHARED_NODE, rules.crossings(Evidence.OSM).unmarkedCrossing());
    assertEquals(PathThroughBuilding.OPEN, rules.crossings(Evidence.OSM).pathThroughBuilding());
    assertEquals(UnmarkedCrossing.BLOCKED, rules.crossings(Evidence.SURVEY).unmarkedCrossing());
    assertEquals(
        PathThroughBuilding.BLOCKED, rules.crossings(Evidence.SURVEY).pathThroughBuilding());
  }

  @Test
  void a_ride_to_the_sixth_floor_takes_a_minute() throws IOException {
    int halfFloorsUp = 2 * (6 - 1);

    assertEquals(60_500, walking().lift().milliseconds(halfFloorsUp));
  }

  @Test
  void every_block_of_the_walking_rules_says_where_it_comes_from() throws IOException {
    Map<String, Provenance> provenances =
        PolicyFiles.walkingProvenances(Config.file("walking.yaml"));

    assertEquals(Mark.CALCULATED, mark(provenances, "/groups/1/stairs"));
    assertEquals(Mark.RECALL_LOW, mark(provenances, "/lift"));
    assertEquals(Mark.VERIFIED, mark(provenances, "/walls"));
    assertEquals(Mark.CHOICE, mark(provenances, "/crossings/osm"));
    assertTrue(provenances.size() > 50, provenances.size() + " blocks");
  }

  @Test
  void the_tiers_of_the_national_standard_are_those_of_its_text() throws IOException {
    assertEquals(
        List.of(Tier.FIFTEEN, Tier.TEN, Tier.FIVE),
        standard("gb50180-2018").tiers().stream().map(t -> t.tier()).toList());
  }

  private static Mark mark(Map<String, Provenance> provenances, String pointer) {
    Provenance provenance = provenances.get(pointer);
    if (provenance == null) {
      throw new AssertionError("nothing at " + pointer + ", only " + provenances.keySet());
    }
    return provenance.mark();
  }

  private static Standard standard(String id) throws IOException {
    return PolicyFiles.standard(Config.file("standards/" + id + ".yaml"));
  }

  private static WalkingRules walking() throws IOException {
    return PolicyFiles.walkingRules(Config.file("walking.yaml"));
  }
}
