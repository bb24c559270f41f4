package org.lifecircle.api;

import io.javalin.http.Context;
import java.io.IOException;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.lifecircle.io.scenario.ScenarioReader;
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

/**
 * Takes scenarios in: every write rests on a revision, named by {@code If-Match}. A write that is
 * refused has changed nothing.
 */
final class ScenarioDesk {

  private static final int MAX_BODY_BYTES = 1 << 20;
  private static final Pattern TAG = Pattern.compile("\\s*\"r([0-9]{1,9})\"\\s*");

  /** Until there are tokens, whoever reaches the server is the one who sits at it. */
  private static final String WHO = "local";

  private final OpenAreas areas;

  ScenarioDesk(OpenAreas areas) {
    this.areas = areas;
  }

  void create(Context context) throws IOException {
    OpenArea area = areas.open(context.pathParam("area"));
    ScenarioText text = text(context, area);
    String id = text.id() == null ? freeId(area) : text.id();
    Scenario scenario = checked(OpenScenario.scenario(id, text), area);
    try {
      KeptScenario kept = store().create(area.id(), id, version(area), body(scenario, area), WHO);
      context.header("Location", context.url().replaceFirst("/$", "") + "/" + id);
      send(context, area, kept, 201);
    } catch (ConflictException e) {
      throw Problem.of(
              ProblemKind.SCENARIO_EXISTS,
              "已有情景“" + id + "”，请换一个 id，或用 PUT 修改它",
              "there is a scenario '" + id + "' already: choose another id, or PUT to change it")
          .asException();
    }
  }

  void replace(Context context) throws IOException {
    OpenArea area = areas.open(context.pathParam("area"));
    String id = id(context);
    ScenarioText text = text(context, area);
    if (text.id() != null && !text.id().equals(id)) {
      Text reason = new Text("编号与地址不一致", "the id is not the one in the address");
      Fault fault = new Fault("", null, null, "/id", reason);
      throw OpenScenario.refused(new BadInputException(List.of(fault)));
    }
    Scenario scenario = checked(OpenScenario.scenario(id, text), area);
    if ("*".equals(context.header("If-None-Match"))) {
      createAt(context, area, scenario);
      return;
    }
    write(context, area, scenario);
  }

  /** A merge patch (RFC 7396): members that are there replace the old ones. */
  void patch(Context context) throws IOException {
    OpenArea area = areas.open(context.pathParam("area"));
    String id = id(context);
    KeptScenario old = areas.requireScenario(area, id);
    ScenarioText patch = text(context, area);
    Scenario whole = OpenScenario.of(old, area).whole();
    List<Change> changes = patch.changes();
    String name = patch.name();
    Scenario scenario =
        new Scenario(
            id, name == null ? whole.name() : name, changes == null ? whole.changes() : changes);
    write(context, area, changes == null ? scenario : checked(scenario, area));
  }

  void delete(Context context) {
    OpenArea area = areas.open(context.pathParam("area"));
    String id = id(context);
    int revision = expected(context);
    areas.requireScenario(area, id);
    try {
      store().delete(area.id(), id, revision, WHO);
    } catch (ConflictException e) {
      throw stale(id, e);
    }
    context.status(204);
  }

  private void createAt(Context context, OpenArea area, Scenario scenario) {
    try {
      KeptScenario kept =
          store().create(area.id(), scenario.id(), version(area), body(scenario, area), WHO);
      send(context, area, kept, 201);
    } catch (ConflictException e) {
      throw stale(scenario.id(), e);
    }
  }

  private void write(Context context, OpenArea area, Scenario scenario) {
    int revision = expected(context);
    areas.requireScenario(area, scenario.id());
    try {
      KeptScenario kept =
          store()
              .replace(
                  area.id(), scenario.id(), revision, version(area), body(scenario, area), WHO);
      send(context, area, kept, 200);
    } catch (ConflictException e) {
      throw stale(scenario.id(), e);
    }
  }

  /** All scenarios of an area, without their changes. */
  void list(Context context) {
    OpenArea area = areas.open(context.pathParam("area"));
    String url = context.url().replaceFirst("/$", "");
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("area", area.id());
    json.put("dataset_version", area.version());
    json.put(
        "scenarios", store().list(area.id()).stream().map(kept -> line(kept, area, url)).toList());
    context.header("Cache-Control", "no-store");
    context.contentType(Format.JSON.mediaType());
    context.result(AnswerWriter.bytes(json));
  }

