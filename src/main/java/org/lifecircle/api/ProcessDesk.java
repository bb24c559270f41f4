package org.lifecircle.api;

import com.fasterxml.jackson.databind.JsonNode;
import io.javalin.http.Context;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.lifecircle.api.Answer.Download;
import org.lifecircle.model.Text;

/**
 * Computes what {@link Processes} offers: while the one who asks waits, or as a job when the
 * request prefers that ({@code Prefer: respond-async}) or it takes too long to wait for.
 */
final class ProcessDesk {

  static final int MOST_PAUSE_SECONDS = 30;

  /** Which form a report is wanted in. */
  static final String FORMAT = "format";

  static final List<Format> REPORT_FORMATS = List.of(Format.PDF, Format.WORD);

  private final OpenAreas areas;
  private final Desk desk;
  private final JobDesk jobs;

  ProcessDesk(OpenAreas areas, Desk desk, JobDesk jobs) {
    this.areas = areas;
    this.desk = desk;
    this.jobs = jobs;
  }

  void execute(Context context) throws IOException {
    OpenArea area = area(context);
    String id = Processes.require(context.pathParam("process"));
    byte[] body = RequestBody.read(context);
    ExecuteRequest request = ExecuteRequest.read(body);
    if (id.equals(Processes.PLAN)) {
      jobs.plan(context, area, request.object(), id);
      return;
    }
    if (id.equals(Processes.LOCATE)) {
      jobs.locate(context, area, request.object());
      return;
    }
    Endpoint endpoint = id.equals(Processes.ECHO) ? null : endpoint(area, id, request);
    Question question = endpoint == null ? null : question(context, endpoint, request);
    String echoed = question == null ? text(request) : "";
    int pause = question == null ? pause(request) : 0;
    String prefer = context.header("Prefer");
    if (prefer != null && prefer.contains("respond-async")) {
      context.header("Preference-Applied", "respond-async");
      jobs.submit(
          context,
          area,
          id,
          body,
          job -> result(area, endpoint, request, question, echoed, pause, job));
      return;
    }
    if (endpoint == null || question == null) {
      wait(pause, null);
      sendEcho(context, echoed, request.raw());
    } else {
      Answer found = aboutInputs(() -> desk.ask(endpoint, question));
      byte[] answer = written(area, question, found);
      context.header("Cache-Control", "no-store");
      context.contentType(request.raw() ? question.format().mediaType() : Format.JSON.mediaType());
      context.result(request.raw() ? answer : AnswerWriter.bytes(document(answer, question)));
    }
  }

  private OpenArea area(Context context) {
    String id = context.pathParam("area");
    return context.pathParamMap().containsKey("scenario")
        ? areas.open(id, context.pathParam("scenario"))
        : areas.open(id);
  }

  private static Endpoint endpoint(OpenArea area, String id, ExecuteRequest request) {
    JsonNode wanted = id.equals(Processes.REPORT) ? request.inputs().remove(FORMAT) : null;
    String code = wanted == null ? Format.PDF.code() : wanted.asText();
    Format format =
        REPORT_FORMATS.stream()
            .filter(one -> one.code().equals(code))
            .findFirst()
            .orElseThrow(
                () ->
                    ExecuteRequest.bad(
                        "/inputs/" + FORMAT, new Text("应为 pdf 或 docx", "it is pdf or docx")));
    return new Processes(area).endpoint(id, format);
  }

  /** What the plain address would be asked, with complaints about the inputs. */
  private static Question question(Context context, Endpoint endpoint, ExecuteRequest request) {
    String url = context.url().replaceFirst("/processes/([^/]+)/execution/?$", "/$1");
    Asked asked =
        new Asked(
            url,
            context.pathParamMap(),
            request.query(),
            List.of(),
            null,
            context.header("Accept-Language"));
    return aboutInputs(() -> Question.of(asked, endpoint));
  }

