package org.lifecircle.io.policy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lifecircle.model.FacilityKind;
import org.lifecircle.model.JudgedBy;
import org.lifecircle.model.Limit;
import org.lifecircle.model.LimitFrom;
import org.lifecircle.model.Minimum;
import org.lifecircle.model.Obligation;
import org.lifecircle.model.Requirement;
import org.lifecircle.model.Text;
import org.lifecircle.model.Tier;
import org.lifecircle.model.TierLimit;

/**
 * Reads one requirement, and decides how it is judged: utilities by rate; a block's by presence,
 * unless it names metres of its own, which say more; all others by the walk, within their own
 * metres or else their tier's.
 */
final class RequirementReader {

  // In the place of what is missing because something else is faulty; never used.
  private static final Text UNKNOWN = new Text("?", "?");
  private static final Limit STAND_IN = new Limit(1, null, LimitFrom.OWN);

  private final Provenances provenances;
  private final List<TierLimit> tiers;
  private final Map<String, FacilityKind> kinds;
  private final boolean complete;

  /**
   * A reader of the requirements of one standard.
   *
   * @param complete false where kinds or tiers have faults of their own: then what is not among
   *     them is no fault of a requirement
   */
  RequirementReader(
      Provenances provenances,
      List<TierLimit> tiers,
      Map<String, FacilityKind> kinds,
      boolean complete) {
    this.provenances = provenances;
    this.tiers = tiers;
    this.kinds = kinds;
    this.complete = complete;
  }

  Requirement read(PolicyNode node) {
    List<FacilityKind> accepted = accepted(node);
    Tier tier = node.code("tier", Tier.class);
    Optional<Integer> ownMetres = node.findWholeNumber("limit_m", 1, 20_000);
    JudgedBy judgedBy = judgedBy(accepted, tier, ownMetres.isPresent());
    return new Requirement(
        node.id(),
        name(node, accepted),
        tier,
        node.texts("accepts"),
        node.code("obligation", Obligation.class),
        judgedBy,
        limit(node, tier, ownMetres, judgedBy),
        new Minimum(
            node.findNumber("min_land_area_m2", 0, 10_000_000).orElse(null),
            node.findNumber("min_width_m", 0, 1000).orElse(null),
            node.findNumber("min_m2_per_resident", 0, 100).orElse(null)),
        provenances.read(node));
  }

  /** Its own, else that of the first kind it accepts. */
  private static Text name(PolicyNode node, List<FacilityKind> accepted) {
    return node.has("name")
        ? node.words("name")
        : accepted.stream().findFirst().map(FacilityKind::name).orElse(UNKNOWN);
  }

  private List<FacilityKind> accepted(PolicyNode node) {
    List<String> ids = node.texts("accepts");
    List<FacilityKind> known = new ArrayList<>();
    for (String id : ids) {
      FacilityKind kind = kinds.get(id);
      if (kind != null) {
        known.add(kind);
      } else if (complete) {
        node.fault(
            "accepts",
            "未知的设施类别“" + id + "”，请先在 kinds 中列出",
            "unknown kind '" + id + "'; list it under kinds first");
      }
    }
    if (ids.isEmpty()) {
      node.fault("accepts", "至少列出一个设施类别", "at least one kind is needed");
    } else if (known.stream().map(FacilityKind::walkedTo).distinct().count() > 1) {
      node.fault(
          "accepts",
          "步行到达的与不需步行到达的设施不能互相替代",
          "kinds that are walked to and kinds that are not cannot stand in for each other");
    }
    return known;
  }

  private static JudgedBy judgedBy(List<FacilityKind> accepted, Tier tier, boolean hasOwnMetres) {
    if (!accepted.isEmpty() && !accepted.get(0).walkedTo()) {
      return JudgedBy.RATE;
    }
    return tier == Tier.BLOCK && !hasOwnMetres ? JudgedBy.PRESENCE : JudgedBy.WALK;
  }

  private Limit limit(PolicyNode node, Tier tier, Optional<Integer> ownMetres, JudgedBy judgedBy) {
    if (judgedBy == JudgedBy.RATE) {
      return ownMetres.map(metres -> new Limit(metres, null, LimitFrom.OWN)).orElse(Limit.NONE);
    }
    if (judgedBy == JudgedBy.PRESENCE) {
      return Limit.NONE;
    }
    Optional<TierLimit> usual = tiers.stream().filter(t -> t.tier() == tier).findFirst();
    Integer minutes = usual.map(TierLimit::minutes).orElse(null);
    if (ownMetres.isPresent()) {
      return new Limit(ownMetres.get(), minutes, LimitFrom.OWN);
    }
    if (usual.isEmpty()) {
      if (complete && node.has("tier")) {
        node.fault(
            "tier",
            "tiers 中没有层级 " + tier.code() + " 的限值",
            "tier " + tier.code() + " has no limit under tiers");
      }
      return STAND_IN;
    }
    return new Limit(usual.get().metres(), minutes, LimitFrom.TIER);
  }
}
