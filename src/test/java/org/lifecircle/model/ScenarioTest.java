package org.lifecircle.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.lifecircle.town.TownBuilder;

/** What changes mean, and what stops them. */
class ScenarioTest {

  private static final StudyArea AREA =
      TownBuilder.surveyed()
          .compound("c1", 0, 0, 100, 60)
          .wall("w1", 0, 0, 100, 0)
          .gate("g1", 50, 0, Access.RESIDENTS)
          .street("p1", -50, -4, 150, -4)
          .entrance("e1", 50, 30)
          .facility("k1", "kindergarten", 150, -4)
          .build();

  private static StudyArea after(Change... changes) {
    return new Scenario("s", "name", List.of(changes)).applyTo(AREA);
  }

  @Test
  void each_change_does_what_it_says_and_nothing_else() {
    assertFalse(after(new Change.RemoveWall("w1")).walls().get(0).standing());
    assertEquals(Access.PUBLIC, after(new Change.OpenGate("g1")).gates().get(0).access());
    assertEquals(Access.CLOSED, after(new Change.CloseGate("g1")).gates().get(0).access());
    assertTrue(after(new Change.RemoveFacility("k1")).facilities().isEmpty());
    assertEquals(
        Lift.LEVEL, after(new Change.RetrofitLift("e1", Lift.LEVEL)).entrances().get(0).lift());
    assertEquals(AREA, after());
    StudyArea opened = after(new Change.OpenGate("g1"));
    assertEquals(AREA, opened.with(Layer.GATES, AREA.gates()));
  }

  @Test
  void a_facility_that_moves_leaves_its_doors_behind() {
    StudyArea owned =
        AREA.with(
            Layer.ENTRANCES,
            List.of(
                new Entrance(
                    "e1", null, "k1", null, Lift.NONE, null, AREA.entrances().get(0).geometry())));
    var to = AREA.entrances().get(0).geometry();

    StudyArea moved =
        new Scenario("s", "", List.of(new Change.MoveFacility("k1", to))).applyTo(owned);

    assertEquals(to, moved.facilities().get(0).geometry());
    assertEquals(null, moved.entrances().get(0).facilityId());
  }

  @Test
  void all_that_is_wrong_is_said_at_once_with_a_pointer_to_each() {
    Scenario scenario =
        new Scenario(
            "s",
            "",
            List.of(
                new Change.RemoveWall("w9"),
                new Change.OpenGate("g1"),
                new Change.CloseGate("g1"),
                new Change.AddGate(AREA.gates().get(0)),
                new Change.RetrofitLift("e1", Lift.NONE)));

    List<Fault> faults = scenario.faults(AREA);

    assertEquals(
        List.of("/changes/0", "/changes/2", "/changes/3", "/changes/3", "/changes/4"),
        faults.stream().map(Fault::pointer).toList());
    assertEquals("there is no 'w9' in walls", faults.get(0).reason().en());
    assertEquals("围墙图层中没有“w9”", faults.get(0).reason().zh());
    assertThrows(BadInputException.class, () -> scenario.applyTo(AREA));
  }
}
