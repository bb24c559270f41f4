package org.lifecircle.freedspace;

import java.util.ArrayList;
import java.util.List;
import org.lifecircle.model.Compound;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;

/**
 * Whose discs are whose: which of the new places in a window are new because of which thing, and in
 * which compound they are.
 */
final class Causes {

  private record Places<T>(T owner, Geometry centres) {}

  /** Ground that discs barely touch, chords for arcs being what they are, is not theirs. */
  private static final double BARELY_METRES = 0.005;

  private final double reachMetres;
  private final List<Places<Thing>> byThing = new ArrayList<>();
  private final List<Places<String>> byCompound = new ArrayList<>();

  private Causes(double reachMetres) {
    this.reachMetres = reachMetres;
  }

  static Causes of(Room room, Window window, Geometry freed, Geometry newPlaces, double radius) {
    Causes causes = new Causes(Math.max(radius - BARELY_METRES, radius / 2));
    Envelope box = window.box();
    for (Thing thing : room.thingsIn(box)) {
      Geometry itsGround = Areas.common(window.local(thing.footprint()), freed);
      Geometry touching = radius == 0 ? itsGround : Discs.around(itsGround, causes.reachMetres);
      Geometry centres = Areas.common(newPlaces, touching);
      if (!centres.isEmpty()) {
        causes.byThing.add(new Places<>(thing, centres));
      }
    }
    for (Compound compound : room.compoundsIn(box)) {
      Geometry centres = Areas.common(newPlaces, window.local(compound.geometry()));
      if (!centres.isEmpty()) {
        causes.byCompound.add(new Places<>(compound.id(), centres));
      }
    }
    return causes;
  }

  /** The things touched by new discs that reach into this ground. */
  List<Thing> thingsOf(Geometry ground) {
    return owners(byThing, ground);
  }

  /** The compounds that hold the middle of a new disc that reaches into this ground. */
  List<String> compoundsOf(Geometry ground) {
    return owners(byCompound, ground);
  }

  private <T> List<T> owners(List<Places<T>> places, Geometry ground) {
    return places.stream()
        .filter(p -> p.centres().isWithinDistance(ground, reachMetres))
        .map(Places::owner)
        .toList();
  }
}
