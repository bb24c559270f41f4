package org.lifecircle.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import io.javalin.http.MethodNotAllowedResponse;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import org.lifecircle.model.BadInputException;
import org.lifecircle.store.UnreachableException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Whatever goes wrong, wherever, is told in the one form of RFC 9457. */
final class ProblemWriter {

  private static final Logger LOG = LoggerFactory.getLogger(ProblemWriter.class);
  private static final int ASK_AGAIN_SECONDS = 10;
  private static final ObjectMapper JSON = new ObjectMapper();

  private ProblemWriter() {}

  static void register(RoutesConfig routes) {
    routes.exception(ProblemException.class, (e, context) -> write(context, e.problem()));
    routes.exception(HttpResponseException.class, ProblemWriter::writeJavalins);
    routes.exception(UnreachableException.class, ProblemWriter::writeUnreachable);
    routes.exception(BadInputException.class, ProblemWriter::writeFailure);
    routes.exception(Exception.class, ProblemWriter::writeFailure);
  }

  private static void writeJavalins(HttpResponseException e, Context context) {
    if (e instanceof MethodNotAllowedResponse) {
      String allowed = e.getDetails().getOrDefault("availableMethods", "GET");
      context.header("Allow", e.getDetails().getOrDefault("Available methods", allowed));
    }
    write(context, ofStatus(e.getStatus()));
  }

  private static void writeUnreachable(UnreachableException e, Context context) {
    LOG.error("{} {}: {}", context.method(), context.path(), e.getMessage());
    Problem problem =
        Problem.of(
                ProblemKind.STORE_UNREACHABLE,
                "请稍后再试；原因已记入服务器日志",
                "ask again later; the server's log says what happened")
            .retryAfter(ASK_AGAIN_SECONDS);
    write(context, problem);
  }

  private static void writeFailure(Exception e, Context context) {
    LOG.error("{} {} failed", context.method(), context.path(), e);
    if (context.res().isCommitted()) {
      throw new IllegalStateException("half an answer is out already; the connection is cut", e);
    }
    write(context, ofStatus(500));
  }

  /** A problem of which only the status is known. */
  static Problem ofStatus(int status) {
    Problem problem =
        switch (status) {
          case 404 ->
              Problem.of(
                  ProblemKind.UNKNOWN_PATH,
                  "可用的地址见 /areas 与 /areas/{area}/api",
                  "what there is, /areas and /areas/{area}/api tell");
          case 405 ->
              Problem.of(
                  ProblemKind.METHOD_NOT_ALLOWED,
                  "可用的方法见 Allow 头",
                  "the header Allow names the methods there are");
          case 503 -> Problem.of(ProblemKind.NOT_READY, "请稍后再试", "ask again later");
          default ->
              status < 500
                  ? Problem.of(ProblemKind.BAD_REQUEST, "请核对请求", "check the request")
                  : Problem.of(
                      ProblemKind.FAILURE, "原因已记入服务器日志", "the server's log says what happened");
        };
    return new Problem(problem.kind(), status, problem.detail(), problem.complaints(), null);
  }

  private static void write(Context context, Problem problem) {
    String language = language(context);
    context.status(problem.status());
    context.header("Cache-Control", "no-store");
    context.removeHeader("ETag");
    context.header("Content-Language", language);
    if (problem.retryAfterSeconds() != null) {
      context.header("Retry-After", String.valueOf(problem.retryAfterSeconds()));
    }
    context.contentType(Problem.MEDIA_TYPE);
    context.result(bytes(problem, language));
  }

  /** The language asked for, whatever else was wrong with the question. */
  private static String language(Context context) {
    String asked =
        QueryString.parse(context.queryString(), new ArrayList<>()).getOrDefault("lang", "");
    return asked.equals(Languages.CHINESE) || asked.equals(Languages.ENGLISH)
        ? asked
        : Languages.of(context.header("Accept-Language"));
  }

  /** For what is so wrong that Javalin does not treat it as a request any more. */
  static void writeError(HttpServletResponse response, Error error) {
    LOG.error("A request failed", error);
    if (response.isCommitted()) {
      return;
    }
    try {
      response.setStatus(500);
      response.setContentType(Problem.MEDIA_TYPE);
      response.getOutputStream().write(bytes(ofStatus(500), Languages.ENGLISH));
    } catch (IOException e) {
      LOG.debug("Nobody is there to hear of it", e);
    }
  }

  static byte[] bytes(Problem problem, String language) {
    try {
      return JSON.writeValueAsString(problem.toJson(language)).getBytes(StandardCharsets.UTF_8);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("text and numbers can be written", e);
    }
  }
}
