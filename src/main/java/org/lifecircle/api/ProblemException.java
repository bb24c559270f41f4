package org.lifecircle.api;

import java.util.ArrayList;
import java.util.List;
import org.lifecircle.model.Text;

/** A request that cannot be answered, and why. */
public final class ProblemException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient Problem problem;

  ProblemException(Problem problem) {
    super(problem.toJson("en").toString());
    this.problem = problem;
  }

  Problem problem() {
    return problem;
  }

  /** The HTTP status it has. */
  public int status() {
    return problem.status();
  }

  /** All that is wrong, each in a line of its own. */
  public List<Text> reasons() {
    List<Text> reasons = new ArrayList<>();
    for (Complaint complaint : problem.complaints()) {
      String about = complaint.pointer().substring(complaint.pointer().lastIndexOf('/') + 1);
      Text reason = complaint.reason();
      reasons.add(new Text(about + "：" + reason.zh(), about + ": " + reason.en()));
    }
    return reasons.isEmpty() ? List.of(problem.detail()) : reasons;
  }
}
