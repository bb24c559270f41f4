package org.lifecircle.api;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.lifecircle.io.scenario.ScenarioText;
import org.lifecircle.io.scenario.ScenarioWriter;
import org.lifecircle.model.BadInputException;
import org.lifecircle.model.Change;
import org.lifecircle.model.Fault;
import org.lifecircle.model.Scenario;
import org.lifecircle.model.Text;
import org.lifecircle.store.ConflictException;
import org.lifecircle.store.KeptScenario;
import org.lifecircle.store.ScenarioStore;
import org.lifecircle.store.StoredArea;

/**
 * The scenarios of one area: read, checked against its dataset version, and kept. What is refused
 * has changed nothing.
 */
public final class AreaScenarios {

  /** Without a token, whoever reaches the server is the one who sits at it. */
  private static final String WHO = "local";

  private final OpenArea area;
  private final ScenarioStore store;
  private final String who;

  AreaScenarios(OpenArea area, ScenarioStore store) {
    this(area, store, WHO);
  }

  /**
   * Those of an area.
   *
   * @param who writes, as the audit shows it
   */
  AreaScenarios(OpenArea area, ScenarioStore store, String who) {
    this.area = area;
    this.store = store;
    this.who = who;
  }

  /** Those of an area without a server: for the command line. */
  public static AreaScenarios of(
      StoredArea stored, Policy policy, ServerSettings settings, ScenarioStore store) {
    return new AreaScenarios(
        new OpenArea(stored, policy, settings.patient(), Runnable::run), store);
  }

  /** All of them, by id, without their changes. */
  public List<Map<String, Object>> list() {
    return store.list(area.id()).stream().map(this::line).toList();
  }

  private Map<String, Object> line(KeptScenario kept) {
    OpenScenario scenario = OpenScenario.of(kept, area);
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("id", kept.id());
    json.put("name", scenario.whole().name());
    json.put("revision", kept.revision());
    json.put("changes_count", scenario.whole().changes().size());
    json.put("no_longer_apply_count", scenario.faults().size());
    json.put("changed_at", kept.changedAt().toString());
    return json;
  }

  /**
   * One of them as the contract tells it.
   *
   * @throws ProblemException if there is none of this id
   */
  public Map<String, Object> json(String id, String language) {
    return json(require(id), language);
  }

  Map<String, Object> json(KeptScenario kept, String language) {
    return OpenScenario.of(kept, area).json(area, language);
  }

  /**
   * One of them.
   *
   * @throws ProblemException if there is none of this id
   */
  public KeptScenario require(String id) {
    return store
        .find(area.id(), id)
        .orElseThrow(
            () -> {
              String ids =
                  String.join(", ", store.list(area.id()).stream().map(KeptScenario::id).toList());
              return Problem.of(
                      ProblemKind.UNKNOWN_SCENARIO,
                      "没有情景“" + Parameters.shown(id) + "”，现有：" + ids,
                      "there is no scenario '" + Parameters.shown(id) + "', only: " + ids)
                  .asException();
            });
  }

  /**
   * Keeps a new one, with an id of its own if the JSON names none.
   *
   * @throws ProblemException with everything that is wrong with it, or if the id is taken
   */
  public KeptScenario create(byte[] json) {
    ScenarioText text = read(json);
    String id = text.id() == null ? freeId() : text.id();
    return keep(OpenScenario.scenario(id, text));
  }

  /**
   * Keeps a new one.
   *
   * @throws ProblemException if the area does not take it, or the id is taken
   */
  KeptScenario keep(Scenario scenario) {
    try {
      return store.create(area.id(), scenario.id(), version(), body(checked(scenario)), who);
    } catch (ConflictException e) {
      throw taken(scenario.id());
    }
  }

  private static ProblemException taken(String id) {
    return Problem.of(
            ProblemKind.SCENARIO_EXISTS,
            "已有情景“" + id + "”，请换一个 id，或用 PUT 修改它",
            "there is a scenario '" + id + "' already: choose another id, or PUT to change it")
        .asException();
  }

  /**
   * Keeps a new one under this id.
   *
   * @throws ProblemException also if the id is taken
   */
  KeptScenario createAt(String id, byte[] json) {
    Scenario scenario = checked(OpenScenario.scenario(id, readFor(id, json)));
    try {
      return store.create(area.id(), id, version(), body(scenario), who);
    } catch (ConflictException e) {
      throw stale(id, e);
    }
  }

  /**
   * Keeps what one of them says now.
   *
   * @throws ProblemException also if that is not its current revision
   */
  KeptScenario replace(String id, int revision, byte[] json) {
    return write(checked(OpenScenario.scenario(id, readFor(id, json))), revision);
  }

  /** A merge patch (RFC 7396): members that are there replace the old ones. */
  KeptScenario patch(String id, int revision, byte[] json) {
    ScenarioText patch = readFor(id, json);
    Scenario old = OpenScenario.of(require(id), area).whole();
    List<Change> changes = patch.changes();
    String name = patch.name();
    Scenario scenario =
        new Scenario(
            id, name == null ? old.name() : name, changes == null ? old.changes() : changes);
    return write(changes == null ? scenario : checked(scenario), revision);
  }

  /**
   * Forgets one of them.
   *
   * @throws ProblemException if there is none, or that is not its current revision
   */
  public void delete(String id, int revision) {
    require(id);
    try {
      store.delete(area.id(), id, revision, who);
    } catch (ConflictException e) {
      throw stale(id, e);
    }
  }

  private KeptScenario write(Scenario scenario, int revision) {
    require(scenario.id());
    try {
      return store.replace(area.id(), scenario.id(), revision, version(), body(scenario), who);
    } catch (ConflictException e) {
      throw stale(scenario.id(), e);
    }
  }

  private ScenarioText read(byte[] json) {
    try {
      return OpenScenario.reader(area).read(json);
    } catch (BadInputException e) {
      throw OpenScenario.refused(e);
    }
  }

  private ScenarioText readFor(String id, byte[] json) {
    ScenarioText text = read(json);
    if (text.id() != null && !text.id().equals(id)) {
      Text reason = new Text("编号与地址不一致", "the id is not the one in the address");
      Fault fault = new Fault("", null, null, "/id", reason);
      throw OpenScenario.refused(new BadInputException(List.of(fault)));
    }
    return text;
  }

  private Scenario checked(Scenario scenario) {
    List<Fault> faults = scenario.faults(area.area());
    if (!faults.isEmpty()) {
      throw OpenScenario.refused(new BadInputException(faults));
    }
    return scenario;
  }

  private String freeId() {
    List<String> taken = store.list(area.id()).stream().map(KeptScenario::id).toList();
    int number = 1;
    while (taken.contains("s-" + number)) {
      number++;
    }
    return "s-" + number;
  }

  private int version() {
    return area.stored().version().number();
  }

  private String body(Scenario scenario) {
    return new ScenarioWriter(area.projection()).text(scenario);
  }

  private static ProblemException stale(String id, ConflictException e) {
    @Nullable Integer current = e.current();
    String now = current == null ? "已删除" : "现为 " + EntityTags.ofRevision(current);
    String nowEn =
        current == null ? "it is gone" : "it is " + EntityTags.ofRevision(current) + " now";
    return Problem.of(
            ProblemKind.STALE_REVISION,
            "情景“" + id + "”已被他人修改（" + now + "），请重新读取后再改",
            "somebody else changed scenario '" + id + "' (" + nowEn + "); read it and edit again")
        .asException();
  }
}
