package org.lifecircle.coverage;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.lifecircle.model.JudgedBy;
import org.lifecircle.model.StudyArea;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.prep.PreparedGeometry;
import org.locationtech.jts.geom.prep.PreparedGeometryFactory;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;

/**
 * Of the compounds' ground inside the boundary, the share that is covered: by a catchment, where
 * somebody draws them, or by presence in the compound.
 */
final class LandShares {

  /** A compound, or the part of it in one unit. */
  private record Land(int compound, Geometry ground) {
    double area() {
      return ground.getArea();
    }
  }

  private final StudyArea area;
  private final Judge judge;
  private final @Nullable Catchments catchments;
  private final PreparedGeometry boundary;

  LandShares(StudyArea area, Judge judge, @Nullable Catchments catchments) {
    this.area = area;
    this.judge = judge;
    this.catchments = catchments;
    boundary = PreparedGeometryFactory.prepare(area.boundary());
  }

  /**
   * By row: the share of land, null where there is no land to take a share of, or nobody to draw
   * catchments.
   *
   * @param single the one requirement; several together have no catchment
   */
  @Nullable Double[] of(@Nullable Ask single, CoverageQuery query, Grouping grouping) {
    if (single != null && single.requirement().judgedBy() == JudgedBy.PRESENCE) {
      BitSet compounds = judge.presence().compounds(single);
      return shares(query.by(), grouping, land -> compounds.get(land.compound()) ? land.area() : 0);
    }
    if (single == null || catchments == null || query.by() == By.BUILDING) {
      return new @Nullable Double[grouping.places().size()];
    }
    Searches.Measured measured = judge.measured(single, query);
    Geometry catchment =
        catchments.of(
            judge.pool().facilities(judge.pool().accepted(single)),
            measured.criterion(),
            measured.group(),
            Judge.cutoff(single.requirement().limit(), measured.criterion()));
    PreparedGeometry prepared = PreparedGeometryFactory.prepare(catchment);
    return shares(query.by(), grouping, land -> common(prepared, land.ground()).getArea());
  }

  private interface Covered {
    double squareMetres(Land land);
  }

  private @Nullable Double[] shares(By by, Grouping grouping, Covered covered) {
    @Nullable Double[] shares = new @Nullable Double[grouping.places().size()];
    List<Land> compounds = compounds();
    Arrays.setAll(
        shares,
        row -> {
          List<Land> lands = landOf(by, grouping.places().get(row), compounds);
          double all = lands.stream().mapToDouble(Land::area).sum();
          return all == 0
              ? null
              : Math.min(1, lands.stream().mapToDouble(covered::squareMetres).sum() / all);
        });
    return shares;
  }

  private List<Land> compounds() {
    return IntStream.range(0, area.compounds().size())
        .mapToObj(c -> new Land(c, common(boundary, area.compounds().get(c).geometry())))
        .toList();
  }

  private List<Land> landOf(By by, Grouping.Place place, List<Land> compounds) {
    boolean whole = by == By.AREA || !by.places();
    if (whole) {
      return compounds;
    }
    if (place.compoundId() != null) {
      return List.of(compounds.get(place.number()));
    }
    return place.unitId() == null ? List.of() : inUnit(place.number(), compounds);
  }

  private List<Land> inUnit(int unit, List<Land> compounds) {
    PreparedGeometry ground = PreparedGeometryFactory.prepare(area.units().get(unit).geometry());
    List<Land> inside = new ArrayList<>();
    for (Land land : compounds) {
      if (ground.intersects(land.ground())) {
        inside.add(new Land(land.compound(), common(ground, land.ground())));
      }
    }
    return inside;
  }

  private static Geometry common(PreparedGeometry window, Geometry ground) {
    return window.covers(ground)
        ? ground
        : OverlayNGRobust.overlay(window.getGeometry(), ground, OverlayNG.INTERSECTION);
  }
}
