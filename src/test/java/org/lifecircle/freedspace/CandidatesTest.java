package org.lifecircle.freedspace;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CancellationException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lifecircle.model.Candidate;
import org.lifecircle.model.Deduction;
import org.lifecircle.model.FacilityKind;
import org.lifecircle.model.PathKind;
import org.lifecircle.model.Status;
import org.lifecircle.model.StructurePosition;
import org.lifecircle.model.StudyArea;
import org.lifecircle.model.UnitCosts;
import org.locationtech.jts.geom.Geometry;

/** What can stand where something goes, on drawn yards. */
class CandidatesTest {

  /** A row of six sheds, 30 m by 10 m, in a yard between two houses; a lane runs beside it. */
  private static Yard yard(double turn) {
    Yard yard =
        Yard.turned(70, 60, turn)
            .building("north", 10, 45, 60, 55)
            .building("south", 10, 5, 60, 15)
            .path("lane", PathKind.LANE, 4.0, 2, 40, 68, 40)
            .parcel("west", "cotton mill", 0, 0, 35, 60)
            .parcel("east", "bakery", 35, 0, 70, 60);
    for (int i = 0; i < 6; i++) {
      yard.structure("s" + i, StructurePosition.GROUND, 50, 20 + 5 * i, 26, 25 + 5 * i, 36);
    }
    return yard;
  }

  private static Candidates candidates(StudyArea area, Demolition demolition) {
    return new Candidates(
        area, demolition, Rules.RENEWAL, Rules.WALKING, EnumSet.allOf(Deduction.class));
  }

  private static List<Candidate> all(StudyArea area, Demolition demolition, String kind) {
    return candidates(area, demolition).of(List.of(Rules.STANDARD.kind(kind)), share -> {});
  }

