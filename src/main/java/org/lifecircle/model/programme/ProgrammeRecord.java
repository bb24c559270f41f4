package org.lifecircle.model.programme;

/** One record of a renewal programme. */
public sealed interface ProgrammeRecord
    permits Opinion,
        Ballot,
        Consent,
        Work,
        LiftPlan,
        Management,
        PartyBranch,
        YearTask,
        Club,
        Story {

  /** Unique among the records of its kind. */
  String id();
}
