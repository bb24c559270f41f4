package org.lifecircle.model;

/** What a tier means in metres and minutes, for requirements that name no limit of their own. */
public record TierLimit(Tier tier, int metres, int minutes, Provenance provenance) {

  public TierLimit {
    if (tier == Tier.BLOCK) {
      throw new IllegalArgumentException("a block has no walking limit: it is judged by presence");
    }
    if (metres <= 0 || minutes <= 0) {
      throw new IllegalArgumentException("a tier's limits must be positive");
    }
  }
}
