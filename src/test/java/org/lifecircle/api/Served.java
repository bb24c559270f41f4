package org.lifecircle.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.lifecircle.io.Projection;
import org.lifecircle.io.policy.PolicyFiles;
import org.lifecircle.model.AgeBand;
import org.lifecircle.model.AreaProfile;
import org.lifecircle.model.AreaRange;
import org.lifecircle.model.CapacityRules;
import org.lifecircle.model.Columns;
import org.lifecircle.model.Evidence;
import org.lifecircle.model.FacilityKind;
import org.lifecircle.model.Feature;
import org.lifecircle.model.JudgedBy;
import org.lifecircle.model.Layer;
import org.lifecircle.model.Limit;
import org.lifecircle.model.LimitFrom;
import org.lifecircle.model.Mark;
import org.lifecircle.model.Minimum;
import org.lifecircle.model.Obligation;
import org.lifecircle.model.PlaceUsers;
import org.lifecircle.model.Plot;
import org.lifecircle.model.Provenance;
import org.lifecircle.model.RenewalRules;
import org.lifecircle.model.Requirement;
import org.lifecircle.model.Standard;
import org.lifecircle.model.StudyArea;
import org.lifecircle.model.Text;
import org.lifecircle.model.Tier;
import org.lifecircle.store.Crs;
import org.lifecircle.store.Imported;
import org.lifecircle.store.Workspace;
import org.lifecircle.town.DrawnTown;
import org.lifecircle.town.TownRules;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.util.AffineTransformation;

/** A drawn town, set down in the real Xigong and served by a real server. */
final class Served implements AutoCloseable {

  /** Two yards and a street: the kindergarten is a stone's throw away, behind a wall. */
  static final DrawnTown TWO_YARDS =
      DrawnTown.of(
          """
          ====K=========
          #######+######
          #A....a......#
          #.BBC.a..SS..r-Q
          #.....a......#
          ##############
          K: kindergarten
          """);

  private static final double EAST = 631_000;
  private static final double NORTH = 3_838_000;
  private static final Projection PROJECTION = Projection.of("EPSG:4546");
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Workspace workspace;
  private final OpenAreas areas;
  private final WebServer server;
  private final HttpClient client = HttpClient.newHttpClient();

  private Served(Workspace workspace, ServerSettings settings, AccessRules access)
      throws IOException {
    this.workspace = workspace;
    areas = new OpenAreas(workspace, policy(), settings);
    server = new WebServer(areas, null, access);
    server.start();
    areas.warmUp();
  }

  static Served twoYards(Path folder) throws IOException {
    return of(folder, ServerSettings.USUAL.at("127.0.0.1", 0));
  }

  static Served of(Path folder, ServerSettings settings) throws IOException {
    return of(folder, settings, AccessRules.LOCAL);
  }

  static Served of(Path folder, ServerSettings settings, AccessRules access) throws IOException {
    Workspace workspace = Workspace.at(folder);
    keep(workspace, inXigong("two-yards", TWO_YARDS.area()));
    return new Served(workspace, settings, access);
  }

  static void keep(Workspace workspace, StudyArea area) {
    workspace.add(
        area,
        new Crs(PROJECTION.crs(), PROJECTION.definition()),
        new Imported(Instant.parse("2026-11-23T08:00:00Z"), List.of("drawn.txt")));
  }

  static Policy policy() {
    Provenance madeUp = new Provenance("made up for tests", Mark.CHOICE);
    FacilityKind kindergarten =
        new FacilityKind(
            "kindergarten",
            new Text("幼儿园", "Kindergarten"),
            true,
            Plot.OWN,
            AreaRange.ANY,
            AreaRange.ANY,
            null,
            null,
            madeUp);
    Requirement near =
        new Requirement(
            "kindergarten_5",
            kindergarten.name(),
            Tier.FIVE,
            List.of(kindergarten.id()),
            Obligation.MUST,
            JudgedBy.WALK,
            new Limit(45, 5, LimitFrom.OWN),
            Minimum.NONE,
            madeUp);
    Standard standard =
        new Standard(
            "test",
            new Text("测试", "test"),
            List.of(),
            List.of(kindergarten),
            List.of(near),
            madeUp);
    PlaceUsers everybody = new PlaceUsers("others", AgeBand.RESIDENTS, 1, 1, null, madeUp);
    CapacityRules capacity = new CapacityRules(List.of(1.0), madeUp, List.of(), everybody);
    return new Policy(
        TownRules.walking(), Map.of("test", standard), capacity, renewal(), exports(), reports());
  }

