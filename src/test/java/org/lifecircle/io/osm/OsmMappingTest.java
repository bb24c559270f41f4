package org.lifecircle.io.osm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lifecircle.io.policy.PolicyFiles;
import org.lifecircle.model.Layer;
import org.lifecircle.model.Standard;

/** What the shipped mapping makes of the tags that walled districts really have. */
class OsmMappingTest {

  private static final Path CONFIG = Path.of(System.getProperty("lifecircle.home", "."), "config");

  private OsmMapping mapping = new OsmMapping(Map.of());

  @BeforeEach
  void read() throws IOException {
    mapping = OsmMapping.read(CONFIG.resolve("osm.yaml"));
  }

  @ParameterizedTest
  @CsvSource({
    "barrier=wall,                          compound,  true",
    "barrier=fence fence_type=railing,      compound,  true",
    "barrier=hedge,                         compound,  true",
    "barrier=yes,                           compound,  true",
    "barrier=fence;gate,                    compound,  true",
    "barrier=retaining_wall,                retaining, true",
    "barrier=wall wall=retaining_wall,      retaining, true",
    "barrier=city_wall,                     heritage,  true",
    "barrier=wall historic=yes,             heritage,  true",
    "barrier=kerb,                          '',        false",
    "barrier=handrail,                      '',        false",
    "barrier=guard_rail,                    '',        false",
    "barrier=fence fence_type=chain,        '',        false",
    "barrier=wall location=underground,     '',        false"
  })
  void what_feet_cannot_cross_is_a_wall(String tags, String kind, boolean isWall) {
    Optional<OsmMatch> wall = way(tags, Layer.WALLS);

    assertEquals(isWall, wall.isPresent());
    wall.ifPresent(
        match -> {
          assertEquals(kind, match.columns().get("kind"));
          assertEquals(OsmShape.LINE, match.shape());
        });
  }

  @Test
  void a_wall_that_came_down_is_remembered_as_demolished() {
    OsmMatch wall =
        way("demolished:barrier=wall end_date=2021-06 height=2.3", Layer.WALLS).orElseThrow();

    assertEquals("demolished", wall.columns().get("status"));
    assertEquals("2021-06", wall.columns().get("demolished_on"));
    assertEquals(2.3, wall.columns().get("height_m"));
  }

  @ParameterizedTest
  @CsvSource({
    "barrier=gate,                                      public",
    "barrier=lift_gate,                                 public",
    "barrier=gate foot=yes locked=yes access=private,   public",
    "barrier=gate locked=yes,                           closed",
    "barrier=gate access=private,                       residents",
    "barrier=gate access=private private=residents,     residents",
    "barrier=gate locked=yes private=residents,         residents",
    "barrier=gate foot=private,                         residents",
    "barrier=gate access=no,                            closed",
    "barrier=gate access=no foot=permissive,            public",
    "barrier=gate foot=no,                              closed",
    "barrier=gate access=unknown,                       public",
    "barrier=entrance,                                  public",
    "railway=level_crossing access=no,                  public"
  })
  void a_gate_opens_to_whom_its_tags_say(String tags, String access) {
    OsmMatch gate = node(tags, Layer.GATES).orElseThrow();

    assertEquals(access, gate.columns().get("access"));
  }

  @Test
  void a_bollard_is_no_gate_and_opens_no_wall() {
    assertTrue(node("barrier=bollard", Layer.GATES).isEmpty());
  }

  @Test
  void a_door_in_a_wall_is_a_gate_and_a_door_of_a_house_an_entrance() {
    assertTrue(node("entrance=yes @on=walls", Layer.GATES).isPresent());
    assertTrue(node("entrance=yes @on=walls", Layer.ENTRANCES).isEmpty());
    assertTrue(node("entrance=main @on=buildings", Layer.ENTRANCES).isPresent());
    assertTrue(node("entrance=main", Layer.ENTRANCES).isPresent());
    assertTrue(node("entrance=main @on=buildings", Layer.GATES).isEmpty());
    assertTrue(node("entrance=yes @on=walls;buildings", Layer.GATES).isEmpty());
    assertTrue(node("entrance=no", Layer.ENTRANCES).isEmpty());
  }

