package org.lifecircle.api;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.lifecircle.coverage.By;
import org.lifecircle.coverage.CapacityStudy;
import org.lifecircle.coverage.CoverageQuery;
import org.lifecircle.coverage.CoverageStudy;
import org.lifecircle.coverage.Explainer;
import org.lifecircle.freedspace.Notebook;
import org.lifecircle.io.Projection;
import org.lifecircle.model.CapacityRules;
import org.lifecircle.model.DataIssue;
import org.lifecircle.model.RenewalRules;
import org.lifecircle.model.Scenario;
import org.lifecircle.model.Standard;
import org.lifecircle.model.StudyArea;
import org.lifecircle.model.WalkingRules;
import org.lifecircle.model.programme.Programme;
import org.lifecircle.report.PlannedWorks;
import org.lifecircle.store.StoredArea;
import org.lifecircle.walk.WalkNetwork;

/**
 * One dataset version of an area, with what is computed from it: each thing once, in the
 * background, when it is first asked for. Safe for many threads.
 */
final class OpenArea {

  private final StoredArea stored;
  private final @Nullable OpenArea baseline; // null when this is one
  private final @Nullable OpenScenario scenario;
  private final Executor background;
  private final Policy policy;
  private final ServerSettings settings;
  private final Projection projection;
  private final Once<WalkNetwork> network;
  private final Once<CoverageStudy> coverage;
  private final Map<String, Once<?>> kept = new ConcurrentHashMap<>();
  private final Map<String, Object> found = new ConcurrentHashMap<>();
  private final Map<String, Object> locks = new ConcurrentHashMap<>();
  private final Once<CapacityStudy> capacity;
  private final Notebook notebook;
  private final String stamp;
  private @Nullable Programmes programmes;
  private @Nullable PlansMade plans;

  OpenArea(StoredArea stored, Policy policy, ServerSettings settings, Executor background) {
    this(
        stored,
        null,
        null,
        policy,
        settings,
        background,
        Projection.of(stored.crs().code(), stored.crs().definition()),
        () -> WalkNetwork.of(stored.area(), policy.walking()));
  }

  private OpenArea(
      StoredArea stored,
      @Nullable OpenArea baseline,
      @Nullable OpenScenario scenario,
      Policy policy,
      ServerSettings settings,
      Executor background,
      Projection projection,
      Supplier<WalkNetwork> walking) {
    this.stored = stored;
    this.baseline = baseline;
    this.scenario = scenario;
    this.policy = policy;
    this.settings = settings;
    this.background = background;
    this.projection = projection;
    notebook = baseline == null ? new Notebook() : baseline.notebook;
    stamp = stamp(stored, baseline, scenario, policy);
    network = new Once<>(walking, background);
    coverage =
        new Once<>(
            () -> {
              WalkNetwork walks = network.await();
              if (baseline != null) {
                return baseline.coverage.await().after(area(), walks);
              }
              return CoverageStudy.of(area(), standard(), rules(), walks)
                  .counting(policy.capacity())
                  .withLand(walks);
            },
            background);
    capacity = new Once<>(this::capacityStudy, background);
  }

  private CapacityStudy capacityStudy() {
    return CapacityStudy.of(
        area(),
        standard(),
        rules(),
        policy.capacity(),
        coverage.await().dwellings(),
        network.await());
  }

  /** The same area with a scenario's changes made; this is its baseline. */
  OpenArea under(OpenScenario wanted) {
    Scenario changes = wanted.applicable();
    StoredArea changed =
        new StoredArea(
            stored.version(), changes.applyTo(stored.area()), stored.crs(), stored.imported());
    OpenArea area =
        new OpenArea(
            changed,
            this,
            wanted,
            policy,
            settings,
            background,
            projection,
            () -> network.await().with(changes.changes()));
    area.programmes = programmes;
    area.plans = plans;
    return area;
  }

  /** This area, with the records of its renewal programme; before it is shown to anybody. */
  OpenArea keeping(Programmes records) {
    programmes = records;
    return this;
  }

  /** This area, with the plans that are made for it; before it is shown to anybody. */
  OpenArea keeping(PlansMade made) {
    plans = made;
    return this;
  }

  /** The plan its scenario was made by, where that is known. */
  @Nullable PlannedWorks plan() {
    return plans == null || scenario == null ? null : plans.of(scenario.kept()).orElse(null);
  }

  /** The records of its renewal programme; none where none are kept. */
  Programme programme() {
    return programmes == null ? Programme.EMPTY : programmes.of(id(), projection);
  }

  /** Changes with every write to those. */
  long programmeStamp() {
    return programmes == null ? 0 : programmes.stamp(id());
  }

  /** The scenario whose changes are made; null for the baseline. */
  @Nullable OpenScenario scenario() {
    return scenario;
  }

  /** The same dataset version without any changes. */
  OpenArea baseline() {
    return baseline == null ? this : baseline;
  }

  String id() {
    return area().profile().id();
  }

  StudyArea area() {
    return stored.area();
  }

  StoredArea stored() {
    return stored;
  }

