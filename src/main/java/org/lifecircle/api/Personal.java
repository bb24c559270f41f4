package org.lifecircle.api;

import org.lifecircle.model.programme.Consent;
import org.lifecircle.model.programme.LiftPlan;
import org.lifecircle.model.programme.Programme;
import org.lifecircle.model.programme.ProgrammeRecord;

/** Which records hold anything about persons. */
final class Personal {

  private Personal() {}

  /** Whether only the registrar may write, and read as it is, this record. */
  static boolean isIn(ProgrammeRecord record) {
    if (Programme.kind(record).personal()) {
      return true;
    }
    if (record instanceof Consent consent) {
      return consent.person() != null;
    }
    return record instanceof LiftPlan lift
        && (lift.compensation() != null
            || lift.flats().stream().anyMatch(flat -> flat.person() != null));
  }
}
