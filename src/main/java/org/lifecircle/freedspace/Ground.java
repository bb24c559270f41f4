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

  private final Notebook notebook;
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
      Set<Deduction> heeded,
      Notebook notebook) {
    this.notebook = notebook;
    this.rules = rules;
    this.heeded = heeded;
    room = Room.of(area, demolition, FreedSpaceRules.of(walking), notebook);
    clearances = new Clearances(area, demolition, rules.deductions(), walking, notebook);
    area.parcels().forEach(parcel -> parcels.add(parcel.geometry(), parcel));
  }

  Notebook notebook() {
    return notebook;
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

  /** What a building, or a ground without one, has to leave clear, piece by piece. */
  List<Geometry> keptClearIn(boolean indoor, Envelope box) {
    DeductionRules deductions = rules.deductions();
    Set<Deduction> reasons = EnumSet.noneOf(Deduction.class);
    reasons.addAll(indoor ? deductions.indoor() : deductions.outdoor());
    reasons.retainAll(heeded);
    List<Geometry> clear = new ArrayList<>();
    reasons.forEach(reason -> clear.addAll(clearances.of(reason, box)));
    clear.addAll(clearances.inUse(indoor, box));
    return clear;
  }

  /** The directions houses stand in; where there are none, those of what goes. */
  List<Turn> directions(Envelope box, Coordinate about) {
    List<Geometry> shapes = new ArrayList<>();
    for (Building building : clearances.buildingsIn(box)) {
      shapes.add(building.geometry());
    }
    if (shapes.isEmpty()) {
      shapes.addAll(room.goingIn(box));
    }
    return Turn.along(shapes, about);
  }
}