  private static Map<String, Object> line(KeptScenario kept, OpenArea area, String url) {
    OpenScenario scenario = OpenScenario.of(kept, area);
    String name = scenario.whole().name();
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("id", kept.id());
    json.put("name", name);
    json.put("revision", kept.revision());
    json.put("changes_count", scenario.whole().changes().size());
    json.put("no_longer_apply_count", scenario.faults().size());
    json.put("changed_at", kept.changedAt().toString());
    json.put("links", List.of(Links.json("item", url + "/" + kept.id(), name)));
    return json;
  }

  private void send(Context context, OpenArea area, KeptScenario kept, int status) {
    String language = Languages.of(context.header("Accept-Language"));
    context.status(status);
    context.header("ETag", OpenScenario.tag(kept.revision()));
    context.header("Content-Language", language);
    context.contentType(Format.JSON.mediaType());
    context.result(AnswerWriter.bytes(OpenScenario.of(kept, area).json(area, language)));
  }

  private ScenarioStore store() {
    return areas.scenarios();
  }

  private static int version(OpenArea area) {
    return area.stored().version().number();
  }

  private static String body(Scenario scenario, OpenArea area) {
    return new ScenarioWriter(area.projection()).text(scenario);
  }

  private static Scenario checked(Scenario scenario, OpenArea area) {
    List<Fault> faults = scenario.faults(area.area());
    if (!faults.isEmpty()) {
      throw OpenScenario.refused(new BadInputException(faults));
    }
    return scenario;
  }

  private static String id(Context context) {
    String id = context.pathParam("scenario");
    if (!ScenarioReader.isId(id)) {
      throw Problem.of(
              ProblemKind.UNKNOWN_SCENARIO,
              "情景编号只能含小写字母、数字、点、- 和 _",
              "an id holds lower-case letters, digits, dots, - and _")
          .asException();
    }
    return id;
  }

  private String freeId(OpenArea area) {
    List<String> taken = store().list(area.id()).stream().map(KeptScenario::id).toList();
    int number = 1;
    while (taken.contains("s-" + number)) {
      number++;
    }
    return "s-" + number;
  }

  private static int expected(Context context) {
    String header = context.header("If-Match");
    Matcher tag = TAG.matcher(Optional.ofNullable(header).orElse(""));
    if (header == null) {
      throw Problem.of(
              ProblemKind.REVISION_NEEDED,
              "修改须带 If-Match，内容为读取时所得的 ETag",
              "a write carries If-Match with the ETag that came when it was read")
          .asException();
    }
    if (!tag.matches()) {
      throw Problem.of(
              ProblemKind.STALE_REVISION,
              "If-Match 不是本情景的 ETag，请重新读取",
              "If-Match is no ETag of this scenario; read it again")
          .asException();
    }
    return Integer.parseInt(tag.group(1));
  }

  private static ProblemException stale(String id, ConflictException e) {
    @Nullable Integer current = e.current();
    String now = current == null ? "已删除" : "现为 " + OpenScenario.tag(current);
    String nowEn = current == null ? "it is gone" : "it is " + OpenScenario.tag(current) + " now";
    return Problem.of(
            ProblemKind.STALE_REVISION,
            "情景“" + id + "”已被他人修改（" + now + "），请重新读取后再改",
            "somebody else changed scenario '" + id + "' (" + nowEn + "); read it and edit again")
        .asException();
  }

  private static ScenarioText text(Context context, OpenArea area) throws IOException {
    byte[] body;
    try (InputStream in = context.req().getInputStream()) {
      body = in.readNBytes(MAX_BODY_BYTES + 1);
    }
    if (body.length > MAX_BODY_BYTES) {
      throw Problem.of(
              ProblemKind.BODY_TOO_LARGE,
              "请求正文超过 " + (MAX_BODY_BYTES >> 20) + " MiB",
              "the body is larger than " + (MAX_BODY_BYTES >> 20) + " MiB")
          .asException();
    }
    try {
      return OpenScenario.reader(area).read(body);
    } catch (BadInputException e) {
      throw OpenScenario.refused(e);
    }
  }
}
