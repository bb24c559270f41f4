package org.lifecircle.siting;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lifecircle.model.Coded;

/**
 * A question of location-allocation about an area's own people.
 *
 * @param requirement id of the one that says what is looked for, and how far people may walk
 * @param group id: the planning group by metres, others by minutes
 * @param count facilities at most; null where money alone counts, or everybody is to be served
 * @param budgetYuan money at most; null for any
 * @param limit how far people may walk, in metres or minutes; null as the requirement says
 * @param existing what those are to it that stand today
 * @param capacity residents one facility serves at most; null for any number
 * @param fixed ids of sites that must be chosen
 * @param forbidden ids of sites that must not
 */
public record LocationRequest(
    Problem problem,
    String requirement,
    String group,
    @Nullable Integer count,
    @Nullable Double budgetYuan,
    @Nullable Double limit,
    Existing existing,
    @Nullable Double capacity,
    List<String> fixed,
    List<String> forbidden) {

  public LocationRequest {
    fixed = List.copyOf(fixed);
    forbidden = List.copyOf(forbidden);
  }

  /** What is asked. */
  public enum Problem implements Coded {
    /** The most residents within the limit: MCLP. */
    MAXIMAL_COVERING("maximal_covering"),
    /** Everybody within the limit whom any site reaches, for the least: LSCP. */
    SET_COVERING("set_covering"),
    /** The least sum of walks. */
    P_MEDIAN("p_median"),
    /** The longest walk the shortest. */
    P_CENTRE("p_centre");

    private final String code;

    Problem(String code) {
      this.code = code;
    }

    @Override
    public String code() {
      return code;
    }

    /** Whether it asks how many lie within a limit. */
    public boolean isCovering() {
      return this == MAXIMAL_COVERING || this == SET_COVERING;
    }
  }

  /** What standing facilities are to a question. */
  public enum Existing implements Coded {
    /** They stay and serve; only what is added is counted. */
    KEEP("keep"),
    /** They are sites to choose from like all others. */
    CHOOSE("choose"),
    /** As if they were not there. */
    IGNORE("ignore");

    private final String code;

    Existing(String code) {
      this.code = code;
    }

    @Override
    public String code() {
      return code;
    }
  }
}