  @ParameterizedTest
  @CsvSource({
    "landuse=residential name=健康新村,            true",
    "landuse=residential residential=apartments,   true",
    "residential=gated,                            true",
    "landuse=residential,                          false",
    "landuse=residential residential=urban,        false",
    "landuse=residential residential=urban name=X, false",
    "place=neighbourhood name=X,                   false",
    "amenity=university name=北京师范大学,           true",
    "amenity=university building=university,       false"
  })
  void a_compound_is_an_estate_and_not_a_quarter_of_the_town(String tags, boolean isCompound) {
    assertEquals(isCompound, area(tags, Layer.COMPOUNDS).isPresent());
  }

  @Test
  void a_named_quarter_of_forty_hectares_is_no_compound_and_a_campus_is() {
    assertTrue(area("landuse=residential name=Y", Layer.COMPOUNDS).orElseThrow().tooLarge(400_000));
    assertFalse(area("landuse=residential name=Y", Layer.COMPOUNDS).orElseThrow().tooLarge(40_000));
    assertFalse(area("amenity=university", Layer.COMPOUNDS).orElseThrow().tooLarge(4_000_000));
  }

  @Test
  void only_a_gated_estate_is_called_gated() {
    assertEquals(
        true, area("residential=gated", Layer.COMPOUNDS).orElseThrow().columns().get("gated"));
    assertFalse(
        area("residential=apartments", Layer.COMPOUNDS)
            .orElseThrow()
            .columns()
            .containsKey("gated"));
  }

  @Test
  void a_wall_round_an_estate_is_both_a_wall_and_a_compound() {
    List<OsmMatch> matches =
        mapping.match(OsmElement.WAY, true, tags("barrier=wall landuse=residential name=X"));

    assertEquals(
        List.of(Layer.COMPOUNDS, Layer.WALLS), matches.stream().map(m -> m.layer()).toList());
    assertEquals(
        List.of(OsmShape.POLYGON, OsmShape.LINE), matches.stream().map(m -> m.shape()).toList());
  }

  @Test
  void a_building_that_is_a_kindergarten_is_both() {
    List<OsmMatch> matches =
        mapping.match(OsmElement.WAY, true, tags("building=yes amenity=kindergarten name=花园"));

    assertEquals(
        List.of(Layer.BUILDINGS, Layer.FACILITIES), matches.stream().map(m -> m.layer()).toList());
  }

  @ParameterizedTest
  @CsvSource({
    "building=apartments building:levels=6, residential, 6",
    "building=dormitory building:levels=5.5, residential, 5",
    "building=retail,                       commercial,  ",
    "building=yes,                          ,            ",
    "building=shed,                         shed,        "
  })
  void a_building_is_residential_only_if_it_says_so(String tags, String use, Integer floors) {
    OsmMatch building = area(tags, Layer.BUILDINGS).orElseThrow();

    assertEquals(use, building.columns().get("use"));
    assertEquals(floors, building.columns().get("floors"));
  }

  @ParameterizedTest
  @CsvSource({
    "building=roof",
    "building=carport",
    "building=yes wall=no",
    "building=no",
    "building=yes layer=-1"
  })
  void what_one_can_walk_under_or_over_is_no_building(String tags) {
    assertTrue(area(tags, Layer.BUILDINGS).isEmpty());
  }

  @ParameterizedTest
  @CsvSource({
    "highway=residential,                       street,   public",
    "highway=service access=private,            lane,     residents",
    "highway=service access=private private=residents, lane, residents",
    "highway=service access=private foot=yes,   lane,     public",
    "highway=service access=permissive,         lane,     public",
    "highway=service access=destination,        lane,     public",
    "highway=service access=no foot=yes,        lane,     public",
    "highway=living_street,                     lane,     public",
    "highway=footway,                           footway,  public",
    "highway=pedestrian,                        footway,  public",
    "highway=cycleway,                          footway,  public",
    "highway=footway footway=crossing,          crossing, public",
    "highway=steps,                             steps,    public",
    "highway=steps ramp:wheelchair=yes,         ramp,     public",
    "highway=trunk,                             street,   public"
  })
  void a_way_people_walk_on_is_a_path(String tags, String kind, String access) {
    OsmMatch path = way(tags, Layer.PATHS).orElseThrow();

    assertEquals(kind, path.columns().get("kind"));
    assertEquals(access, path.columns().get("access"));
  }

