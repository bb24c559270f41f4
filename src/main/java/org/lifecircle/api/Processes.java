package org.lifecircle.api;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.lifecircle.api.Routes.AreaRoute;
import org.lifecircle.model.Text;

/**
 * What can be computed on request (OGC API Processes): the questions that have an address of their
 * own, asked of the same endpoints with the same parameters; plans; and an echo.
 */
final class Processes {

  static final String ECHO = "echo";
  static final String PLAN = "plan";
  static final String LOCATE = "location-allocation";
  static final String REPORT = "report";

  /** How bytes are told within JSON. */
  static final String BASE64 = "base64";

  /** What a process gives; there is one each. */
  static final String RESULT = "result";

  private static final List<String> ASKED =
      List.of("isochrone", "walk", "coverage", "freed-space", "candidates", "openings");

  private final OpenArea area;

  Processes(OpenArea area) {
    this.area = area;
  }

  static List<String> ids() {
    List<String> ids = new ArrayList<>(ASKED);
    ids.add(LOCATE);
    ids.add(PLAN);
    ids.add(REPORT);
    ids.add(ECHO);
    return ids;
  }

  /**
   * The id, if there is such a process.
   *
   * @throws ProblemException if there is none
   */
  static String require(String id) {
    if (!ids().contains(id)) {
      String shown = Parameters.shown(id);
      String all = String.join(", ", ids());
      throw Problem.of(
              ProblemKind.UNKNOWN_PROCESS,
              "没有“" + shown + "”这种计算，可用的有：" + all,
              "there is no process '" + shown + "', only " + all)
          .asException();
    }
    return id;
  }

  /** Whether it only runs as a job. */
  static boolean isLong(String id) {
    return id.equals(PLAN) || id.equals(LOCATE);
  }

  /** The endpoint that answers it. */
  Endpoint endpoint(String id, Format reportFormat) {
    return id.equals(REPORT)
        ? new ReportAnswers(area, reportFormat)
        : route(id).endpoint().apply(area);
  }

  private Endpoint endpoint(String id) {
    return endpoint(id, Format.PDF);
  }

  private static AreaRoute route(String id) {
    return Routes.OF_AREA.stream()
        .filter(route -> route.path().equals("/" + id))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException(id));
  }

  static Text title(String id) {
    return switch (id) {
      case ECHO -> new Text("回声", "Echo");
      case PLAN -> new Text("更新方案", "Plan within a budget");
      case LOCATE -> new Text("设施选址", "Location-allocation");
      case REPORT -> new Text("规划报告", "Planning report");
      default -> route(id).summary();
    };
  }

  /** The one who asks may wait for the answer, or come back for it. */
  static List<String> controls(String id) {
    return isLong(id)
        ? List.of("async-execute", "dismiss")
        : List.of("sync-execute", "async-execute", "dismiss");
  }

  /** What goes in, by name. */
  Map<String, Object> inputs(String id, Question question) {
    Map<String, Object> inputs = new LinkedHashMap<>();
    if (id.equals(PLAN)) {
      PlanInputs.ALL.forEach(
          (name, schema) ->
              inputs.put(name, input(name, name, schema, name.equals("budget_yuan"))));
    } else if (id.equals(LOCATE)) {
      LocationInputs.ALL.forEach(
          (name, schema) ->
              inputs.put(name, input(name, name, schema, LocationInputs.REQUIRED.contains(name))));
    } else if (id.equals(ECHO)) {
      Text text = new Text("原样返回的文本", "a text that comes back as it is");
      inputs.put("text", input("text", question.in(text), Parameters.schema("string"), true));
      Text about = new Text("返回前等待的秒数", "seconds to wait before it comes back");
      Map<String, Object> pause = Parameters.schema("integer");
      pause.put("minimum", 0);
      pause.put("maximum", ProcessDesk.MOST_PAUSE_SECONDS);
      inputs.put("pause", input("pause", question.in(about), pause, false));
    } else {
      if (id.equals(REPORT)) {
        Text about = new Text("文件格式", "form of the file");
        Map<String, Object> format = Parameters.schema("string");
        format.put("enum", ProcessDesk.REPORT_FORMATS.stream().map(Format::code).toList());
        format.put("default", Format.PDF.code());
        inputs.put(
            ProcessDesk.FORMAT, input(ProcessDesk.FORMAT, question.in(about), format, false));
        Text language = new Text("语言", "language");
        Map<String, Object> languages = Parameters.schema("string");
        languages.put("enum", List.of(Languages.CHINESE, Languages.ENGLISH));
        inputs.put("lang", input("lang", question.in(language), languages, false));
      }
      for (Parameter<?> parameter : endpoint(id).parameters()) {
        inputs.put(
            parameter.name(),
            input(
                parameter.name(),
                question.in(parameter.about()),
                parameter.schema(),
                parameter.required()));
      }
    }
    return inputs;
  }

  private static Map<String, Object> input(
      String name, String about, Map<String, Object> schema, boolean required) {
    Map<String, Object> input = new LinkedHashMap<>();
    input.put("title", name);
    input.put("description", about);
    input.put("schema", schema);
    input.put("minOccurs", required ? 1 : 0);
    input.put("maxOccurs", 1);
    return input;
  }

  /** What comes out. */
  Map<String, Object> outputs(String id, Question question) {
    Map<String, Object> schema = Parameters.schema(id.equals(ECHO) ? "string" : "object");
    if (!id.equals(ECHO)) {
      String type =
          isLong(id) ? Format.JSON.mediaType() : endpoint(id).formats().get(0).mediaType();
      schema.put("contentMediaType", type);
      if (id.equals(REPORT)) {
        schema.put("type", "string");
        schema.put("contentEncoding", BASE64);
      }
    }
    Map<String, Object> output = new LinkedHashMap<>();
    output.put("title", question.in(title(id)));
    output.put("schema", schema);
    return Map.of(RESULT, output);
  }
}