  private static List<Candidate> all(StudyArea area, String kind) {
    return all(area, Demolition.ofEverythingRemovable(area), kind);
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, 0.35, -1.2})
  void a_fitness_ground_finds_room_whichever_way_the_houses_stand(double turn) {
    StudyArea area = yard(turn).area();

    Candidate ground = all(area, "fitness_ground").get(0);

    assertTrue(ground.fits());
    assertEquals(150, ground.areaSquareMetres(), 8);
    assertTrue(ground.areaSquareMetres() >= 150 - 1e-6);
    assertTrue(ground.freedShare() >= 0.3);
    assertEquals("lane", ground.accessPath());
  }

  @Test
  void several_places_in_one_yard_do_not_overlap() {
    List<Candidate> gardens = all(yard(0.1).area(), "fitness_ground");

    assertTrue(gardens.stream().filter(Candidate::fits).count() >= 2);
    for (Candidate a : gardens) {
      for (Candidate b : gardens) {
        if (!a.id().equals(b.id())) {
          assertEquals(0, Areas.commonArea(a.geometry(), b.geometry()), 1e-6);
        }
      }
    }
  }

  @Test
  void it_costs_what_its_own_sheds_and_its_own_ground_cost_and_names_who_must_agree() {
    StudyArea area = yard(0).area();
    UnitCosts costs = Rules.RENEWAL.costs();

    for (Candidate ground : all(area, "fitness_ground")) {
      double demolition =
          ground.illegalStructures().size() * 50 * costs.structureYuanPerSquareMetre();
      assertEquals(demolition, ground.demolitionYuan(), 0.01);
      assertEquals(
          demolition + ground.areaSquareMetres() * costs.outdoorYuanPerSquareMetre(),
          ground.costYuan(),
          0.01);
      assertEquals(
          ground.illegalStructures().stream().map(id -> "owner of " + id).toList(),
          ground.owners());
      assertFalse(ground.rightHolders().isEmpty());
    }
  }

  @Test
  void nothing_stands_across_a_railing_that_stays_and_is_thinner_than_cells_can_see() {
    Yard yard = yard(0);
    yard.wall("railing", "railing", 0.03, null, false, Status.STANDING, 15, 29.06, 55, 29.06);
    StudyArea area = yard.area();

    List<Candidate> places = all(area, "fitness_equipment");

    assertTrue(places.get(0).fits());
    for (Candidate place : places.stream().filter(Candidate::fits).toList()) {
      assertFalse(area.walls().get(0).geometry().intersects(place.geometry()), place.id());
    }
  }

  @Test
  void what_it_needs_is_enough() {
    StudyArea area = yard(0.3).wall("w", 36, 20, 36, 39).area();

    for (Candidate ground : all(area, "fitness_ground")) {
      List<String> needs =
          Stream.concat(ground.walls().stream(), ground.illegalStructures().stream()).toList();
      Ground left =
          new Ground(
              area,
              Demolition.of(area, needs),
              Rules.RENEWAL,
              Rules.WALKING,
              EnumSet.allOf(Deduction.class),
              new Notebook());
      Window window = Window.of(ground.geometry().getEnvelopeInternal());

      List<Geometry> stays = left.room().takenIn(window.box()).stream().map(window::local).toList();

      Geometry plot = window.local(ground.geometry());
      assertEquals(
          ground.areaSquareMetres(), Areas.minus(plot, Areas.union(stays)).getArea(), 0.01);
    }
  }

  @Test
  void a_wall_that_goes_elsewhere_at_the_same_time_changes_nothing_of_any_candidate() {
    Yard yard = yard(0.3).wall("far", 2, 2, 2, 30).wall("w", 36, 20, 36, 39);
    StudyArea area = yard.area();
    List<String> own = List.of("s0", "s1", "s2", "s3", "s4", "s5", "w");
    List<String> more = List.of("s0", "s1", "s2", "s3", "s4", "s5", "w", "far");

    for (String kind : List.of("fitness_ground", "reading_room", "micro_garden")) {
      List<Candidate> before = all(area, Demolition.of(area, own), kind);
      List<Candidate> after = all(area, Demolition.of(area, more), kind);

      assertTrue(before.get(0).fits(), kind);
      // The other wall may make places of its own; those there were stay as they were.
      assertTrue(tellings(after).containsAll(tellings(before)), kind);
    }
  }

  /** All but the site's name, which is context. */
  private static List<String> tellings(List<Candidate> candidates) {
    return candidates.stream()
        .filter(Candidate::fits)
        .map(
            c ->
                String.join(
                    " ",
                    c.geometry().norm().toText(),
                    c.walls().toString(),
                    c.illegalStructures().toString(),
                    c.owners().toString(),
                    c.rightHolders().toString(),
                    String.valueOf(c.costYuan()),
                    String.valueOf(c.freedShare()),
                    String.valueOf(c.accessPath())))
        .sorted()
        .toList();
  }

  @Test
  void what_is_refused_says_why_in_both_languages() {
    StudyArea area = yard(0).area();

    Candidate station = all(area, "sports_ground_medium").get(0);

    assertFalse(station.fits());
    String reason = station.refusals().get(0).en();
    assertTrue(reason.matches("\\d+ m² of 1310 needed\\."), reason);
    String zh = station.refusals().get(0).zh();
    assertTrue(zh.matches("最大的矩形 \\d+ m²，需要 1310 m²。"), zh);
  }

  @Test
  void ground_no_path_leads_to_has_no_frontage() {
    Yard yard = Yard.of(70, 60).building("house", 1, 1, 60, 8);
    yard.structure("s", StructurePosition.GROUND, 300, 20, 25, 50, 35);

    Candidate ground = all(yard.area(), "fitness_ground").get(0);

    assertFalse(ground.fits());
    assertTrue(ground.refusals().get(0).en().startsWith("No frontage: "));
  }

  @Test
  void a_building_keeps_its_distance_from_houses_and_from_sheds_that_stay() {
    StudyArea area = yard(0).area();
    double spacing = Rules.RENEWAL.deductions().fireSpacingMetres();

    List<Candidate> rooms =
        all(area, Demolition.of(area, List.of("s1", "s2", "s3", "s4", "s5")), "reading_room");

    assertTrue(rooms.get(0).fits());
    for (Candidate room : rooms.stream().filter(Candidate::fits).toList()) {
      assertTrue(room.geometry().distance(area.buildings().get(0).geometry()) >= spacing - 0.05);
      assertTrue(
          room.geometry().distance(area.illegalStructures().get(0).geometry()) >= spacing - 0.05);
      assertEquals(60, room.floorAreaSquareMetres(), 4);
      assertTrue(room.mayShareBuilding());
    }
  }

  @Test
  void a_deduction_that_is_left_out_lets_a_room_stand_against_a_shed_that_stays() {
    StudyArea area = yard(0).area();
    Demolition demolition = Demolition.of(area, List.of("s1", "s2", "s3", "s4", "s5"));
    Candidates lax =
        new Candidates(
            area, demolition, Rules.RENEWAL, Rules.WALKING, EnumSet.noneOf(Deduction.class));

    List<Candidate> rooms = lax.of(List.of(Rules.STANDARD.kind("reading_room")), share -> {});

    Geometry stays = area.illegalStructures().get(0).geometry();
    assertTrue(
        rooms.stream()
            .anyMatch(
                room ->
                    room.fits()
                        && room.geometry().distance(stays)
                            < Rules.RENEWAL.deductions().fireSpacingMetres() - 1));
  }

  @Test
  void a_kind_without_a_size_is_named_and_is_no_candidate() {
    Candidates candidates =
        candidates(yard(0).area(), Demolition.ofEverythingRemovable(yard(0).area()));

    assertEquals(
        List.of("bank"),
        candidates.withoutSize(
            List.of(Rules.STANDARD.kind("bank"), Rules.STANDARD.kind("fitness_ground"))));
    assertEquals(List.of(), candidates.of(List.of(Rules.STANDARD.kind("bank")), share -> {}));
  }

  @Test
  void what_other_kinds_are_asked_for_changes_nothing_of_a_kinds_own() {
    StudyArea area = yard(0.3).area();
    Candidates candidates = candidates(area, Demolition.ofEverythingRemovable(area));
    List<FacilityKind> kinds =
        Stream.of("fitness_ground", "micro_garden", "sports_ground_small", "reading_room")
            .map(Rules.STANDARD::kind)
            .toList();

    List<Candidate> together = candidates.of(kinds, share -> {});

    for (FacilityKind kind : kinds) {
      assertEquals(
          candidates.of(List.of(kind), share -> {}),
          together.stream().filter(c -> c.kind().equals(kind.id())).toList());
    }
  }

  @Test
  void what_was_asked_before_changes_no_answer_and_only_ground_near_a_change_is_looked_at_anew() {
    Yard yard = yard(0.3);
    for (int i = 0; i < 8; i++) {
      yard.structure("far" + i, StructurePosition.GROUND, 20, 200 * i, 400, 200 * i + 9, 409);
    }
    StudyArea area = yard.area();
    Demolition all = Demolition.ofEverythingRemovable(area);
    Set<String> left = new TreeSet<>(all.illegalStructures());
    left.remove("s0");
    Demolition allButOne = new Demolition(all.walls(), left);
    FacilityKind kind = Rules.STANDARD.kind("fitness_ground");
    Notebook notebook = new Notebook();

    assertEquals(answer(area, all, kind, new Notebook()), answer(area, all, kind, notebook));
    int first = notebook.size();
    assertEquals(
        answer(area, allButOne, kind, new Notebook()), answer(area, allButOne, kind, notebook));
    int second = notebook.size() - first;
    answer(area, all, kind, notebook);

    assertTrue(second > 0 && second < first / 2, second + " of " + first);
    assertEquals(first + second, notebook.size());
  }

  @Test
  void whoever_watches_stops_the_search_for_freed_ground_as_well() {
    StudyArea area = yard(0).area();
    Demolition all = Demolition.ofEverythingRemovable(area);

    assertThrows(
        CancellationException.class,
        () ->
            new Candidates(
                area,
                all,
                Rules.RENEWAL,
                Rules.WALKING,
                EnumSet.allOf(Deduction.class),
                new Notebook(),
                share -> {
                  throw new CancellationException();
                }));
  }

  private static List<Candidate> answer(
      StudyArea area, Demolition demolition, FacilityKind kind, Notebook notebook) {
    return new Candidates(
            area,
            demolition,
            Rules.RENEWAL,
            Rules.WALKING,
            EnumSet.allOf(Deduction.class),
            notebook)
        .of(List.of(kind), share -> {});
  }

  @Test
  void kinds_that_may_share_a_building_find_room_in_one_for_all_their_floors() {
    StudyArea area = yard(0).area();
    Candidates candidates = candidates(area, Demolition.ofEverythingRemovable(area));
    List<FacilityKind> rooms =
        Stream.of("reading_room", "convenience_store").map(Rules.STANDARD::kind).toList();

    Candidate both = candidates.shared(rooms, share -> {}).get(0);

    assertTrue(both.fits());
    assertEquals("convenience_store+reading_room", both.kind());
    assertEquals(60 + 50, both.floorAreaSquareMetres(), 1e-6);
    assertEquals(
        both.floorAreaSquareMetres(),
        both.areaSquareMetres() * Rules.RENEWAL.candidates().floors(),
        1e-9);
  }

  @Test
  void a_shared_building_that_does_not_fit_says_why_and_who_must_stand_alone_is_named() {
    StudyArea area = yard(0).area();
    Candidates candidates = candidates(area, Demolition.ofEverythingRemovable(area));
    List<FacilityKind> rooms =
        Stream.of("culture_station", "elderly_daycare", "reading_room")
            .map(Rules.STANDARD::kind)
            .toList();

    List<Candidate> refused = candidates.shared(rooms, share -> {});

    assertTrue(refused.stream().noneMatch(Candidate::fits));
    String reason = refused.get(0).refusals().get(0).en();
    assertTrue(reason.matches("1\\d\\.\\d m wide, 18\\.1 m needed\\."), reason);
    assertEquals(
        List.of("fitness_ground"),
        candidates.standingAlone(
            List.of(Rules.STANDARD.kind("reading_room"), Rules.STANDARD.kind("fitness_ground"))));
  }
}
