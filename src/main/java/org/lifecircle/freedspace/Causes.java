package org.lifecircle.freedspace;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lifecircle.model.Compound;
import org.locationtech.jts.algorithm.locate.SimplePointInAreaLocator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Location;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.operation.distance.IndexedFacetDistance;

/**
 * Whose discs are whose: which of the new places in a window are new because of which thing, and in
 * which compound they are.
 */
final class Causes {

  /** Ground that discs barely touch, chords for arcs being what they are, is not theirs. */
  private static final double BARELY_METRES = 0.005;

  private final Geometry freed;
  private final List<Polygon> newPlaces;
  private final double reachMetres;
  private final List<Owner<Thing>> things;
  private final List<Owner<String>> compounds;

  Causes(
      List<Thing> going,
      List<Compound> compounds,
      Window window,
      Geometry freed,
      Geometry newPlaces,
      double radius) {
    this.freed = freed;
    this.newPlaces = Areas.polygons(newPlaces);
    reachMetres = Math.max(radius - BARELY_METRES, radius / 2);
    double touchMetres = radius == 0 ? 0 : reachMetres;
    things =
        going.stream()
            .map(thing -> new Owner<>(thing, window.local(thing.footprint()), touchMetres))
            .toList();
    this.compounds =
        compounds.stream()
            .map(compound -> new Owner<>(compound.id(), window.local(compound.geometry()), 0))
            .toList();
  }

  /** The things touched by new discs that reach into this ground. */
  List<Thing> thingsOf(Polygon ground) {
    return owners(things, ground);
  }

  /** The compounds that hold the middle of a new disc that reaches into this ground. */
  List<String> compoundsOf(Polygon ground) {
    return owners(compounds, ground);
  }

  private <T> List<T> owners(List<Owner<T>> owners, Polygon ground) {
    IndexedFacetDistance outline = new IndexedFacetDistance(ground);
    return owners.stream().filter(owner -> owner.has(ground, outline)).map(Owner::owner).toList();
  }

  /** Somebody with an area, who owns the new discs whose middles are this near to it. */
  private final class Owner<T> {

    private final T owner;
    private final Geometry area;
    private final double touchMetres;
    private @Nullable List<Polygon> centres;

    private Owner(T owner, Geometry area, double touchMetres) {
      this.owner = owner;
      this.area = area;
      this.touchMetres = touchMetres;
    }

    T owner() {
      return owner;
    }

    boolean has(Polygon ground, IndexedFacetDistance outline) {
      if (!near(ground, outline, area, touchMetres + reachMetres)) {
        return false;
      }
      // Ground that was stood on is now in a disc that touches what stood there.
      return (touchMetres > 0 && within(area.getInteriorPoint().getCoordinate(), ground))
          || centres().stream().anyMatch(c -> near(ground, outline, c, reachMetres));
    }

    private boolean near(
        Polygon ground, IndexedFacetDistance outline, Geometry other, double metres) {
      Envelope box = ground.getEnvelopeInternal();
      return box.distance(other.getEnvelopeInternal()) <= metres
          && (outline.isWithinDistance(other, metres)
              || within(other.getCoordinate(), ground)
              || within(ground.getCoordinate(), other));
    }

    private boolean within(Coordinate point, Geometry area) {
      return SimplePointInAreaLocator.locate(point, area) == Location.INTERIOR;
    }

    private List<Polygon> centres() {
      List<Polygon> known = centres;
      if (known == null) {
        known = new ArrayList<>();
        Geometry touching = area;
        if (touchMetres > 0) {
          touching = Discs.roughlyAround(Areas.common(area, freed), touchMetres);
        }
        for (Polygon place : newPlaces) {
          if (place.getEnvelopeInternal().intersects(touching.getEnvelopeInternal())) {
            known.addAll(Areas.polygons(Areas.common(place, touching)));
          }
        }
        centres = known;
      }
      return known;
    }
  }
}
