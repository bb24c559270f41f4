package org.lifecircle.api;

import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.lifecircle.api.Answer.Download;
import org.lifecircle.api.Answer.Findings;
import org.lifecircle.api.Routes.AreaRoute;
import org.lifecircle.io.Projection;

/** Takes a request, has its endpoint answer it, and sends the answer. */
final class Desk {

  private final OpenAreas areas;
  private final Gate gate;
  private final AnswerCache kept = new AnswerCache();

  Desk(OpenAreas areas) {
    this.areas = areas;
    ServerSettings settings = areas.settings();
    gate = new Gate(settings.heavyAtOnce(), settings.heavyWaiting(), settings.requestSeconds());
  }

  void serve(Context context, Endpoint endpoint) throws IOException {
    Question question = Question.of(asked(context), endpoint);
    context.header("Cache-Control", "no-store");
    send(context, endpoint, question, null);
  }

  void serve(Context context, AreaRoute route) throws IOException {
    serve(context, route, areas.open(context.pathParam("area")));
  }

  void serveScenario(Context context, AreaRoute route) throws IOException {
    OpenArea area = areas.open(context.pathParam("area"), context.pathParam("scenario"));
    serve(context, route, area);
  }

  private void serve(Context context, AreaRoute route, OpenArea area) throws IOException {
    String asWritten = asWritten(context, area);
    AnswerCache.Kept known = kept.find(asWritten);
    if (known != null) {
      known.sendTo(context);
      return;
    }
    Endpoint endpoint = route.endpoint().apply(area);
    Question question = Question.of(asked(context), endpoint);
    String edition = question.find(Question.VERSION).orElse(area.edition());
    if (!edition.equals(area.edition())) {
      serve(context, route, areas.openEdition(area, edition));
      return;
    }
    boolean page = question.format() == Format.HTML;
    String tag =
        "W/\"%s%s-%s-%s\""
            .formatted(
                area.stamp() + endpoint.stamp(),
                page ? "-" + WebFiles.mapFingerprint() : "",
                question.format().code(),
                question.language());
    OpenScenario scenario = area.scenario();
    // A scenario's own document carries what an edit of it rests on.
    boolean edited = scenario != null && route.path().isEmpty() && !page;
    context.header("ETag", edited && scenario != null ? scenario.tag() : tag);
    context.header("Cache-Control", "no-cache"); // keep it, but ask whether it still holds
    context.header("Vary", "Accept, Accept-Language, Accept-Encoding");
    if (EntityTags.hold(tag, context.header("If-None-Match"))) {
      context.status(304);
      return;
    }
    if (!endpoint.lasting() || page) {
      send(context, endpoint, question, area.projection());
      return;
    }
    byte[] answer = written(context, endpoint, question, area.projection());
    String type = question.format().mediaType();
    kept.keep(asWritten, new AnswerCache.Kept(tag, type, question.language(), answer))
        .sendTo(context);
  }

  /** All that an answer that lasts depends on, as the request has it, without reading it first. */
  private static String asWritten(Context context, OpenArea area) {
    return String.join(
        "\n",
        area.stamp(),
        context.url(),
        String.valueOf(context.queryString()),
        String.valueOf(context.header("Accept")),
        String.valueOf(context.header("Accept-Language")));
  }

  private byte[] written(
      Context context, Endpoint endpoint, Question question, Projection projection)
      throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    AnswerWriter.write(
        out, answer(context, endpoint, question, projection), question.format(), projection);
    return out.toByteArray();
  }

  /** The answer, once it is the question's turn. */
  Answer ask(Endpoint endpoint, Question question) {
    return endpoint.heavy()
        ? gate.pass(() -> endpoint.answer(question))
        : endpoint.answer(question);
  }

  private Answer answer(
      Context context, Endpoint endpoint, Question question, @Nullable Projection projection) {
    Answer answer = ask(endpoint, question);
    ServedCrs crs = answer instanceof Findings findings ? findings.crs() : null;
    if (crs != null) {
      context.header("Content-Crs", "<" + crs.uri() + ">");
    }
    return question.format() == Format.HTML ? HtmlPages.of(answer, question, projection) : answer;
  }

  private void send(
      Context context, Endpoint endpoint, Question question, @Nullable Projection projection)
      throws IOException {
    Answer answer = answer(context, endpoint, question, projection);
    context.contentType(question.format().mediaType());
    if (question.format() == Format.HTML) {
      context.header(
          "Content-Security-Policy", WebFiles.contentSecurityPolicy(areas.settings().map()));
      context.header("Referrer-Policy", "no-referrer");
    }
    context.header("Content-Language", question.language());
    if (answer instanceof Download download) {
      Downloads.send(context, download);
      return;
    }
    if (!context.method().equals(HandlerType.HEAD)) {
      AnswerWriter.write(context.outputStream(), answer, question.format(), projection);
    }
  }

  private static Asked asked(Context context) {
    List<Complaint> complaints = new ArrayList<>();
    Map<String, String> query = QueryString.parse(context.queryString(), complaints);
    String url = context.url();
    return new Asked(
        url.length() > 1 && url.endsWith("/") ? url.substring(0, url.length() - 1) : url,
        context.pathParamMap(),
        query,
        complaints,
        context.header("Accept"),
        context.header("Accept-Language"));
  }
}
