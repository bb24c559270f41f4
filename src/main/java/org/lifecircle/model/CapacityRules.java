package org.lifecircle.model;

import java.util.List;

/**
 * How the places of facilities are shared out among the people who can walk there.
 *
 * @param weights of the zones a catchment is divided into, all equally wide, the nearest first:
 *     positive, never rising
 * @param decay where the weights come from
 * @param users by kind, each kind once
 * @param others the users of any other kind
 */
public record CapacityRules(
    List<Double> weights, Provenance decay, List<PlaceUsers> users, PlaceUsers others) {

  public CapacityRules {
    weights = List.copyOf(weights);
    users = List.copyOf(users);
    if (weights.isEmpty()) {
      throw new BadValueException("至少须有一个距离权重", "there must be at least one weight");
    }
    double last = 1;
    for (double weight : weights) {
      if (!(weight > 0 && weight <= last)) {
        throw new BadValueException(
            "距离权重须大于 0、不大于 1，且由近到远不增", "weights are within 0 to 1 and never rise with distance");
      }
      last = weight;
    }
    if (users.stream().map(PlaceUsers::kind).distinct().count() < users.size()) {
      throw new BadValueException("服务对象的设施类别重复", "a kind has its users twice");
    }
  }

  /** Who the places of a kind are for. */
  public PlaceUsers users(String kind) {
    return users.stream().filter(u -> u.kind().equals(kind)).findFirst().orElse(others);
  }

  /**
   * How many residents of all ages so many places are enough for: the places ÷ places per person ÷
   * the share of residents who use them. Where no policy says how many places a person should find,
   * each of those the kind is for takes one.
   *
   * @return infinite where nobody uses the places of the kind
   */
  public double residentsServed(String kind, double places) {
    PlaceUsers its = users(kind);
    Double perPerson = its.placesPerPerson();
    double share = its.from() == AgeBand.RESIDENTS ? its.share() : its.shareOfResidents();
    double perResident = (perPerson == null ? 1 : perPerson) * share;
    return perResident == 0 ? Double.POSITIVE_INFINITY : places / perResident;
  }

  /**
   * The weight of a walk.
   *
   * @param walk millimetres or milliseconds, at most the limit
   * @param limit in the same unit
   */
  public double weight(int walk, int limit) {
    int zones = weights.size();
    int zone = 0;
    while (zone + 1 < zones && (long) walk * zones > (long) limit * (zone + 1)) {
      zone++;
    }
    return weights.get(zone);
  }
}