  /** Complaints about a query are about the inputs here. */
  private static <T> T aboutInputs(Supplier<T> answer) {
    try {
      return answer.get();
    } catch (ProblemException e) {
      List<Complaint> complaints = new ArrayList<>();
      for (Complaint complaint : e.problem().complaints()) {
        complaints.add(
            new Complaint(
                complaint.pointer().replaceFirst("^/query/", "/inputs/"), complaint.reason()));
      }
      throw e.problem().with(complaints).asException();
    }
  }

  private static String text(ExecuteRequest request) {
    for (String name : request.inputs().keySet()) {
      if (!List.of("text", "pause").contains(name)) {
        throw ExecuteRequest.bad("/inputs/" + name, new Text("没有这个输入", "there is no such input"));
      }
    }
    JsonNode text = request.inputs().get("text");
    if (text == null || !text.isTextual()) {
      throw ExecuteRequest.bad("/inputs/text", new Text("应为文本", "it should be a text"));
    }
    return text.asText();
  }

  private static int pause(ExecuteRequest request) {
    JsonNode pause = request.inputs().get("pause");
    if (pause == null) {
      return 0;
    }
    if (!pause.isInt() || pause.asInt() < 0 || pause.asInt() > MOST_PAUSE_SECONDS) {
      throw ExecuteRequest.bad(
          "/inputs/pause",
          new Text(
              "应为 0–" + MOST_PAUSE_SECONDS + " 的整数",
              "it should be a whole number within 0–" + MOST_PAUSE_SECONDS));
    }
    return pause.asInt();
  }

  private Map<String, @Nullable Object> result(
      OpenArea area,
      @Nullable Endpoint endpoint,
      ExecuteRequest request,
      @Nullable Question question,
      String echoed,
      int pause,
      Jobs.Running job) {
    if (endpoint == null || question == null) {
      wait(pause, job);
      Map<String, @Nullable Object> json = new LinkedHashMap<>();
      json.put(Processes.RESULT, echoed);
      return json;
    }
    byte[] answer = written(area, question, patiently(endpoint, question, job));
    // what is kept of a job is JSON: bytes are told as a document
    return request.raw() && question.format().isWritten()
        ? JsonText.object(answer)
        : document(answer, question);
  }

  /** A job has time: what is still being computed is asked for again. */
  private static Answer patiently(Endpoint endpoint, Question question, Jobs.Running job) {
    while (true) {
      try {
        job.at(0);
        return endpoint.answer(question);
      } catch (ProblemException e) {
        if (e.problem().kind() != ProblemKind.NOT_READY) {
          throw e;
        }
      }
    }
  }

  private static void wait(int seconds, Jobs.@Nullable Running job) {
    try {
      for (int tenth = 0; tenth < 10 * seconds; tenth++) {
        if (job != null) {
          job.at(tenth / (10.0 * seconds));
        }
        Thread.sleep(100);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("the server is stopping", e);
    }
  }

  private static void sendEcho(Context context, String echoed, boolean raw) {
    context.header("Cache-Control", "no-store");
    context.contentType(raw ? "text/plain; charset=utf-8" : Format.JSON.mediaType());
    context.result(
        raw
            ? echoed.getBytes(StandardCharsets.UTF_8)
            : AnswerWriter.bytes(Map.of(Processes.RESULT, echoed)));
  }

  private static byte[] written(OpenArea area, Question question, Answer answer) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      if (answer instanceof Download download) {
        try {
          return Files.readAllBytes(download.file());
        } finally {
          Files.deleteIfExists(download.file());
        }
      }
      AnswerWriter.write(out, answer, question.format(), area.projection());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  private static Map<String, @Nullable Object> document(byte[] answer, Question question) {
    Map<String, @Nullable Object> value = new LinkedHashMap<>();
    if (question.format().isWritten()) {
      value.put("value", JsonText.object(answer));
    } else if (REPORT_FORMATS.contains(question.format())) {
      value.put("value", Base64.getEncoder().encodeToString(answer));
      value.put("encoding", Processes.BASE64);
    } else {
      value.put("value", new String(answer, StandardCharsets.UTF_8));
    }
    value.put("mediaType", question.format().mediaType());
    Map<String, @Nullable Object> document = new LinkedHashMap<>();
    document.put(Processes.RESULT, value);
    return document;
  }
}