  @ParameterizedTest
  @CsvSource({
    "highway=motorway", "highway=trunk motorroad=yes", "highway=residential foot=no",
    "highway=service access=no", "highway=construction", "highway=cycleway foot=no",
    "highway=pedestrian area=yes", "highway=proposed", "highway=footway indoor=yes"
  })
  void a_way_feet_are_kept_off_is_no_path(String tags) {
    assertTrue(way(tags, Layer.PATHS).isEmpty());
    assertTrue(area(tags, Layer.PATHS).isEmpty());
  }

  @Test
  void a_passage_through_a_building_and_a_bridge_say_so() {
    OsmMatch passage =
        way("highway=footway tunnel=building_passage width=3,5", Layer.PATHS).orElseThrow();
    OsmMatch bridge =
        way("highway=footway bridge=viaduct layer=1 incline=-8%", Layer.PATHS).orElseThrow();

    assertEquals(true, passage.columns().get("tunnel"));
    assertEquals(0, passage.columns().get("level"));
    assertEquals(3.5, passage.columns().get("width_m"));
    assertEquals(true, bridge.columns().get("bridge"));
    assertEquals(false, bridge.columns().get("tunnel"));
    assertEquals(1, bridge.columns().get("level"));
    assertEquals(-0.08, bridge.columns().get("incline"));
  }

  @Test
  void a_covered_way_is_a_tunnel_and_an_uncovered_one_is_none() {
    assertEquals(
        true,
        way("highway=footway covered=yes", Layer.PATHS).orElseThrow().columns().get("tunnel"));
    assertEquals(
        false,
        way("highway=footway covered=no", Layer.PATHS).orElseThrow().columns().get("tunnel"));
  }

  @Test
  void a_width_nobody_can_read_is_reported_and_left_open() {
    OsmMatch path = way("highway=footway width=wide est_width=2", Layer.PATHS).orElseThrow();

    assertEquals(List.of("width=wide"), path.unread());
    assertEquals(2.0, path.columns().get("width_m"));
  }

  @ParameterizedTest
  @CsvSource({
    "leisure=park,                             green,   true",
    "leisure=garden access=private,            '',      ",
    "leisure=garden garden:type=residential,   '',      ",
    "place=square,                             plaza,   ",
    "highway=pedestrian area=yes,              plaza,   ",
    "highway=pedestrian area=yes bridge=yes,   '',      ",
    "highway=pedestrian,                       '',      ",
    "leisure=playground,                       yard,    ",
    "landuse=grass,                            green,   ",
    "leisure=pitch,                            '',      ",
    "amenity=parking,                          parking, ",
    "amenity=parking parking=underground,      '',      "
  })
  void ground_that_is_crossed_freely_is_open_space(String tags, String kind, Boolean kept) {
    Optional<OsmMatch> space = area(tags, Layer.OPEN_SPACES);

    assertEquals(kind, space.map(m -> String.valueOf(m.columns().get("kind"))).orElse(""));
    assertEquals(kept, space.map(m -> m.columns().get("protected")).orElse(null));
  }

  @Test
  void a_multipolygon_of_a_pedestrian_street_is_a_plaza_without_saying_area() {
    List<OsmMatch> matches =
        mapping.match(OsmElement.RELATION, true, tags("highway=pedestrian type=multipolygon"));

    assertEquals(List.of(Layer.OPEN_SPACES), matches.stream().map(m -> m.layer()).toList());
  }

