package org.lifecircle.api;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.lifecircle.api.Answer.Download;
import org.lifecircle.api.Answer.Findings;
import org.lifecircle.model.Standard;
import org.lifecircle.store.FeatureTable;
import org.lifecircle.store.GeoPackageFile;
import org.lifecircle.store.JobStore;
import org.lifecircle.store.KeptScenario;
import org.lifecircle.store.RecordStore;
import org.lifecircle.store.ScenarioStore;
import org.lifecircle.store.StoredArea;
import org.lifecircle.store.Workspace;

/** Asks one area what the server would be asked, without a server: for the command line. */
public final class AreaQuestions {

  private final OpenArea area;

  public AreaQuestions(StoredArea stored, Policy policy, ServerSettings settings) {
    area = new OpenArea(stored, policy, settings.patient(), Runnable::run);
  }

  /**
   * Asks it with the changes of a scenario made.
   *
   * @throws ProblemException if there is none of this id
   */
  public AreaQuestions(
      StoredArea stored,
      Policy policy,
      ServerSettings settings,
      ScenarioStore scenarios,
      String scenario) {
    OpenArea baseline = new OpenArea(stored, policy, settings.patient(), Runnable::run);
    KeptScenario kept = new AreaScenarios(baseline, scenarios).require(scenario);
    area = baseline.under(OpenScenario.of(kept, baseline));
  }

  /**
   * Asks an area of a workspace.
   *
   * @param scenario whose changes are made; null for the area as it is
   * @throws ProblemException if there is none of this id
   */
  public static AreaQuestions under(
      @Nullable String scenario, Workspace workspace, StoredArea stored, Policy policy) {
    if (scenario == null) {
      return new AreaQuestions(stored, policy, ServerSettings.USUAL);
    }
    try (ScenarioStore scenarios = ScenarioStore.of(workspace)) {
      return new AreaQuestions(stored, policy, ServerSettings.USUAL, scenarios, scenario);
    }
  }

  /** The same, with the plans that were made in the workspace. */
  public AreaQuestions keeping(JobStore jobs) {
    area.keeping(new PlansMade(jobs));
    return this;
  }

  /** The same, with the records of the area's renewal programme. */
  public AreaQuestions keeping(RecordStore records) {
    area.keeping(new Programmes(records));
    return this;
  }

  /**
   * What {@code GET /areas/{area}PATH} says in JSON, where that is no table.
   *
   * @throws ProblemException with everything that is wrong with the question
   */
  public Map<String, ?> document(String path, Map<String, String> query) {
    Endpoint endpoint = endpoint(path);
    Asked asked = new Asked(path, Map.of(), query, List.of(), null, null);
    if (endpoint.answer(Question.of(asked, endpoint)) instanceof Answer.Document document) {
      return document.json();
    }
    throw new IllegalArgumentException(path + " says a table");
  }

  /** The standard the area is judged by. */
  public Standard standard() {
    return area.standard();
  }

  /**
   * What {@code GET /areas/{area}PATH} finds.
   *
   * @param path of a route that finds something, for example {@code /coverage}
   * @param query its parameters
   * @throws ProblemException with everything that is wrong with the question
   */
  public Findings ask(String path, Map<String, String> query) {
    Endpoint endpoint = endpoint(path);
    Asked asked = new Asked(path, Map.of(), query, List.of(), null, null);
    if (endpoint.answer(Question.of(asked, endpoint)) instanceof Findings findings) {
      return findings;
    }
    throw new IllegalArgumentException(path + " finds nothing");
  }

  /**
   * Makes the file that {@code GET /areas/{area}PATH} sends, and moves it to its place.
   *
   * @param path of a route that sends a file, for example {@code /export.gpkg}
   * @throws ProblemException with everything that is wrong with the question
   */
  public void download(String path, Map<String, String> query, Path to) throws IOException {
    download("", path, query, to);
  }

  /**
   * The same, as if it had been asked of a server.
   *
   * @param server its address, where areas are below {@code /areas}; empty for none
   */
  public void download(String server, String path, Map<String, String> query, Path to)
      throws IOException {
    Endpoint endpoint = endpoint(path);
    String url = server.isEmpty() ? path : server + "/areas/" + base() + path;
    Asked asked = new Asked(url, Map.of(), query, List.of(), null, null);
    if (endpoint.answer(Question.of(asked, endpoint)) instanceof Download download) {
      try (OutputStream out = Files.newOutputStream(to)) {
        Files.copy(download.file(), out); // with the rights of a new file, not of a temporary one
      } finally {
        Files.deleteIfExists(download.file());
      }
    }
  }

  /** Below {@code /areas/}. */
  private String base() {
    OpenScenario scenario = area.scenario();
    return scenario == null
        ? Question.encode(area.id())
        : Question.encode(area.id()) + "/scenarios/" + Question.encode(scenario.kept().id());
  }

  private Endpoint endpoint(String path) {
    return Routes.OF_AREA.stream()
        .filter(route -> route.path().equals(path))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException(path))
        .endpoint()
        .apply(area);
  }

  /** The text the server would send for {@code f=json}. */
  public String json(Findings findings, String path) throws IOException {
    boolean table = endpoint(path).formats().contains(Format.JSON);
    ByteArrayOutputStream text = new ByteArrayOutputStream();
    write(findings, table ? Format.JSON : Format.FEATURES, text);
    return text.toString(StandardCharsets.UTF_8);
  }

  /**
   * Writes what was found.
   *
   * @throws IOException if the stream fails
   */
  public void write(Findings findings, Format format, OutputStream out) throws IOException {
    AnswerWriter.write(out, findings, format, area.projection());
  }

  /** Writes what was found as a GeoPackage, in metres of the area's CRS. */
  public void writeGeoPackage(Findings findings, Path file) {
    FeatureTable table = FlatTables.of(findings);
    GeoPackageFile.write(file, area.stored().crs(), List.of(table), area.stored().imported().at());
  }
}
