package org.lifecircle;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.lifecircle.api.JsonText;
import org.lifecircle.api.ProblemException;
import org.lifecircle.model.BadInputException;
import org.lifecircle.model.Fault;
import org.lifecircle.model.Text;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParseResult;

/** Tells what went wrong, one fault a line, and with which exit code. */
final class Complaints implements IExecutionExceptionHandler {

  static final int DONE = 0;
  static final int OURS = 1;
  static final int BAD_USAGE = 2;
  static final int BAD_INPUT = 3;

  /** The user said something that cannot be done. */
  static final class UsageException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    UsageException(String zh, String en) {
      super(say(new Text(zh, en)));
    }
  }

  @Override
  public int handleExecutionException(Exception e, CommandLine command, ParseResult parsed)
      throws Exception {
    PrintWriter err = command.getErr();
    if (e instanceof BadInputException bad) {
      bad.faults().forEach(fault -> err.println(line(fault)));
      if (command.getParseResult().hasMatchedOption("--json")) {
        command.getOut().println(JsonText.of(Map.of("errors", json(bad.faults()))));
        command.getOut().flush();
      }
      return BAD_INPUT;
    }
    if (e instanceof ProblemException problem) {
      problem.reasons().forEach(reason -> err.println(say(reason)));
      return problem.status() == 422 ? BAD_INPUT : BAD_USAGE;
    }
    if (e instanceof UsageException) {
      err.println(e.getMessage());
      return BAD_USAGE;
    }
    if (e instanceof UncheckedIOException || e instanceof IOException) {
      Throwable cause = e.getCause() == null ? e : e.getCause();
      err.println(
          say("读写失败：", "cannot read or write: ")
              + cause.getMessage()
              + " ("
              + cause.getClass().getSimpleName()
              + ")");
      return OURS;
    }
    throw e;
  }

  private static List<Map<String, Object>> json(List<Fault> faults) {
    List<Map<String, Object>> errors = new ArrayList<>();
    for (Fault fault : faults) {
      Map<String, Object> error = new LinkedHashMap<>();
      error.put("file", fault.file());
      error.put("layer", Objects.requireNonNullElse(fault.layer(), ""));
      error.put("feature_id", Objects.requireNonNullElse(fault.feature(), ""));
      error.put("pointer", fault.pointer());
      error.put("reason_zh", fault.reason().zh());
      error.put("reason_en", fault.reason().en());
      errors.add(error);
    }
    return errors;
  }

  /** File, layer, feature, and what is wrong. */
  private static String line(Fault fault) {
    StringBuilder line = new StringBuilder(fault.file());
    if (fault.layer() != null) {
      line.append(" / ").append(fault.layer());
    }
    if (fault.feature() != null) {
      line.append(" / ").append(fault.feature());
    }
    if (!fault.pointer().isEmpty()) {
      line.append(' ').append(fault.pointer());
    }
    return line.append(": ").append(say(fault.reason())).toString();
  }

  /** In the language of whoever sits there. */
  static String say(Text text) {
    return text.in(Locale.getDefault().getLanguage());
  }

  static String say(String zh, String en) {
    return say(new Text(zh, en));
  }
}
