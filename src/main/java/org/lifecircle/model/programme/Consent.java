package org.lifecircle.model.programme;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.lifecircle.model.Layer;

/**
 * What the owner of a wall or a structure says to its demolition.
 *
 * @param layer walls or illegal structures
 * @param featureId of the thing; a wall that was cut into pieces at import may be named as a whole
 * @param ownerUnit the organisation asked; null when it is a person
 * @param person the person asked, or the unit's contact; personal
 * @param doneOn when the work was carried out
 */
public record Consent(
    String id,
    Layer layer,
    String featureId,
    @Nullable String ownerUnit,
    @Nullable String person,
    LocalDate askedOn,
    @Nullable LocalDate answeredOn,
    boolean agreed,
    @Nullable LocalDate doneOn,
    @Nullable String document)
    implements ProgrammeRecord {

  public Consent {
    Rules.id(id);
    Rules.require(
        layer == Layer.WALLS || layer == Layer.ILLEGAL_STRUCTURES,
        "只对围墙（walls）和违建（illegal_structures）征求同意",
        "consent is asked for walls and illegal_structures");
    Rules.require(
        ownerUnit != null || person != null,
        "须有 owner_unit 或 person",
        "owner_unit or person is needed");
    Rules.inOrder(askedOn, answeredOn, "asked_on", "answered_on");
    Rules.needs(answeredOn, doneOn, "answered_on", "done_on");
    Rules.require(
        doneOn == null || agreed, "拒绝的不会完成（done_on）", "what was refused is not done (done_on)");
  }

  /** How far it is at the end of a day; null when nobody was asked yet. */
  public @Nullable ConsentStatus status(LocalDate day) {
    if (askedOn.isAfter(day)) {
      return null;
    }
    if (!Rules.by(answeredOn, day)) {
      return ConsentStatus.ASKED;
    }
    if (!agreed) {
      return ConsentStatus.REFUSED;
    }
    return Rules.by(doneOn, day) ? ConsentStatus.DONE : ConsentStatus.AGREED;
  }
}