  @ParameterizedTest
  @CsvSource({
    "natural=water,             true,  water,         POLYGON",
    "waterway=riverbank,        true,  water,         POLYGON",
    "waterway=canal,            false, water,         LINE",
    "waterway=canal tunnel=yes, false, '',            ",
    "waterway=stream,           false, '',            ",
    "railway=rail,              false, rail,          LINE",
    "railway=rail bridge=yes,   false, '',            ",
    "railway=subway tunnel=yes, false, '',            ",
    "railway=tram,              false, '',            ",
    "landuse=military,          true,  closed_ground, POLYGON",
    "landuse=construction,      true,  closed_ground, POLYGON",
    "landuse=railway,           true,  '',            "
  })
  void water_rails_and_closed_ground_block(
      String tags, boolean closed, String kind, OsmShape shape) {
    Optional<OsmMatch> obstacle =
        find(mapping.match(OsmElement.WAY, closed, tags(tags)), Layer.OBSTACLES);

    assertEquals(kind, obstacle.map(m -> String.valueOf(m.columns().get("kind"))).orElse(""));
    assertEquals(shape, obstacle.map(OsmMatch::shape).orElse(null));
  }

  @ParameterizedTest
  @CsvSource({
    "amenity=kindergarten,                                  kindergarten",
    "amenity=childcare,                                     nursery",
    "amenity=school isced:level=1,                          primary_school",
    "amenity=school name=西工区第二小学,                       primary_school",
    "amenity=school name=第九中学,                            junior_school",
    "amenity=school name=第一高级中学,                        ''",
    "amenity=school,                                        ''",
    "amenity=school name=九年一贯制学校,                       primary_school junior_school",
    "amenity=school isced:level=1;2,                        primary_school junior_school",
    "amenity=school name=CEIP_Galicia,                      primary_school",
    "amenity=school name=Galeries,                          ''",
    "amenity=clinic,                                        clinic",
    "amenity=doctors,                                       clinic",
    "amenity=clinic name=王城社区卫生服务中心,                 health_centre",
    "amenity=clinic name=唐宫社区卫生服务站,                   health_station",
    "healthcare=centre,                                     health_centre",
    "amenity=hospital,                                      hospital",
    "amenity=pharmacy,                                      community_shops",
    "shop=laundry,                                          community_shops",
    "shop=supermarket,                                      fresh_supermarket",
    "shop=greengrocer,                                      fresh_supermarket",
    "amenity=marketplace,                                   wet_market",
    "shop=convenience,                                      convenience_store",
    "shop=department_store,                                 mall",
    "amenity=social_facility social_facility=nursing_home social_facility:for=senior, elderly_home",
    "amenity=social_facility social_facility=group_home social_facility:for=juvenile, ''",
    "social_facility=day_care social_facility:for=senior,   elderly_daycare",
    "amenity=community_centre,                              culture_station",
    "amenity=community_centre name=文化活动中心,              culture_centre",
    "amenity=community_centre name=纱厂社区党群服务中心,       service_station",
    "amenity=library,                                       culture_centre",
    "amenity=townhall,                                      subdistrict_office",
    "office=government name=西工街道办事处,                    subdistrict_office",
    "office=government,                                     ''",
    "amenity=police,                                        police_station",
    "leisure=fitness_centre,                                gym",
    "leisure=stadium,                                       sports_hall",
    "leisure=playground,                                    play_area",
    "amenity=post_office,                                   post_office",
    "amenity=bank,                                          bank",
    "amenity=parcel_locker,                                 parcel_lockers",
    "amenity=toilets,                                       public_toilet",
    "amenity=toilets access=no,                             ''",
    "amenity=recycling,                                     recycling_point",
    "amenity=waste_disposal,                                waste_point",
    "amenity=waste_transfer_station,                        waste_transfer",
    "highway=bus_stop,                                      bus_stop",
    "public_transport=platform train=yes,                   ''",
    "railway=subway_entrance,                               rail_station",
    "amenity=parking,                                       car_parking",
    "amenity=bicycle_parking,                               bike_parking",
    "amenity=restaurant,                                    catering",
    "clinic=yes,                                            ''"
  })
  void a_facility_is_of_the_kind_its_tags_or_its_name_say(String tags, String kinds) {
    List<String> found =
        mapping.match(OsmElement.NODE, false, tags(tags)).stream()
            .filter(match -> match.layer() == Layer.FACILITIES && !match.isLeftOut())
            .map(match -> String.valueOf(match.columns(0).get("kind")))
            .toList();

    assertEquals(kinds, String.join(" ", found));
  }

