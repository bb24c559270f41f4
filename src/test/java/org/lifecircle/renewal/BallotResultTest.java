package org.lifecircle.renewal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lifecircle.model.BadValueException;
import org.lifecircle.model.programme.Ballot;
import org.lifecircle.model.programme.Choice;
import org.lifecircle.model.programme.Matter;
import org.lifecircle.model.programme.Vote;
import org.lifecircle.model.programme.VoteScope;

/** Civil Code art. 278, at its edges: two thirds of twelve owners is eight, not 7.99. */
class BallotResultTest {

  private static final LocalDate OPENED = LocalDate.of(2022, 3, 1);

  /** Twelve owners of 70 square metres each, of whom so many vote yes, no and abstain. */
  static Ballot ballot(Matter matter, int yes, int no, int abstain) {
    List<Vote> votes = new ArrayList<>();
    for (int i = 0; i < yes + no + abstain; i++) {
      Choice choice = i < yes ? Choice.YES : i < yes + no ? Choice.NO : Choice.ABSTAIN;
      votes.add(new Vote("o" + i, null, 7000, choice, OPENED.plusDays(i), null));
    }
    return new Ballot(
        "b-1", "lifts/l-1", matter, VoteScope.UNIT, "e-1", 12, 84_000, OPENED, null, votes);
  }

  @ParameterizedTest
  @CsvSource({
    // matter, yes, no, abstain, reasons: heads and area fall together here
    "MAJOR, 6, 2, 0, 0", // 8 of 12 take part: two thirds; 6 of 8 approve: three quarters
    "MAJOR, 7, 0, 0, 2", // 7 of 12 take part
    "MAJOR, 5, 3, 0, 2", // 5 of 8 approve
    "MAJOR, 6, 0, 3, 2", // who abstains takes part and does not approve
    "ORDINARY, 4, 4, 0, 2", // half is not more than half
    "ORDINARY, 5, 3, 0, 0",
    "MAJOR, 0, 0, 0, 4",
    "MAJOR, 12, 0, 0, 0",
  })
  void takes_two_thirds_and_then_three_quarters_or_more_than_half(
      Matter matter, int yes, int no, int abstain, int reasons) {
    BallotResult result =
        BallotResult.of(ballot(matter, yes, no, abstain), Rulebook.shipped().votes());

    assertEquals(reasons, result.reasons().size(), result.reasons().toString());
    assertEquals(reasons == 0, result.lawful());
    result.reasons().forEach(r -> assertTrue(r.en().contains("art. 278"), r.en()));
  }

  @Test
  void heads_alone_are_not_enough_where_the_large_flats_say_no() {
    List<Vote> votes =
        List.of(
            new Vote("a", null, 4000, Choice.YES, OPENED, null),
            new Vote("b", null, 4000, Choice.YES, OPENED, null),
            new Vote("c", null, 4000, Choice.YES, OPENED, null),
            new Vote("d", null, 20_000, Choice.NO, OPENED, null));
    Ballot ballot =
        new Ballot(
            "b", "lifts/l", Matter.MAJOR, VoteScope.UNIT, "e", 4, 32_000, OPENED, null, votes);

    BallotResult result = BallotResult.of(ballot, Rulebook.shipped().votes());

    assertEquals(1, result.reasons().size());
    assertTrue(result.reasons().get(0).en().contains("by area"), result.reasons().toString());
    assertTrue(result.reasons().get(0).en().contains("37.5 %"), result.reasons().toString());
  }

  @Test
  void a_vote_grows_with_the_days() {
    Ballot whole = ballot(Matter.MAJOR, 12, 0, 0);

    assertNull(whole.asOf(OPENED.minusDays(1)));
    Ballot early = whole.asOf(OPENED.plusDays(6));
    assertEquals(7, early == null ? -1 : early.votes().size());
  }

  @Test
  void an_owner_votes_once() {
    Vote vote = new Vote("a", null, 100, Choice.YES, OPENED, null);

    BadValueException refused =
        assertThrows(BadValueException.class, () -> of(List.of(vote, vote), 12, 84_000));

    assertTrue(refused.reason().zh().contains("第二百七十八条"), refused.reason().zh());
    assertTrue(refused.reason().en().contains("voted twice"), refused.reason().en());
  }

  @Test
  void no_more_than_all_can_vote() {
    Vote a = new Vote("a", null, 100, Choice.YES, OPENED, null);
    Vote b = new Vote("b", null, 100, Choice.YES, OPENED, null);

    assertThrows(BadValueException.class, () -> of(List.of(a, b), 1, 84_000));
    BadValueException area = assertThrows(BadValueException.class, () -> of(List.of(a, b), 2, 199));
    assertTrue(area.reason().en().contains("over 100 %"), area.reason().en());
    assertEquals(2, of(List.of(a, b), 2, 200).votes().size());
  }

  @Test
  void nobody_votes_before_the_vote_is_opened() {
    Vote early = new Vote("a", null, 100, Choice.YES, OPENED.minusDays(1), null);

    assertThrows(BadValueException.class, () -> of(List.of(early), 12, 84_000));
  }

  private static Ballot of(List<Vote> votes, int owners, long area) {
    return new Ballot(
        "b", "lifts/l", Matter.MAJOR, VoteScope.UNIT, "e", owners, area, OPENED, null, votes);
  }
}