  /** The dataset version, as results name it. */
  String version() {
    return String.valueOf(stored.version().number());
  }

  Projection projection() {
    return projection;
  }

  WalkingRules rules() {
    return policy.walking();
  }

  RenewalRules renewal() {
    return policy.renewal();
  }

  /** What was worked out about ground, for the baseline and all its scenarios alike. */
  Notebook notebook() {
    return notebook;
  }

  ExportRules exports() {
    return policy.exports();
  }

  /** How reports are worded and set. */
  ReportRules reports() {
    return policy.reports();
  }

  ServerSettings settings() {
    return settings;
  }

  /** The standard the area is judged by. */
  Standard standard() {
    Standard standard = policy.standards().get(area().profile().standard());
    if (standard == null) {
      throw new IllegalStateException(
          "area " + id() + " is judged by " + area().profile().standard() + ", which is not there");
    }
    return standard;
  }

  /**
   * The walking network.
   *
   * @throws ProblemException if it is not ready in time
   */
  WalkNetwork network() {
    return network.within(settings.waitSeconds());
  }

  /**
   * The study of who reaches what.
   *
   * @throws ProblemException if it is not ready in time
   */
  CoverageStudy coverage() {
    return coverage.within(settings.waitSeconds());
  }

  /**
   * The study of who finds a place.
   *
   * @throws ProblemException if it is not ready in time
   */
  CapacityStudy capacity() {
    return capacity.within(settings.waitSeconds());
  }

  /**
   * What tells why a building is covered, or is not.
   *
   * @throws ProblemException if it is not ready in time
   */
  Explainer explainer() {
    return Explainer.of(area(), standard(), rules(), network(), coverage());
  }

  /** Who places are for. */
  CapacityRules capacityRules() {
    return policy.capacity();
  }

  Once.State networkState() {
    return network.state();
  }

  /** What was wrong with the data, as far as it takes the network to see. */
  List<DataIssue> issues() {
    CoverageStudy study = coverage();
    return kept("issues", () -> AllIssues.of(area(), network.await(), study.dwellings()));
  }

  /** The same, however long it takes. */
  List<DataIssue> awaitIssues() {
    CoverageStudy study = awaitCoverage();
    return keptHere("issues", () -> AllIssues.of(area(), network.await(), study.dwellings()));
  }

  /**
   * Something found out about this version: made when first asked for, and kept.
   *
   * @param make must not wait for anything that gives up
   * @throws ProblemException if it is not ready in time
   */
  @SuppressWarnings("unchecked") // one name, one thing
  <T> T kept(String name, Supplier<T> make) {
    Once<T> once = (Once<T>) kept.computeIfAbsent(name, n -> new Once<>(make, background));
    return once.within(settings.waitSeconds());
  }

  /**
   * Something found out about this version, however long it takes: made by whoever asks first, and
   * kept; who gives up has kept nothing.
   */
  @SuppressWarnings("unchecked") // one name, one thing
  <T> T keptHere(String name, Supplier<T> make) {
    Object known = found.get(name);
    if (known != null) {
      return (T) known;
    }
    synchronized (locks.computeIfAbsent(name, n -> new Object())) {
      Object meanwhile = found.get(name);
      T value = meanwhile == null ? make.get() : (T) meanwhile;
      found.put(name, value);
      return value;
    }
  }

  /** What {@link #keptHere} has kept under a name, if it has. */
  @SuppressWarnings("unchecked") // one name, one thing
  <T> Optional<T> findKept(String name) {
    return Optional.ofNullable((T) found.get(name));
  }

  /** The walking network, however long it takes. */
  WalkNetwork awaitNetwork() {
    return network.await();
  }

  /** The study of who reaches what, however long it takes. */
  CoverageStudy awaitCoverage() {
    return coverage.await();
  }

  /** Computes everything there is to compute, and returns when that is done. */
  void warmUp() {
    coverage.await().each(CoverageQuery.by(By.AREA)); // searches and shares of land are kept
    network.await().prepareIsochrones();
  }

  /** What every result names: the area, the scenario and the dataset version it rests on. */
  Map<String, @Nullable Object> restingOn() {
    Map<String, @Nullable Object> members = new LinkedHashMap<>();
    members.put("area", id());
    members.put("scenario", scenario == null ? null : scenario.kept().id());
    if (scenario != null) {
      members.put("scenario_revision", scenario.kept().revision());
    }
    members.put("dataset_version", version());
    return members;
  }

  /** What of the area or scenario this is: what changes with every import and every edit. */
  String edition() {
    return scenario == null ? version() : version() + "-r" + scenario.kept().revision();
  }

  /** Changes whenever an answer could. */
  String stamp() {
    return stamp;
  }

  private static String stamp(
      StoredArea stored,
      @Nullable OpenArea baseline,
      @Nullable OpenScenario scenario,
      Policy policy) {
    if (baseline != null && scenario != null) {
      return baseline.stamp + "-" + scenario.kept().id() + "-" + scenario.kept().revision();
    }
    return "%s-%d-%s"
        .formatted(stored.area().profile().id(), stored.version().number(), policy.stamp());
  }
}
