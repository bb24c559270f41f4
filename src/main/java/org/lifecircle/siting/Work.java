package org.lifecircle.siting;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lifecircle.model.Candidate;
import org.lifecircle.model.Change;
import org.locationtech.jts.geom.Geometry;

/**
 * One thing a plan may do 工程: take down a wall or structure, open or make a gate, build on a
 * candidate.
 *
 * @param id as a request names it: {@code walls:ID}, {@code illegal_structures:ID}, {@code
 *     gates:ID}, {@code candidates:ID}
 * @param change that does it
 * @param cents what it alone costs, without what it needs
 * @param owners who must agree, sorted
 * @param agreed whether nobody is left to be convinced
 * @param needs ids of works that have to be done for it
 * @param compounds ids of those it is in or at the edge of, sorted
 * @param candidate what is built; null for all else
 */
public record Work(
    String id,
    Change change,
    long cents,
    List<String> owners,
    boolean agreed,
    List<String> needs,
    List<String> compounds,
    @Nullable Candidate candidate,
    Geometry geometry) {

  public Work {
    owners = List.copyOf(owners);
    needs = List.copyOf(needs);
    compounds = List.copyOf(compounds);
  }
}
