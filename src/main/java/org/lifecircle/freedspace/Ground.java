package org.lifecircle.freedspace;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.lifecircle.model.Building;
import org.lifecircle.model.Deduction;
import org.lifecircle.model.DeductionRules;
import org.lifecircle.model.Parcel;
import org.lifecircle.model.RenewalRules;
import org.lifecircle.model.StudyArea;
import org.lifecircle.model.WalkingRules;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;

/** The ground a demolition leaves, with what has to stay clear on it and who holds it. */
final class Ground {

  private final Room room;
  private final Clearances clearances;
  private final RenewalRules rules;
  private final Set<Deduction> heeded;
  private final Nearby<Parcel> parcels = new Nearby<>();

  Ground(
      StudyArea area,
      Demolition demolition,
      RenewalRules rules,
      WalkingRules walking,
      Set<Deduction> heeded) {
    this.rules = rules;
    this.heeded = heeded;
    room = Room.of(area, demolition, FreedSpaceRules.of(walking));
    clearances = new Clearances(area, demolition, rules.deductions(), walking);
    area.parcels().forEach(parcel -> parcels.add(parcel.geometry(), parcel));
  }

  Room room() {
    return room;
  }

  RenewalRules rules() {
    return rules;
  }

  Clearances clearances() {
    return clearances;
  }

  List<Parcel> parcelsIn(Envelope box) {
    return parcels.in(box);
  }

  /** All room there is when everything asked for is gone. */
  Geometry after(Window window) {
    return Areas.minus(window.local(window.box()), room.taken(window));
  }

  /** What a building, or a ground without one, has to leave clear. */
  Geometry keptClear(boolean indoor, Window window) {
    DeductionRules deductions = rules.deductions();
    Set<Deduction> reasons = EnumSet.noneOf(Deduction.class);
    reasons.addAll(indoor ? deductions.indoor() : deductions.outdoor());
    reasons.retainAll(heeded);
    return Areas.plus(clearances.of(reasons, window), clearances.inUse(indoor, window));
  }

  /** The directions houses stand in; where there are none, those of what goes. */
  List<Turn> directions(Window window, Coordinate about) {
    List<Geometry> shapes = new ArrayList<>();
    for (Building building : clearances.buildingsIn(window.box())) {
      shapes.add(building.geometry());
    }
    if (shapes.isEmpty()) {
      room.thingsIn(window.box()).forEach(thing -> shapes.add(thing.footprint()));
    }
    return Turn.along(shapes, about);
  }
}
