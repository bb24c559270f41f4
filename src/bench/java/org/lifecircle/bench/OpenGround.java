package org.lifecircle.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.lifecircle.model.AreaProfile;
import org.lifecircle.model.Building;
import org.lifecircle.model.Evidence;
import org.lifecircle.model.Layer;
import org.lifecircle.model.OpenSpace;
import org.lifecircle.model.OpenSpaceKind;
import org.lifecircle.model.StudyArea;
import org.lifecircle.model.Text;
import org.lifecircle.walk.GroundProbe;
import org.lifecircle.walk.Measure;
import org.lifecircle.walk.WalkNetwork;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.util.AffineTransformation;

/** T6: a yard full of houses, set at random in rows and turned at random. */
final class OpenGround {

  private static final double SPACING_METRES = 20;
  private static final GeometryFactory FACTORY = new GeometryFactory();

  private final Places places;
  private final Table table;
  private final boolean quick;

  OpenGround(Places places, Table table, boolean quick) {
    this.places = places;
    this.table = table;
    this.quick = quick;
  }

  void run() throws IOException {
    measure(150, "≤ 25 ms; a query ≤ 1 ms");
    measure(1250, "≤ 300 ms");
  }

  private void measure(int houses, String wanted) throws IOException {
    int columns = (int) Math.ceil(Math.sqrt(houses));
    WalkNetwork network = WalkNetwork.of(yard(houses, columns), places.rules());
    GroundProbe probe = new GroundProbe(network);
    int links = probe.relink();
    double building = Timing.leastByTheClock(probe::relink, quick ? 20 : 60, quick ? 9 : 25);
    Random random = new Random(6);
    double side = columns * SPACING_METRES;
    double query =
        Timing.median(
            () ->
                network.walk(somewhere(random, side), somewhere(random, side), Measure.distance()),
            quick ? 200 : 1000,
            quick ? 200 : 1000);
    table.add(
        "T6",
        "open ground, %,d obstacle corners, %,d links".formatted(4 * houses, links),
        "links %s, a walk between two points %s".formatted(Table.time(building), Table.time(query)),
        "–",
        wanted);
  }

  private static Coordinate somewhere(Random random, double side) {
    return new Coordinate(random.nextDouble() * side, random.nextDouble() * side);
  }

  private static StudyArea yard(int houses, int columns) {
    Random random = new Random(5);
    List<Building> buildings = new ArrayList<>();
    for (int i = 0; i < houses; i++) {
      double x = (i % columns + 0.3 + 0.4 * random.nextDouble()) * SPACING_METRES;
      int row = i / columns;
      double y = (row + 0.3 + 0.4 * random.nextDouble()) * SPACING_METRES;
      double half = 2 + 2 * random.nextDouble();
      Geometry square = FACTORY.toGeometry(new Envelope(x - half, x + half, y - half, y + half));
      Geometry turned =
          AffineTransformation.rotationInstance(random.nextDouble() * Math.PI, x, y)
              .transform(square);
      buildings.add(new Building("b" + i, null, null, null, null, null, null, null, turned));
    }
    double side = columns * SPACING_METRES;
    Polygon ground = (Polygon) FACTORY.toGeometry(new Envelope(0, side, 0, side));
    AreaProfile profile =
        new AreaProfile(
            "yard", new Text("院", "yard"), "EPSG:4546", Evidence.SURVEY, "gb50180-2018");
    return StudyArea.empty(profile, ground)
        .with(Layer.OPEN_SPACES, List.of(new OpenSpace("y", OpenSpaceKind.YARD, false, ground)))
        .with(Layer.BUILDINGS, buildings);
  }
}
