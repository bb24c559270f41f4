package org.lifecircle.siting;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.lifecircle.model.Group;

/**
 * What a plan is asked to do, and what binds it.
 *
 * @param budgetYuan money at most
 * @param requirements ids of those that count; all that are judged when empty
 * @param groups ids of those at whose pace people walk: the planning group by metres, others by
 *     minutes
 * @param weights by requirement: how much one person counts; 1 where none is given
 * @param fixed ids of works that must be done
 * @param forbidden ids of works that must not
 * @param agreedOnly whether only works are done to which all owners have agreed
 * @param agreed owners who have, and ids of works to whom all have
 * @param kinds ids of what may be built; all that there are candidates of when null
 * @param mostBuiltPerCompound facilities in one compound at most; null for any number
 * @param mostYuanPerCompound money spent in or at the edge of one compound at most; null for any
 * @param countsPlaces whether what is built serves no more than its places are enough for
 * @param places by kind, of each facility that is built; those of other kinds serve any number
 * @param minDistanceMetres between facilities of one kind that are built
 */
public record PlanRequest(
    double budgetYuan,
    List<String> requirements,
    List<String> groups,
    Map<String, Double> weights,
    List<String> fixed,
    List<String> forbidden,
    boolean agreedOnly,
    Set<String> agreed,
    @Nullable List<String> kinds,
    @Nullable Integer mostBuiltPerCompound,
    @Nullable Double mostYuanPerCompound,
    double minDistanceMetres,
    boolean countsPlaces,
    Map<String, Double> places) {

  public PlanRequest {
    requirements = List.copyOf(requirements);
    groups = groups.isEmpty() ? List.of(Group.PLANNING) : List.copyOf(groups);
    weights = new TreeMap<>(weights);
    places = new TreeMap<>(places);
    fixed = List.copyOf(fixed);
    forbidden = List.copyOf(forbidden);
    agreed = new TreeSet<>(agreed);
    kinds = kinds == null ? null : List.copyOf(kinds);
  }

  /** The same, with so much money. */
  public PlanRequest withBudget(double yuan) {
    return new PlanRequest(
        yuan,
        requirements,
        groups,
        weights,
        fixed,
        forbidden,
        agreedOnly,
        agreed,
        kinds,
        mostBuiltPerCompound,
        mostYuanPerCompound,
        minDistanceMetres,
        countsPlaces,
        places);
  }
}
