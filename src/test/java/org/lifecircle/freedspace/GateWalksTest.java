package org.lifecircle.freedspace;

import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.lifecircle.model.Access;
import org.lifecircle.model.Change;
import org.lifecircle.model.FreedGround;
import org.lifecircle.model.StructurePosition;
import org.lifecircle.model.StudyArea;
import org.lifecircle.walk.WalkNetwork;

/** How far freed ground is from a gate, in a yard whose walks are lines and Pythagoras. */
class GateWalksTest {

  private static final FreedSpaceRules AT_4_M = new FreedSpaceRules(4, 0, 7);

  /** A walled yard of 80 m by 60 m with a gate in the middle of its south side, and a shed. */
  private static Yard yard(double turn) {
    return Yard.turned(100, 80, turn)
        .compound("c", 10, 10, 90, 70)
        .wall("ring", 10, 10, 90, 10, 90, 70, 10, 70, 10, 10)
        .gate("south gate", 3.0, 50, 10)
        .structure("shed", StructurePosition.GROUND, 16, 48, 40, 52, 44);
  }

  private static GateWalks walks(StudyArea area, WalkNetwork network) {
    FreedGround freed = FreedSpaces.of(area, Demolition.of(area, List.of("shed")), AT_4_M);
    assertEquals(List.of("freed-shed"), freed.spaces().stream().map(s -> s.id()).toList());
    return GateWalks.of(freed, network);
  }

  private static GateWalks walks(Yard yard) {
    return walks(yard.area(), WalkNetwork.of(yard.area(), Rules.WALKING));
  }

  @Test
  void from_the_nearest_side_of_a_shed_it_is_straight_to_the_gate() {
    for (double turn : new double[] {0, 0.4}) {
      GateWalks walks = walks(yard(turn));

      assertEquals(30, requireNonNull(walks.metresFrom("freed-shed")), 0.1);
      assertEquals(30, requireNonNull(walks.metresFrom("site-freed-shed")), 0.1);
    }
  }

  @Test
  void a_house_in_between_is_walked_round() {
    GateWalks walks = walks(yard(0).building("house", 30, 20, 60, 30));

    double round = Math.hypot(10, 10) + 10 + Math.hypot(52 - 60, 40 - 30);
    assertEquals(round, requireNonNull(walks.metresFrom("freed-shed")), 0.1);
  }

  @Test
  void a_closed_gate_is_none_and_opened_it_is_one() {
    StudyArea area = yard(0).area();
    WalkNetwork network = WalkNetwork.of(area, Rules.WALKING);
    WalkNetwork closed = network.with(List.of(new Change.CloseGate("south gate")));

    assertNull(walks(area, closed).metresFrom("freed-shed"));
    assertNull(walks(area, closed).metresFrom("site-freed-shed"));
    assertTrue(requireNonNull(walks(area, network).metresFrom("freed-shed")) < 31);
    assertEquals(Access.PUBLIC, area.gates().get(0).access());
  }
}
