package org.lifecircle.bench;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.lifecircle.io.Projection;
import org.lifecircle.io.geojson.GeoJsonWriter;
import org.lifecircle.model.Entrance;
import org.lifecircle.model.StudyArea;
import org.lifecircle.walk.Direction;
import org.lifecircle.walk.Measure;
import org.lifecircle.walk.PlainGraph;
import org.lifecircle.walk.Standpoint;
import org.lifecircle.walk.WalkNetwork;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;

/** T2: one isochrone, from the place asked about to GeoJSON text. */
final class Isochrones {

  private static final int CUTOFF = Places.QUARTER_HOUR_MILLIMETRES;

  private final Places places;
  private final Table table;
  private final boolean quick;

  Isochrones(Places places, Table table, boolean quick) {
    this.places = places;
    this.table = table;
    this.quick = quick;
  }

  void run() throws IOException {
    onPaths();
    overGround("the demo district", places.demo(), "p95 ≤ 50 ms");
    overGround("Las Palmas", places.read("las_palmas/las_palmas.osm.pbf"), "p95 ≤ 150 ms");
  }

  /** Paths alone, so that a peer without open ground can be set beside it. */
  private void onPaths() throws IOException {
    StudyArea area = Places.pathsOnly(places.read("porto_alegre/poa_osm.pbf"));
    WalkNetwork network = WalkNetwork.of(area, places.rules());
    GeoJsonWriter text = text(area);
    PlainGraph graph = PlainGraph.of(network);
    GraphHopperIsochrones peer = new GraphHopperPeer(graph).isochrones();
    int[] origins = graph.origins(quick ? 40 : 200, 2);
    Map<String, Runnable> contestants = new LinkedHashMap<>();
    int[] turn = new int[2];
    contestants.put(
        "LifeCircle",
        () ->
            draw(
                network,
                graph.place(origins[turn[0]++ % origins.length]),
                Measure.distance(),
                text));
    contestants.put(
        "GraphHopper", () -> peer.text(origins[turn[1]++ % origins.length], CUTOFF / 1000.0));
    Map<String, Double> medians = Timing.medians(contestants, origins.length, origins.length);
    double ours = medians.getOrDefault("LifeCircle", Double.NaN);
    table.add(
        "T2",
        "one 15-min isochrone, paths of Porto Alegre over their width, to GeoJSON",
        Table.time(ours),
        Table.against("GraphHopper", medians.getOrDefault("GraphHopper", Double.NaN), ours),
        "≤ 5 × GraphHopper's");
  }

  private void overGround(String name, StudyArea area, String wanted) throws IOException {
    WalkNetwork network = WalkNetwork.of(area, places.rules());
    GeoJsonWriter text = text(area);
    List<Coordinate> from = entrances(network, area, quick ? 60 : 300);
    for (Measure measure :
        List.of(Measure.time(places.rules().group("planning")), Measure.distance())) {
      boolean timed = measure.group().isPresent();
      int threshold = timed ? 900_000 : 1_000_000;
      long[] times =
          Timing.each(from, quick ? 30 : 100, at -> draw(network, at, measure, threshold, text));
      table.add(
          "T2",
          "one isochrone of %s with open ground, to GeoJSON, %s"
              .formatted(timed ? "15 min" : "1000 m", name),
          Timing.middleAndHigh(times),
          "–",
          wanted);
    }
  }

  private static List<Coordinate> entrances(WalkNetwork network, StudyArea area, int count) {
    Random random = new Random(7);
    List<Coordinate> found = new ArrayList<>();
    while (found.size() < count) {
      Entrance any = area.entrances().get(random.nextInt(area.entrances().size()));
      Coordinate at = any.geometry().getCoordinate();
      Standpoint stand = network.standpoint(at);
      if (stand == Standpoint.ON_GROUND || stand == Standpoint.NEAR_GROUND) {
        found.add(at);
      }
    }
    return found;
  }

  private static void draw(
      WalkNetwork network, Coordinate at, Measure measure, GeoJsonWriter text) {
    draw(network, at, measure, CUTOFF, text);
  }

  private static void draw(
      WalkNetwork network, Coordinate at, Measure measure, int threshold, GeoJsonWriter text) {
    write(text, network.isochrone(at, measure, threshold, Direction.OUT).orElseThrow());
  }

  private static GeoJsonWriter text(StudyArea area) {
    return new GeoJsonWriter(Projection.of(area.profile().crs()));
  }

  private static void write(GeoJsonWriter text, Geometry drawn) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      text.write(out, List.of(new GeoJsonWriter.Row("isochrone", drawn, Map.of())));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
