package org.lifecircle.api;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.lifecircle.model.Text;

/**
 * What went wrong, as RFC 9457 tells it.
 *
 * @param status mostly that of the kind; Jetty has finer ones of its own
 * @param detail what to do about it
 * @param complaints all that is wrong, at once
 * @param retryAfterSeconds null when trying again will not help
 */
record Problem(
    ProblemKind kind,
    int status,
    Text detail,
    List<Complaint> complaints,
    @Nullable Integer retryAfterSeconds) {

  static final String MEDIA_TYPE = "application/problem+json";

  Problem {
    complaints = List.copyOf(complaints);
  }

  static Problem of(ProblemKind kind, String zh, String en) {
    return new Problem(kind, kind.status(), new Text(zh, en), List.of(), null);
  }

  static Problem badQuery(List<Complaint> complaints) {
    return of(ProblemKind.BAD_QUERY, "请按 errors 中所列逐项更正", "Correct what errors lists")
        .with(complaints);
  }

  Problem with(List<Complaint> newComplaints) {
    return new Problem(kind, status, detail, newComplaints, retryAfterSeconds);
  }

  Problem retryAfter(int seconds) {
    return new Problem(kind, status, detail, complaints, seconds);
  }

  ProblemException asException() {
    return new ProblemException(this);
  }

  /** The body, in the language of whoever asked. */
  Map<String, Object> toJson(String language) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("type", kind.type());
    json.put("title", kind.title().in(language));
    json.put("status", status);
    json.put("detail", detail.in(language));
    if (!complaints.isEmpty()) {
      List<Map<String, String>> errors = new ArrayList<>();
      for (Complaint complaint : complaints) {
        Map<String, String> error = new LinkedHashMap<>();
        error.put("pointer", complaint.pointer());
        error.put("reason", complaint.reason().in(language));
        errors.add(error);
      }
      json.put("errors", errors);
    }
    return json;
  }
}
