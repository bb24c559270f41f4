package org.lifecircle.io.osm;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lifecircle.io.Limits;
import org.lifecircle.io.Projection;
import org.lifecircle.io.assembly.Assembly;
import org.lifecircle.io.assembly.AssemblyRules;
import org.lifecircle.model.Access;
import org.lifecircle.model.Layer;
import org.lifecircle.model.OpenSpace;
import org.lifecircle.model.OpenSpaceKind;
import org.lifecircle.model.Path;
import org.lifecircle.model.PathKind;
import org.lifecircle.model.StudyArea;
import org.lifecircle.model.Walk;
import org.lifecircle.town.TownRules;
import org.lifecircle.walk.Measure;
import org.lifecircle.walk.WalkNetwork;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.operation.distance.DistanceOp;

/** Along the paths of Monaco, walks are as long as other routers have long agreed they are. */
class MonacoWalksTest {

  private static final double SHARE = 0.003;

  @ParameterizedTest
  @CsvSource({
    "43.730729, 7.421288, 43.727697, 7.419199, 1566",
    "43.727687, 7.418737, 43.74958,  7.436566, 3438"
  })
  void walks_along_the_paths_of_monaco_have_their_known_lengths(
      double fromLat, double fromLon, double toLat, double toLon, double metres) {
    StudyArea paths = paths();
    WalkNetwork network = WalkNetwork.of(paths, TownRules.walking());

    Walk walk =
        network
            .walk(
                snapped(paths, fromLon, fromLat), snapped(paths, toLon, toLat), Measure.distance())
            .orElseThrow();

    assertEquals(metres, walk.distanceMillimetres() / 1000.0, SHARE * metres);
  }

  /** The paths, squares walked along their outlines as routers do; no open ground, no barriers. */
  private static StudyArea paths() {
    StudyArea all =
        new Assembly(new AssemblyRules(50, 2, 1_500, 50, Set.of(), Limits.USUAL))
            .assemble(Read.of(Extracts.path(Extracts.MONACO)).area());
    List<Path> paths = new ArrayList<>(all.paths());
    for (OpenSpace space : all.openSpaces()) {
      if (space.kind() == OpenSpaceKind.PLAZA && space.geometry() instanceof Polygon square) {
        LineString outline =
            square.getFactory().createLineString(square.getExteriorRing().getCoordinates());
        String id = "round-" + space.id();
        paths.add(
            new Path(id, PathKind.FOOTWAY, null, 0, false, false, null, Access.PUBLIC, outline));
      }
    }
    return StudyArea.empty(all.profile(), all.boundary()).with(Layer.PATHS, paths);
  }

  private static Coordinate snapped(StudyArea area, double lon, double lat) {
    Coordinate place = Projection.of(area.profile().crs()).ofLonLat(lon, lat);
    Point point = area.boundary().getFactory().createPoint(place);
    return area.paths().stream()
        .map(Path::geometry)
        .min(Comparator.comparingDouble(line -> line.distance(point)))
        .map(line -> DistanceOp.nearestPoints(line, point)[0])
        .orElseThrow();
  }
}
