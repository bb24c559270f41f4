package org.lifecircle.model.programme;

import org.lifecircle.model.Coded;
import org.lifecircle.model.Text;

/** The kinds of record there are, with their place in addresses and files. */
public enum RecordKind implements Coded {
  OPINIONS("opinions", Opinion.class, true, "居民意见", "Residents' opinions"),
  VOTES("votes", Ballot.class, true, "业主表决", "Owners' votes"),
  CONSENTS("consents", Consent.class, false, "产权单位同意", "Owner units' consents"),
  WORKS("works", Work.class, false, "改造工程", "Works"),
  LIFTS("lifts", LiftPlan.class, false, "加装电梯", "Lifts"),
  MANAGEMENT("management", Management.class, false, "物业管理", "Property management"),
  BRANCHES("branches", PartyBranch.class, false, "党支部", "Party branches"),
  TASKS("tasks", YearTask.class, false, "年度任务", "Tasks of the year"),
  CLUBS("clubs", Club.class, false, "居民团队", "Residents' clubs"),
  STORIES("stories", Story.class, false, "典型案例", "Stories");

  private final String code;
  private final Class<? extends ProgrammeRecord> type;
  private final boolean personal;
  private final String titleZh;
  private final String titleEn;

  RecordKind(
      String code,
      Class<? extends ProgrammeRecord> type,
      boolean personal,
      String titleZh,
      String titleEn) {
    this.code = code;
    this.type = type;
    this.personal = personal;
    this.titleZh = titleZh;
    this.titleEn = titleEn;
  }

  @Override
  public String code() {
    return code;
  }

  /** The record it is. */
  public Class<? extends ProgrammeRecord> type() {
    return type;
  }

  /** Whether each record as a whole is about persons, and only sums may be told. */
  public boolean personal() {
    return personal;
  }

  /** What people call it. */
  public Text title() {
    return new Text(titleZh, titleEn);
  }
}
