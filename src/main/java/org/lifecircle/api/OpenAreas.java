package org.lifecircle.api;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.lifecircle.model.BadInputException;
import org.lifecircle.store.DatasetVersion;
import org.lifecircle.store.JobStore;
import org.lifecircle.store.KeptScenario;
import org.lifecircle.store.RecordStore;
import org.lifecircle.store.ScenarioStore;
import org.lifecircle.store.Workspace;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The areas of a workspace, each opened once per dataset version. A version that is imported while
 * the server runs is seen by the next question.
 */
public final class OpenAreas implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(OpenAreas.class);

  /** Scenarios that stay computed; the one unused for longest gives way. */
  private static final int MOST_SCENARIOS = 16;

  private static final int MOST_EARLIER = 2;

  private record Opened(DatasetVersion version, Once<OpenArea> area) {}

  private final Workspace workspace;
  private final Policy policy;
  private final ServerSettings settings;
  private final Map<String, Opened> opened = new ConcurrentHashMap<>();
  private final ScenarioStore scenarios;
  private final Jobs jobs;
  private final PlansMade plansMade;
  private final Programmes programmes;

  /** By area, version, scenario and revision. */
  private final Map<String, Once<OpenArea>> underScenarios =
      new LinkedHashMap<>(MOST_SCENARIOS, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Once<OpenArea>> eldest) {
          return size() > MOST_SCENARIOS;
        }
      };

  /** Versions that were replaced, while somebody still pages through them. */
  private final Map<String, Once<OpenArea>> earlier =
      new LinkedHashMap<>(MOST_EARLIER, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Once<OpenArea>> eldest) {
          return size() > MOST_EARLIER;
        }
      };

  /** Tasks wait for each other, so the pool must not be bounded; what they compute is, by areas. */
  private final ExecutorService background =
      Executors.newCachedThreadPool(
          task -> {
            Thread thread = new Thread(task, "background");
            thread.setDaemon(true);
            return thread;
          });

  public OpenAreas(Workspace workspace, Policy policy, ServerSettings settings) {
    this.workspace = workspace;
    this.policy = policy;
    this.settings = settings;
    scenarios = ScenarioStore.of(workspace);
    programmes = new Programmes(RecordStore.of(workspace));
    JobStore kept = JobStore.of(workspace);
    jobs = new Jobs(kept, settings.jobsAtOnce(), settings.jobsWaiting());
    plansMade = new PlansMade(kept);
  }

  Workspace workspace() {
    return workspace;
  }

  ExportRules exports() {
    return policy.exports();
  }

  ServerSettings settings() {
    return settings;
  }

  /**
   * The current version of an area.
   *
   * @throws ProblemException if there is no such area, or it cannot be opened in time
   */
  OpenArea open(String id) {
    return opening(id).area().within(settings.waitSeconds());
  }

  /**
   * The current version of an area with a scenario's changes made.
   *
   * @throws ProblemException if there is no such area or scenario
   */
  OpenArea open(String id, String scenario) {
    OpenArea baseline = open(id);
    return under(baseline, new AreaScenarios(baseline, scenarios).require(scenario));
  }

  private OpenArea under(OpenArea baseline, KeptScenario kept) {
    Once<OpenArea> area;
    synchronized (underScenarios) {
      area =
          underScenarios.computeIfAbsent(
              key(baseline, kept.id(), String.valueOf(kept.revision())),
              unused ->
                  new Once<>(() -> baseline.under(OpenScenario.of(kept, baseline)), background));
    }
    return area.within(settings.waitSeconds());
  }

  private static String key(OpenArea baseline, String scenario, String revision) {
    return "%s/%s/%s/%s".formatted(baseline.id(), baseline.version(), scenario, revision);
  }

  /**
   * An earlier edition of an area or a scenario, so that who pages through it sees one thing.
   *
   * @param edition as {@link OpenArea#edition} named it
   * @throws ProblemException if there is none any more: scenarios keep their last revision only
   */
  OpenArea openEdition(OpenArea now, String edition) {
    OpenScenario scenario = now.scenario();
    String[] parts = edition.split("-r", 2);
    if ((parts.length == 2) != (scenario != null)) {
      throw gone(edition);
    }
    OpenArea baseline =
        parts[0].equals(now.version()) ? now.baseline() : earlier(now.id(), parts[0]);
    if (scenario == null) {
      return baseline;
    }
    KeptScenario kept = scenario.kept();
    if (parts[1].equals(String.valueOf(kept.revision()))) {
      return under(baseline, kept);
    }
    Once<OpenArea> before;
    synchronized (underScenarios) {
      before = underScenarios.get(key(baseline, kept.id(), parts[1]));
    }
    if (before == null) {
      throw gone(edition);
    }
    return before.within(settings.waitSeconds());
  }

  private OpenArea earlier(String id, String number) {
    DatasetVersion version = new Versions(workspace).require(id, number);
    Once<OpenArea> area;
    synchronized (earlier) {
      area =
          earlier.computeIfAbsent(
              id + "/" + number, unused -> new Once<>(() -> read(version), background));
    }
    return area.within(settings.waitSeconds());
  }

  private static ProblemException gone(String edition) {
    String shown = Parameters.shown(edition);
    return Problem.of(
            ProblemKind.EDITION_GONE,
            "“" + shown + "”这一版已不在，请从第一页重新开始",
            "edition '" + shown + "' is gone; start again from the first page")
        .asException();
  }

  ScenarioStore scenarios() {
    return scenarios;
  }

  Programmes programmes() {
    return programmes;
  }

  Jobs jobs() {
    return jobs;
  }

  private Opened opening(String id) {
    DatasetVersion current =
        workspace.findCurrent(id).orElseThrow(() -> Versions.unknownArea(workspace, id));
    return opened.compute(
        id,
        (unused, known) ->
            known != null && known.version().equals(current)
                ? known
                : new Opened(current, new Once<>(() -> read(current), background)));
  }

  private OpenArea read(DatasetVersion version) {
    try {
      return new OpenArea(workspace.read(version), policy, settings, background)
          .keeping(programmes)
          .keeping(plansMade);
    } catch (BadInputException e) {
      throw Versions.damaged(e);
    }
  }

  /** Opens every area in the background, one after the other, and computes all it can. */
  public void warmUp() {
    List<String> ids = workspace.areas();
    ids.forEach(this::opening);
    background.execute(
        () -> {
          for (String id : ids) {
            try {
              opening(id).area().await().warmUp();
            } catch (RuntimeException e) {
              LOG.error("Area {} could not be opened: {}", id, e.getMessage(), e);
            }
          }
        });
  }

  /** How far the opening of an area is; empty when nobody asked for it yet. */
  Optional<Once<OpenArea>> findOpening(String id) {
    return Optional.ofNullable(opened.get(id)).map(Opened::area);
  }

  @Override
  public void close() {
    jobs.close();
    background.shutdownNow();
    scenarios.close();
    programmes.close();
  }
}
