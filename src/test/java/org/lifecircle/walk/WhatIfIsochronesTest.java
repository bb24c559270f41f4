package org.lifecircle.walk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.lifecircle.model.StudyArea;
import org.lifecircle.town.RandomTown;
import org.lifecircle.town.TownRules;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;
import org.locationtech.jts.operation.valid.IsValidOp;
import org.locationtech.jts.operation.valid.TopologyValidationError;

/**
 * What an isochrone is clipped from is sewn once, and for a what-if only where something is
 * different. Nobody can tell: it is the one drawn on ground sewn afresh, and inside still means
 * within the threshold.
 */
class WhatIfIsochronesTest {

  /** A hair along every edge of an isochrone. */
  private static final double HAIR_METRES = 1e-4;

  @Test
  void after_any_change_inside_means_within_the_threshold() {
    List<String> wrong = new ArrayList<>();
    int inside = 0;
    int checked = 0;

    for (long seed : RandomTown.seeds(300).toArray()) {
      StudyArea area = RandomTown.of(seed).area();
      Random dice = new Random(seed);
      WalkNetwork today = WalkNetwork.of(area, TownRules.walking());
      WalkNetwork changed = today.with(RandomChanges.of(area, dice));
      Envelope box = area.boundary().getEnvelopeInternal();
      Coordinate place = OneTruth.onGround(changed, box, dice);
      int[] thresholds = {20_000 + dice.nextInt(30_000), 60_000 + dice.nextInt(200_000)};
      Direction way = dice.nextBoolean() ? Direction.OUT : Direction.IN;

      OneTruth truth = new OneTruth(changed, place, Measure.distance(), thresholds, way);
      for (int i = 0; i < 60; i++) {
        truth.check(OneTruth.onGround(changed, box, dice));
      }
      List<Geometry> afresh =
          new Isochrone(changed).of(place, Measure.distance(), thresholds, way).orElseThrow();

      inside += truth.inside();
      checked += truth.checked();
      truth.wrong().forEach(sentence -> wrong.add("town " + seed + ", " + sentence));
      for (int i = 0; i < thresholds.length; i++) {
        if (!isSame(truth.drawn().get(i), afresh.get(i))) {
          wrong.add("town " + seed + ": not what is drawn on ground sewn afresh");
        }
      }
    }

    assertEquals(List.of(), wrong);
    assertTrue(inside > checked / 10 && inside < checked * 9 / 10, inside + " of " + checked);
  }

  @Test
  void in_the_demo_district_ground_sewn_in_part_and_ground_sewn_afresh_are_one()
      throws IOException {
    StudyArea area = Places.demo();
    WalkNetwork today = WalkNetwork.of(area, Places.rules());
    Random dice = new Random(5);
    List<String> wrong = new ArrayList<>();

    for (int i = 0; i < 3; i++) {
      WalkNetwork changed = today.with(RandomChanges.of(area, dice));
      Isochrone afresh = new Isochrone(changed);
      for (int k = 0; k < 3; k++) {
        Coordinate place = OneTruth.onGround(changed, area.boundary().getEnvelopeInternal(), dice);
        int[] thresholds = {300_000, 700_000};
        List<Geometry> drawn =
            changed.isochrones(place, Measure.distance(), thresholds, Direction.OUT).orElseThrow();
        List<Geometry> again =
            afresh.of(place, Measure.distance(), thresholds, Direction.OUT).orElseThrow();
        for (int n = 0; n < thresholds.length; n++) {
          if (!drawn.get(n).isValid() || !isSame(drawn.get(n), again.get(n))) {
            wrong.add(
                place
                    + " within "
                    + thresholds[n]
                    + " mm: "
                    + fault(drawn.get(n))
                    + ", apart "
                    + apart(drawn.get(n), again.get(n))
                    + " m²");
          }
        }
      }
    }

    assertEquals(List.of(), wrong);
  }

  private static String fault(Geometry area) {
    TopologyValidationError fault = new IsValidOp(area).getValidationError();
    return fault == null ? "valid" : fault.toString();
  }

  /** What only one of them covers, in square metres. */
  private static double apart(Geometry a, Geometry b) {
    return OverlayNGRobust.overlay(a, b, OverlayNG.SYMDIFFERENCE).getArea();
  }

  private static boolean isSame(Geometry a, Geometry b) {
    return apart(a, b) <= HAIR_METRES * (1 + a.getLength());
  }
}
