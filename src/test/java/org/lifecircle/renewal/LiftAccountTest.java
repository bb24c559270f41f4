package org.lifecircle.renewal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.lifecircle.io.Projection;
import org.lifecircle.io.programme.RecordReader;
import org.lifecircle.model.BadInputException;
import org.lifecircle.model.BadValueException;
import org.lifecircle.model.programme.Ballot;
import org.lifecircle.model.programme.LiftPlan;
import org.lifecircle.model.programme.Matter;
import org.lifecircle.model.programme.Programme;
import org.lifecircle.model.programme.ProgrammeRecord;
import org.lifecircle.model.programme.ProgrammeRules;
import org.lifecircle.model.programme.RecordKind;

/** One lift from wish to registration, and what is refused on the way. */
class LiftAccountTest {

  private static final ProgrammeRules RULES = Rulebook.shipped();
  private static final RecordReader READER = new RecordReader(Projection.of("EPSG:4546"));

  private static final String FLATS =
      """
      [{"flat":"101","floor":1,"area_m2":70}, {"flat":"201","floor":2,"area_m2":70},
       {"flat":"301","floor":3,"area_m2":70.55}, {"flat":"401","floor":4,"area_m2":70}]""";

  private static String lift(String more) {
    return """
        {"id":"l-1","entrance_id":"e-1","type":"level","cost_yuan":450000,"flats":%s,
         "wished_on":"2022-01-10"%s}"""
        .formatted(FLATS, more);
  }

  private static LiftPlan read(String json) {
    return (LiftPlan)
        READER
            .read(RecordKind.LIFTS, json.getBytes(java.nio.charset.StandardCharsets.UTF_8))
            .get(0)
            .record();
  }

  private static LiftAccount account(LiftPlan plan, LocalDate day, ProgrammeRecord... others) {
    return LiftAccount.of(plan, 4, new Programme(List.of(others)), RULES, day);
  }

  @Test
  void a_lift_goes_from_wish_to_vote_to_approval_to_registration() {
    LiftPlan plan =
        read(
            lift(
                ",\"approved_on\":\"2022-05-01\",\"approval_no\":\"x\",\"started_on\":\"2022-06-01\","
                    + "\"registered_on\":\"2022-11-30\""));
    var vote = BallotResultTest.ballot(Matter.MAJOR, 12, 0, 0); // one a day from 1 March

    assertEquals(LiftStage.NOT_YET, account(plan, LocalDate.of(2022, 1, 9), vote).stage());
    assertEquals(LiftStage.WISHED, account(plan, LocalDate.of(2022, 1, 10), vote).stage());
    LiftAccount early = account(plan, LocalDate.of(2022, 3, 7), vote);
    assertEquals(LiftStage.VOTING, early.stage());
    assertEquals(3, early.missing().size(), "7 of 12 by heads and by area, and no approval");
    LiftAccount voted = account(plan, LocalDate.of(2022, 3, 12), vote);
    assertEquals(LiftStage.VOTED, voted.stage());
    assertEquals(1, voted.missing().size(), voted.missing().toString());
    assertEquals(LiftStage.APPROVED, account(plan, LocalDate.of(2022, 5, 1), vote).stage());
    assertEquals(LiftStage.UNDER_WAY, account(plan, LocalDate.of(2022, 6, 1), vote).stage());
    LiftAccount done = account(plan, LocalDate.of(2022, 11, 30), vote);
    assertEquals(LiftStage.REGISTERED, done.stage());
    assertEquals(List.of(), done.missing());
  }

  @Test
  void a_vote_that_is_closed_without_enough_is_not_open_any_more() {
    Ballot open = BallotResultTest.ballot(Matter.MAJOR, 5, 3, 0);
    LocalDate closed = LocalDate.of(2022, 3, 20);
    Ballot over =
        new Ballot(
            open.id(),
            open.subject(),
            open.matter(),
            open.scope(),
            open.place(),
            open.owners(),
            open.areaSquareDecimetres(),
            open.openedOn(),
            closed,
            open.votes());

    assertEquals(LiftStage.VOTING, account(read(lift("")), closed.minusDays(1), over).stage());
    assertEquals(LiftStage.NOT_PASSED, account(read(lift("")), closed, over).stage());
  }

