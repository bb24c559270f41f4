package org.lifecircle.siting;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.lifecircle.model.Candidate;
import org.lifecircle.model.RenewalRules;
import org.lifecircle.model.StudyArea;

/** The works that a request for a plan names by their ids, or by those of their things alone. */
public final class NamedWorks {

  private final StudyArea area;
  private final RenewalRules renewal;
  private final PlanRequest request;
  private final WorkList list; // without candidates

  /** Those of a request for an area. */
  public NamedWorks(StudyArea area, RenewalRules renewal, PlanRequest request) {
    this.area = area;
    this.renewal = renewal;
    this.request = request;
    list = new WorkList(area, renewal.costs(), request.agreed());
    list.addGates(named(), place -> place);
  }

  private Set<String> named() {
    Set<String> named = new TreeSet<>(request.fixed());
    named.addAll(request.forbidden());
    return named;
  }

  /**
   * The ids that are no work here: neither anything that may go or be opened, nor one of some
   * candidates.
   */
  public Set<String> unknown(List<Candidate> candidates) {
    WorkList all = new WorkList(area, renewal.costs(), Set.of());
    Set<String> unknown = named();
    all.add(candidates, 0, unknown, place -> place);
    all.addGates(unknown, place -> place);
    unknown.removeIf(id -> all.number(id) >= 0);
    return unknown;
  }

  /** The ids of works that must be done, but not without a consent that is not there. */
  public Set<String> notAgreed() {
    Set<String> fixed = new TreeSet<>(request.agreedOnly() ? request.fixed() : List.of());
    fixed.removeIf(id -> list.number(id) < 0 || list.works().get(list.number(id)).agreed());
    return fixed;
  }

  /** The ids of works that are both fixed and forbidden, by whatever name. */
  public Set<String> contradictions() {
    Set<String> forbidden = names(request.forbidden());
    Set<String> both = names(request.fixed());
    both.retainAll(forbidden);
    return both;
  }

  /** The ids in a list that name a work named before, by another name. */
  public Set<String> repeated(List<String> ids) {
    Set<String> seen = new HashSet<>();
    Set<String> repeated = new TreeSet<>();
    ids.stream().filter(id -> !seen.add(name(id))).forEach(repeated::add);
    return repeated;
  }

  private Set<String> names(Collection<String> ids) {
    Set<String> names = new TreeSet<>();
    ids.forEach(id -> names.add(name(id)));
    return names;
  }

  /** A work's own id. */
  private String name(String id) {
    return list.number(id) >= 0
        ? list.works().get(list.number(id)).id()
        : "candidates:" + id.replaceFirst("^candidates:", "");
  }
}
