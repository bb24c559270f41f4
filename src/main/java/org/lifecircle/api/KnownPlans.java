package org.lifecircle.api;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.lifecircle.siting.Plan;
import org.lifecircle.siting.PlanRequest;
import org.lifecircle.siting.Work;

/**
 * The plans made for one dataset version: the same question with more money starts from them, so
 * that it never covers fewer. Safe for threads.
 */
final class KnownPlans {

  private final Map<PlanRequest, NavigableMap<Double, List<String>>> byQuestion = new HashMap<>();

  /** The works of plans for the same question and no more money. */
  synchronized List<List<String>> within(PlanRequest request) {
    NavigableMap<Double, List<String>> known =
        byQuestion.getOrDefault(request.withBudget(0), new TreeMap<>());
    return List.copyOf(known.headMap(request.budgetYuan(), true).values());
  }

  synchronized void add(PlanRequest request, Plan plan) {
    byQuestion
        .computeIfAbsent(request.withBudget(0), r -> new TreeMap<>())
        .put(request.budgetYuan(), plan.works().stream().map(Work::id).toList());
  }
}