  @Test
  void an_ordinary_vote_is_not_enough_for_a_lift() {
    LiftAccount account =
        account(
            read(lift("")),
            LocalDate.of(2023, 1, 1),
            BallotResultTest.ballot(Matter.ORDINARY, 12, 0, 0));

    assertTrue(account.missing().get(0).en().contains("a major matter"));
  }

  @Test
  void whoever_pays_for_the_sunroom_pays_the_same_to_the_fen() {
    LiftPlan plan =
        read(
            lift(
                """
                ,"compensation":{"area_m2":14,"cost_yuan":10000,"payer":"楼上业主",
                 "beneficiary":"101","payers":["201","301","401"],"approval_no":"y",
                 "approved_on":"2022-02-01"}"""));

    LiftAccount account = account(plan, LocalDate.of(2023, 1, 1));

    assertEquals(List.of(0L, 333_334L, 333_333L, 333_333L), account.compensationFen());
    assertEquals(
        36_000_000, account.shareFen().stream().mapToLong(Long::longValue).sum(), "net of subsidy");
  }

  @Test
  void a_lift_may_bring_its_own_table_and_other_money() {
    LiftPlan plan = read(lift(",\"factors\":[0,1,1,1],\"other_yuan\":60000,\"subsidised\":true"));

    LiftAccount account = account(plan, LocalDate.of(2023, 1, 1));

    assertEquals(0, account.subsidy().fen());
    assertEquals(39_000_000, account.netFen());
    assertEquals(0L, account.shareFen().get(0));
    assertTrue(
        account.shareFen().get(2) > account.shareFen().get(1), "by half a square metre more");
  }

  @Test
  void what_breaks_a_rule_is_refused_with_the_rule() {
    refused(lift(",\"subsidy_yuan\":450000.01"), "not above the cost");
    refused(lift(",\"subsidy_yuan\":90000,\"subsidised\":true"), "old-compound funds");
    refused(lift(",\"other_yuan\":450001"), "not above the cost");
    refused(lift(",\"approved_on\":\"2022-01-09\",\"approval_no\":\"x\""), "dates reversed");
    refused(lift(",\"approved_on\":\"2022-02-09\""), "its number");
    refused(lift(",\"registered_on\":\"2022-02-09\""), "needs started_on");
    refused(lift(",\"cost_yuan\":1"), "not valid JSON");
    refused(lift(",\"table\":\"a\",\"factors\":[1]"), "not both");
    refused(
        lift(
            ",\"compensation\":{\"area_m2\":14,\"cost_yuan\":10000,\"payer\":\"x\","
                + "\"beneficiary\":\"101\",\"payers\":[]}"),
        "next illegal structure");
    LiftPlan greedy = read(lift(",\"subsidy_yuan\":90000.01"));
    BadValueException tooMuch =
        assertThrows(BadValueException.class, () -> account(greedy, LocalDate.of(2023, 1, 1)));
    assertTrue(tooMuch.reason().en().contains("1/5 of the cost"), tooMuch.getMessage());
    LiftPlan tooHigh = read(lift(""));
    assertThrows(
        BadValueException.class,
        () -> LiftAccount.of(tooHigh, 3, Programme.EMPTY, RULES, LocalDate.of(2023, 1, 1)));
  }

  private static void refused(String json, String rule) {
    BadInputException refused = assertThrows(BadInputException.class, () -> read(json));
    assertTrue(refused.toString().contains(rule), refused.toString());
  }

  @Test
  void a_fee_rate_has_its_denominator_and_no_complaint_repeats_a_value() {
    String json =
        """
        {"id":"m-1","compound_id":"c-1","mode":"CANARY","contract_on":"CANARY","periods":[
          {"from":"2022-01-01","to":"2022-12-31","received_yuan":10,"households_paying":3,
           "source":"CANARY","CANARY":1}]}""";

    BadInputException refused =
        assertThrows(
            BadInputException.class,
            () ->
                READER.read(
                    RecordKind.MANAGEMENT, json.getBytes(java.nio.charset.StandardCharsets.UTF_8)));

    assertTrue(refused.toString().contains("denominator"), refused.getMessage());
    assertTrue(!refused.toString().contains("CANARY"), refused.toString());
    assertTrue(refused.faults().size() >= 5, "all at once: " + refused.getMessage());
  }
}
