package org.lifecircle.api;

import io.javalin.http.Context;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.lifecircle.io.scenario.ScenarioReader;
import org.lifecircle.store.KeptScenario;

/** Takes scenarios in: every write rests on a revision, named by {@code If-Match}. */
final class ScenarioDesk {

  private final OpenAreas areas;

  ScenarioDesk(OpenAreas areas) {
    this.areas = areas;
  }

  private AreaScenarios scenarios(Context context) {
    return new AreaScenarios(
        areas.open(context.pathParam("area")), areas.scenarios(), Access.of(context).name());
  }

  /** All scenarios of an area, without their changes. */
  void list(Context context) {
    OpenArea area = areas.open(context.pathParam("area"));
    String url = context.url().replaceFirst("/$", "");
    List<Map<String, Object>> scenarios =
        scenarios(context).list().stream()
            .map(
                line -> {
                  Map<String, Object> json = new LinkedHashMap<>(line);
                  String name = String.valueOf(line.get("name"));
                  json.put("links", List.of(Links.json("item", url + "/" + line.get("id"), name)));
                  return json;
                })
            .toList();
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("area", area.id());
    json.put("dataset_version", area.version());
    json.put("scenarios", scenarios);
    context.header("Cache-Control", "no-store");
    context.contentType(Format.JSON.mediaType());
    context.result(AnswerWriter.bytes(json));
  }

  void create(Context context) throws IOException {
    KeptScenario kept = scenarios(context).create(RequestBody.read(context));
    context.header("Location", context.url().replaceFirst("/$", "") + "/" + kept.id());
    send(context, kept, 201);
  }

  void replace(Context context) throws IOException {
    String id = id(context);
    if (Objects.equals(context.header("If-None-Match"), "*")) {
      send(context, scenarios(context).createAt(id, RequestBody.read(context)), 201);
    } else {
      send(
          context,
          scenarios(context).replace(id, expected(context), RequestBody.read(context)),
          200);
    }
  }

  void patch(Context context) throws IOException {
    String id = id(context);
    send(context, scenarios(context).patch(id, expected(context), RequestBody.read(context)), 200);
  }

  void delete(Context context) {
    scenarios(context).delete(id(context), expected(context));
    context.status(204);
  }

  private void send(Context context, KeptScenario kept, int status) {
    String language = Languages.of(context.header("Accept-Language"));
    context.status(status);
    context.header("ETag", EntityTags.ofRevision(kept.revision()));
    context.header("Content-Language", language);
    context.contentType(Format.JSON.mediaType());
    context.result(AnswerWriter.bytes(scenarios(context).json(kept, language)));
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

  private static int expected(Context context) {
    return EntityTags.revision(context.header("If-Match"))
        .orElseThrow(
            () ->
                Problem.of(
                        ProblemKind.STALE_REVISION,
                        "If-Match 不是本情景的 ETag，请重新读取",
                        "If-Match is no ETag of this scenario; read it again")
                    .asException());
  }
}
