package org.lifecircle.api;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.lifecircle.model.Text;
import org.lifecircle.siting.NamedWorks;
import org.lifecircle.siting.PlanRequest;

/** What is wrong with a request for a plan that only the area can tell. */
final class PlanComplaints {

  private PlanComplaints() {}

  /** All of it. */
  static List<Complaint> of(OpenArea area, PlanRequest request) {
    NamedWorks named = new NamedWorks(area.area(), area.renewal(), request);
    List<Complaint> complaints = new ArrayList<>();
    for (String id : unknown(area, named, request)) {
      complaints.add(
          new Complaint(
              request.fixed().contains(id) ? "/fixed" : "/forbidden",
              new Text(
                  "没有可拆、可开或可建的“" + Parameters.shown(id) + "”",
                  "'" + Parameters.shown(id) + "' is nothing that can go, be opened or be built")));
    }
    complaints.addAll(repeated(named, "/fixed", request.fixed()));
    complaints.addAll(repeated(named, "/forbidden", request.forbidden()));
    for (String id : named.contradictions()) {
      complaints.add(
          new Complaint(
              "/fixed",
              new Text(
                  "“" + Parameters.shown(id) + "”既要求实施又禁止实施",
                  "'" + Parameters.shown(id) + "' is both fixed and forbidden")));
    }
    for (String id : named.notAgreed()) {
      complaints.add(
          new Complaint(
              "/fixed",
              new Text(
                  "“" + Parameters.shown(id) + "”须实施，但 agreed_only 要求产权人已同意",
                  "'" + Parameters.shown(id) + "' is fixed, but agreed_only asks for consent")));
    }
    return complaints;
  }

  /**
   * Only where an id could be that of a candidate it is found out which there are: that is long.
   */
  private static Set<String> unknown(OpenArea area, NamedWorks named, PlanRequest request) {
    Set<String> unknown = named.unknown(List.of());
    return unknown.stream().noneMatch(id -> couldBeCandidate(area, id))
        ? unknown
        : named.unknown(Plans.candidates(area, Plans.kinds(area, request), share -> {}));
  }

  private static List<Complaint> repeated(NamedWorks named, String pointer, List<String> ids) {
    List<Complaint> complaints = new ArrayList<>();
    for (String id : named.repeated(ids)) {
      complaints.add(
          new Complaint(
              pointer,
              new Text(
                  "“" + Parameters.shown(id) + "”与前面重复",
                  "'" + Parameters.shown(id) + "' is named before by another name")));
    }
    return complaints;
  }

  /** Whether a candidate might have this id; which there are takes long to find out. */
  static boolean couldBeCandidate(OpenArea area, String id) {
    String[] parts = id.replaceFirst("^candidates:", "").split("/", -1);
    return parts.length == 3
        && parts[2].matches("[0-9]{1,6}")
        && area.standard().kinds().stream().anyMatch(kind -> kind.id().equals(parts[1]));
  }
}
