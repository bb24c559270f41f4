package org.lifecircle.api;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.lifecircle.model.JudgedBy;
import org.lifecircle.model.Layer;
import org.lifecircle.model.Requirement;
import org.lifecircle.model.programme.Agreed;
import org.lifecircle.model.programme.ProgrammeRules;
import org.lifecircle.renewal.PublicOpinion;

/** What the records of the programme say that a plan heeds. */
final class PlanRecords {

  private PlanRecords() {}

  /** Ids of the works to which everybody who was asked has agreed by today. */
  static Set<String> agreed(OpenArea area) {
    Agreed agreed = Agreed.of(area.area(), area.programme(), Days.today());
    Set<String> ids = new TreeSet<>();
    agreed.walls().forEach(id -> ids.add(Layer.WALLS.code() + ":" + id));
    agreed.structures().forEach(id -> ids.add(Layer.ILLEGAL_STRUCTURES.code() + ":" + id));
    return ids;
  }

  /** The weights, more where residents wish for a kind that the requirement accepts. */
  static Map<String, Double> heeding(Map<String, Double> weights, OpenArea area) {
    ProgrammeRules rules = area.renewal().programme();
    Map<String, Double> wishes = PublicOpinion.weights(area.programme(), rules.minimumPeople());
    Map<String, Double> heeding = new TreeMap<>(weights);
    for (Requirement requirement : area.standard().requirements()) {
      double wanted =
          requirement.accepts().stream()
              .mapToDouble(kind -> wishes.getOrDefault(kind, 0.0))
              .max()
              .orElse(0);
      if (wanted > 0 && requirement.judgedBy() != JudgedBy.RATE) {
        double own = weights.getOrDefault(requirement.id(), 1.0);
        heeding.put(requirement.id(), own * (1 + rules.wishWeight() * wanted));
      }
    }
    return heeding;
  }
}