  @ParameterizedTest
  @CsvSource({
    "leisure=park,              200, micro_garden",
    "leisure=park,              400, pocket_park",
    "leisure=garden,           3999, pocket_park",
    "leisure=park,             4000, park",
    "leisure=pitch,             420, sports_ground_small",
    "leisure=pitch,            1400, sports_ground_medium",
    "leisure=pitch,            8000, sports_ground_large",
    "leisure=fitness_station,   200, fitness_ground"
  })
  void the_size_of_a_park_or_a_ground_decides_its_kind(
      String tags, double squareMetres, String kind) {
    OsmMatch facility = area(tags, Layer.FACILITIES).orElseThrow();

    assertEquals(kind, facility.columns(squareMetres).get("kind"));
  }

  @Test
  void a_private_car_park_serves_its_compound_alone() {
    assertEquals(
        "compound",
        area("amenity=parking access=private", Layer.FACILITIES)
            .orElseThrow()
            .columns()
            .get("serves"));
  }

  @Test
  void one_school_of_nine_years_is_two_facilities_with_ids_of_their_own() {
    List<OsmMatch> schools =
        mapping.match(OsmElement.NODE, false, tags("amenity=school name=九年一贯制学校"));

    assertEquals(List.of("", "/junior_school"), schools.stream().map(m -> m.idSuffix()).toList());
  }

  @Test
  void a_school_of_unknown_level_is_left_out_and_reported() {
    OsmMatch school = node("amenity=school name=Colegio", Layer.FACILITIES).orElseThrow();

    assertTrue(school.isLeftOut());
    assertEquals("school_of_unknown_level", school.rule());
    assertTrue(node("amenity=school name=高中", Layer.FACILITIES).isEmpty());
  }

  @Test
  void only_an_area_can_be_a_building_and_an_untagged_node_is_nothing() {
    assertTrue(node("building=yes", Layer.BUILDINGS).isEmpty());
    assertTrue(mapping.match(OsmElement.NODE, false, Map.of()).isEmpty());
    assertTrue(mapping.match(OsmElement.NODE, false, tags("natural=tree")).isEmpty());
  }

  @Test
  void every_kind_the_mapping_knows_is_a_kind_of_the_national_standard() throws IOException {
    Standard standard =
        PolicyFiles.standard(CONFIG.resolve("standards").resolve("gb50180-2018.yaml"));

    for (String kind : mapping.facilityKinds()) {
      assertTrue(standard.findKind(kind).isPresent(), kind);
    }
    assertTrue(mapping.facilityKinds().size() > 40);
  }

  private Optional<OsmMatch> node(String tags, Layer layer) {
    return find(mapping.match(OsmElement.NODE, false, tags(tags)), layer);
  }

  private Optional<OsmMatch> way(String tags, Layer layer) {
    return find(mapping.match(OsmElement.WAY, false, tags(tags)), layer);
  }

  private Optional<OsmMatch> area(String tags, Layer layer) {
    return find(mapping.match(OsmElement.WAY, true, tags(tags)), layer);
  }

  private static Optional<OsmMatch> find(List<OsmMatch> matches, Layer layer) {
    return matches.stream().filter(match -> match.layer() == layer).findFirst();
  }

  /** From {@code barrier=gate access=private}; an underscore in a name is a space. */
  private static Map<String, String> tags(String text) {
    Map<String, String> tags = new HashMap<>();
    for (String pair : text.split(" ", -1)) {
      int at = pair.indexOf('=');
      String key = pair.substring(0, at);
      String value = pair.substring(at + 1);
      tags.put(key, key.equals("name") ? value.replace('_', ' ') : value);
    }
    return tags;
  }
}
