package org.lifecircle.siting;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lifecircle.model.Candidate;
import org.lifecircle.model.Facility;
import org.lifecircle.model.Text;

/**
 * What a question of location-allocation came to. Walks are in millimetres or milliseconds, as the
 * group is judged by.
 *
 * @param timed whether walks are judged by the clock
 * @param cutoff how far people may walk; null where it plays no part
 * @param chosen the sites, those that stand today among them
 * @param residents all who could be served by some site at all
 * @param residentsUnreachable whom no site reaches, however far
 * @param residentsServed who are served by the sites chosen
 * @param meanWalk of those who are served
 * @param longestWalk of those who are served
 * @param gap how far the answer may be from the best, 0–1
 * @param sitesConsidered how many there were to choose from
 * @param whyNothing why nothing was found; null when something was
 */
public record Located(
    boolean timed,
    @Nullable Integer cutoff,
    List<Chosen> chosen,
    double residents,
    double residentsUnreachable,
    double residentsServed,
    double meanWalk,
    int longestWalk,
    double gap,
    int sitesConsidered,
    @Nullable Text whyNothing) {

  /**
   * A site that was chosen.
   *
   * @param candidate what would be built; null of a facility that stands
   */
  public record Chosen(
      Facility facility, @Nullable Candidate candidate, double residents, double meanWalk) {}

  public Located {
    chosen = List.copyOf(chosen);
  }

  /** What building costs. */
  public double costYuan() {
    return chosen.stream()
        .map(Chosen::candidate)
        .filter(candidate -> candidate != null)
        .mapToDouble(Candidate::costYuan)
        .sum();
  }
}
