package org.lifecircle.model.programme;

/**
 * Which compound, or which lift, a figure of the ledger that is about one of them is read from.
 *
 * @param id {@code walls}, {@code fees} or {@code lift}
 * @param of id of the compound or of the lift's record
 */
public record Story(String id, String of) implements ProgrammeRecord {

  public Story {
    Rules.require(
        id.equals("walls") || id.equals("fees") || id.equals("lift"),
        "id 须为 walls、fees 或 lift",
        "the id is walls, fees or lift");
  }
}
