package org.lifecircle.io.assembly;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lifecircle.io.Projection;
import org.lifecircle.io.RawFeature;
import org.lifecircle.io.RawLayer;
import org.lifecircle.io.RawProfile;
import org.lifecircle.model.BadInputException;
import org.lifecircle.model.BadValueException;
import org.lifecircle.model.DataIssue;
import org.lifecircle.model.Fault;
import org.lifecircle.model.IssueAction;
import org.lifecircle.model.Text;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;

/** Finds the projection of an area, and makes sure that its metres are metres there. */
final class AreaCrs {

  /** Farther outside its area of use than this, a CRS is the wrong one, or a place is. */
  private static final double TOLERANCE_DEGREES = 2;

  /** A hundredth: 5 m in a 500 m walk. Zones used a little outside their edge stay far below. */
  private static final double MAX_STRETCH = 0.01;

  private static final double EQUATOR_RADIUS_METRES = 6_378_137;
  private static final double ECCENTRICITY_SQUARED = 0.00669438;

  private AreaCrs() {}

  /**
   * The projection the profile names, else the usual one of the place.
   *
   * @param layers in degrees
   * @throws BadInputException if the CRS cannot be used there
   */
  static Projection of(RawProfile profile, List<RawLayer> layers, IssueLog issues) {
    Coordinate middle = middle(layers);
    String crs = profile.crs();
    try {
      Projection projection = projection(crs, middle, issues);
      if (middle != null && near(projection).contains(middle)) {
        requireTrueLengths(projection, middle);
      }
      return projection;
    } catch (BadValueException e) {
      throw new BadInputException(List.of(new Fault(profile.id(), null, null, "/crs", e.reason())));
    }
  }

  /** Where features of an area with this CRS may lie, in degrees. */
  static Envelope near(Projection projection) {
    Envelope near = projection.areaOfUse();
    near.expandBy(TOLERANCE_DEGREES);
    return near;
  }

  private static Projection projection(
      @Nullable String crs, @Nullable Coordinate middle, IssueLog issues) {
    if (crs != null) {
      return Projection.of(crs);
    }
    if (middle == null) {
      throw new BadValueException(
          "没有任何位置，无法选择坐标系", "no feature has a place, so no CRS can be chosen");
    }
    Projection chosen = Projection.ofPlace(middle.x, middle.y);
    Text message =
        new Text("未指定坐标系，采用 " + chosen.crs(), "no CRS was named; " + chosen.crs() + " is used");
    issues.add(
        new DataIssue(RawLayer.BOUNDARY, "", "crs_chosen", IssueAction.DERIVED, message, null));
    return chosen;
  }

  /** The median place: a few features astray do not move it. */
  private static @Nullable Coordinate middle(List<RawLayer> layers) {
    List<Coordinate> centres = new ArrayList<>();
    for (RawLayer layer : layers) {
      for (RawFeature feature : layer.features()) {
        Geometry geometry = feature.geometry();
        if (geometry != null && !geometry.isEmpty()) {
          centres.add(geometry.getEnvelopeInternal().centre());
        }
      }
    }
    if (centres.isEmpty()) {
      return null;
    }
    double[] x = centres.stream().mapToDouble(c -> c.x).sorted().toArray();
    double[] y = centres.stream().mapToDouble(c -> c.y).sorted().toArray();
    return new Coordinate(x[x.length / 2], y[y.length / 2]);
  }

  private static void requireTrueLengths(Projection projection, Coordinate middle) {
    double step = 0.001;
    double radians = Math.toRadians(step);
    double latitude = Math.toRadians(middle.y);
    double w = 1 - ECCENTRICITY_SQUARED * Math.pow(Math.sin(latitude), 2);
    double east = radians * Math.cos(latitude) * EQUATOR_RADIUS_METRES / Math.sqrt(w);
    double north = radians * EQUATOR_RADIUS_METRES * (1 - ECCENTRICITY_SQUARED) / Math.pow(w, 1.5);
    Coordinate here = projection.ofLonLat(middle.x, middle.y);
    double stretch =
        Math.max(
            Math.abs(here.distance(projection.ofLonLat(middle.x + step, middle.y)) / east - 1),
            Math.abs(here.distance(projection.ofLonLat(middle.x, middle.y + step)) / north - 1));
    if (stretch > MAX_STRETCH) {
      throw new BadValueException(
          projection.crs() + " 在此处的长度误差达 " + percent(stretch) + "；请换用当地的投影坐标系",
          "lengths in "
              + projection.crs()
              + " are wrong by "
              + percent(stretch)
              + " here; use a projected CRS made for the place");
    }
  }

  private static String percent(double share) {
    return Math.round(share * 1000) / 10.0 + " %";
  }
}