  private static ExportRules exports() {
    try {
      return ExportRules.read(Path.of(System.getProperty("lifecircle.home", "."), "config"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static ReportRules reports() {
    try {
      return ReportRules.read(Path.of(System.getProperty("lifecircle.home", "."), "config"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The shipped rules: what is tested are answers, not prices. */
  private static RenewalRules renewal() {
    try {
      return PolicyFiles.renewalRules(
          Path.of(System.getProperty("lifecircle.home", "."), "config", "renewal.yaml"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static StudyArea inXigong(String id, StudyArea town) {
    return inXigong(id, town, "test");
  }

  static StudyArea inXigong(String id, StudyArea town, String standard) {
    AreaProfile profile =
        new AreaProfile(
            id, new Text("两院", "Two yards"), PROJECTION.crs(), Evidence.SURVEY, standard);
    StudyArea area = StudyArea.empty(profile, moved(town.boundary()));
    for (Layer layer : Layer.values()) {
      Columns columns = Columns.of(layer);
      List<Feature> features =
          town.layer(layer).stream()
              .map(f -> columns.feature(moved(f.geometry()), new HashMap<>(columns.values(f))))
              .toList();
      area = area.with(layer, features);
    }
    return area;
  }

  private static Geometry moved(Geometry geometry) {
    return AffineTransformation.translationInstance(EAST, NORTH).transform(geometry);
  }

  /** A place of the drawing, in metres from its south-west corner, as {@code LON,LAT}. */
  static String lonLat(double x, double y) {
    Coordinate degrees = PROJECTION.toLonLat(new Coordinate(EAST + x, NORTH + y));
    return degrees.x + "," + degrees.y;
  }

  Workspace workspace() {
    return workspace;
  }

  int port() {
    return server.port();
  }

  URI uri(String address) {
    return URI.create("http://127.0.0.1:" + server.port() + address);
  }

  List<String> operations() {
    return server.operations();
  }

  HttpResponse<String> get(String address, String... headers)
      throws IOException, InterruptedException {
    HttpRequest.Builder request = HttpRequest.newBuilder(uri(address));
    if (headers.length > 0) {
      request.headers(headers);
    }
    return client.send(request.build(), BodyHandlers.ofString());
  }

  HttpResponse<byte[]> bytes(String address, String... headers)
      throws IOException, InterruptedException {
    HttpRequest.Builder request = HttpRequest.newBuilder(uri(address));
    if (headers.length > 0) {
      request.headers(headers);
    }
    return client.send(request.build(), BodyHandlers.ofByteArray());
  }

  HttpResponse<String> send(String method, String address)
      throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(uri(address))
            .method(method, HttpRequest.BodyPublishers.noBody())
            .build();
    return client.send(request, BodyHandlers.ofString());
  }

  /** Sends a JSON body with a method. */
  HttpResponse<String> send(String method, String address, String body, String... headers)
      throws IOException, InterruptedException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(uri(address))
            .method(method, HttpRequest.BodyPublishers.ofString(body))
            .header("Content-Type", "application/json");
    if (headers.length > 0) {
      request.headers(headers);
    }
    return client.send(request.build(), BodyHandlers.ofString());
  }

  /** The JSON at an address below the area. */
  JsonNode json(String address) throws IOException, InterruptedException {
    HttpResponse<String> response = get("/areas/two-yards" + address);
    if (response.statusCode() != 200) {
      throw new AssertionError(response.statusCode() + " " + response.body());
    }
    return JSON.readTree(response.body());
  }

  static JsonNode parse(@Nullable String json) throws IOException {
    return JSON.readTree(json);
  }

  @Override
  public void close() {
    server.close();
    areas.close();
  }
}
