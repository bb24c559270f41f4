package org.lifecircle.model;

/** What a tier means in metres and minutes, for requirements that name no limit of their own. */
public record TierLimit(Tier tier, int metres, int minutes, Provenance provenance) {

  public TierLimit {
    if (tier == Tier.BLOCK) {
      throw new BadValueException(
          "街坊没有步行限值，只看有无", "a block has no walking limit: it is judged by presence");
    }
    if (metres <= 0 || minutes <= 0) {
      throw new BadValueException("层级限值须为正数", "a tier's limits must be positive");
    }
  }
}
