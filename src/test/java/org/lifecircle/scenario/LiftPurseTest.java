package org.lifecircle.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lifecircle.io.Projection;
import org.lifecircle.io.policy.PolicyFiles;
import org.lifecircle.io.programme.RecordReader;
import org.lifecircle.model.AreaProfile;
import org.lifecircle.model.Building;
import org.lifecircle.model.Entrance;
import org.lifecircle.model.Evidence;
import org.lifecircle.model.Layer;
import org.lifecircle.model.Lift;
import org.lifecircle.model.LiftGain;
import org.lifecircle.model.RenewalRules;
import org.lifecircle.model.StudyArea;
import org.lifecircle.model.Text;
import org.lifecircle.model.programme.Programme;
import org.lifecircle.model.programme.ProgrammeRecord;
import org.lifecircle.model.programme.RecordKind;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.GeometryFactory;

/** Lifts for so much money: houses of six floors in a row, a hundred metres apart. */
class LiftPurseTest {

  private static final int HOUSES = 8;
  private static final GeometryFactory FACTORY = new GeometryFactory();
  private static final RenewalRules RULES = rules();

  private static RenewalRules rules() {
    try {
      return PolicyFiles.renewalRules(
          java.nio.file.Path.of(
              System.getProperty("lifecircle.home", "."), "config", "renewal.yaml"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The door of house 3 is to the south, where a shaft would take the sun of its own windows. */
  private static StudyArea street(int floors) {
    List<Building> houses = new ArrayList<>();
    List<Entrance> doors = new ArrayList<>();
    for (int i = 0; i < HOUSES; i++) {
      double x = 100.0 * i;
      houses.add(
          new Building(
              "b" + i,
              null,
              "residential",
              floors,
              1,
              12,
              30.0,
              1985,
              FACTORY.toGeometry(new Envelope(x, x + 40, 0, 10))));
      Coordinate door = new Coordinate(x + 20, i == 3 ? 0 : 10);
      doors.add(
          new Entrance("e" + i, "b" + i, null, "1", Lift.NONE, null, FACTORY.createPoint(door)));
    }
    return StudyArea.empty(
            new AreaProfile("a", new Text("a", "a"), "EPSG:4546", Evidence.SURVEY, "test"),
            FACTORY.toGeometry(new Envelope(-100, 900, -100, 100)))
        .with(Layer.BUILDINGS, houses)
        .with(Layer.ENTRANCES, doors);
  }

  private static LiftGain gain(int house, double residents, double seconds) {
    return new LiftGain(
        "e" + house,
        "b" + house,
        null,
        Lift.LEVEL,
        residents,
        0,
        seconds,
        List.of(),
        FACTORY.createPoint(new Coordinate(100.0 * house + 20, 10)));
  }

  private static LiftPurse.Choice choose(
      StudyArea area, Programme programme, List<LiftGain> gains, long yuan) {
    return new LiftPurse(area, programme, RULES)
        .choose(gains, 100 * yuan, entrance -> true, () -> false);
  }

  private static List<String> chosen(LiftPurse.Choice choice) {
    return choice.chosen().stream().map(c -> c.gain().entranceId()).toList();
  }

  /** A lift without a plan costs 500 000 yuan, of which 100 000 are granted. */
  @Test
  void the_lifts_that_gain_most_are_subsidised_while_the_money_lasts() {
    List<LiftGain> gains = List.of(gain(0, 1, 9), gain(1, 4, 9), gain(2, 2, 9), gain(4, 0, 0));

    LiftPurse.Choice two = choose(street(6), Programme.EMPTY, gains, 299_999);

    assertEquals(List.of("e1", "e2"), chosen(two));
    assertEquals(20_000_000, two.subsidyFen());
    assertEquals(6, two.residentsGained());
    assertEquals(0, two.gap(), "a part of a lift is no lift");
    assertEquals(3, two.considered(), "the last gains nobody anything");
    assertEquals(
        List.of("e1", "e2", "e0"), chosen(choose(street(6), Programme.EMPTY, gains, 300_000)));
    assertEquals(List.of(), chosen(choose(street(6), Programme.EMPTY, gains, 99_999)));
  }

  @Test
  void where_there_is_no_room_or_nothing_is_granted_none_is_proposed() {
    List<LiftGain> gains = List.of(gain(3, 9, 9), gain(1, 1, 9));

    LiftPurse.Choice choice = choose(street(6), Programme.EMPTY, gains, 1_000_000);

    assertEquals(List.of("e1"), chosen(choice));
    assertEquals(1, choice.withoutRoom());
    assertEquals(1, choice.bound(), "what has no room is no promise");
    assertEquals(List.of(), chosen(choose(street(3), Programme.EMPTY, gains, 1_000_000)));
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void no_choice_within_the_budget_gains_more_than_the_bound(long seed) {
    Random random = new Random(seed);
    StudyArea area = street(6);
    List<LiftGain> gains = new ArrayList<>();
    List<ProgrammeRecord> plans = new ArrayList<>();
    long[] subsidies = new long[HOUSES];
    double[] residents = new double[HOUSES];
    for (int i = 0; i < HOUSES; i++) {
      long cost = 100_000 + 10_000L * random.nextInt(40);
      subsidies[i] = i == 3 ? Long.MAX_VALUE / 16 : cost / 5;
      residents[i] = 1 + random.nextInt(30);
      gains.add(gain(i, residents[i], 9));
      plans.add(plan(i, cost));
    }
    long budget = 50_000 + 1000L * random.nextInt(250);

    LiftPurse.Choice choice = choose(area, new Programme(plans), gains, budget);

    double best =
        IntStream.range(0, 1 << HOUSES)
            .filter(set -> sum(set, subsidies) <= budget)
            .mapToDouble(set -> sum(set, residents))
            .max()
            .orElse(0);
    assertTrue(choice.subsidyFen() <= 100 * budget);
    assertTrue(choice.residentsGained() <= best + 1e-9);
    assertTrue(choice.bound() >= best - 1e-9, choice.bound() + " is less than " + best);
    assertTrue(choice.residentsGained() >= best / 2, "greedy is no worse than half of it here");
  }

  private static ProgrammeRecord plan(int house, long yuan) {
    String json =
        """
        {"id":"l-%d","entrance_id":"e%d","type":"level","cost_yuan":%d,"wished_on":"2022-01-10",
         "flats":[{"flat":"201","floor":2,"area_m2":70}]}"""
            .formatted(house, house, yuan);
    byte[] bytes = json.getBytes(java.nio.charset.StandardCharsets.UTF_8);
    return new RecordReader(Projection.of("EPSG:4546"))
        .read(RecordKind.LIFTS, bytes)
        .get(0)
        .record();
  }

  private static long sum(int set, long[] of) {
    return IntStream.range(0, HOUSES).filter(i -> (set >> i & 1) == 1).mapToLong(i -> of[i]).sum();
  }

  private static double sum(int set, double[] of) {
    return IntStream.range(0, HOUSES)
        .filter(i -> (set >> i & 1) == 1)
        .mapToDouble(i -> of[i])
        .sum();
  }
}
