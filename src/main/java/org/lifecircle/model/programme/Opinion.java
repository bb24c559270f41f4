package org.lifecircle.model.programme;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What one household said. All of it is personal.
 *
 * @param household as the registrar knows it; a household is heard once on each thing
 * @param about the kind of facility wished for, the wall or structure ({@code walls:w-1}), or the
 *     entrance
 * @param stance null for a wish
 * @param text in its own words
 */
public record Opinion(
    String id,
    String compoundId,
    String household,
    @Nullable String person,
    OpinionTopic topic,
    String about,
    @Nullable Stance stance,
    @Nullable String text,
    LocalDate givenOn)
    implements ProgrammeRecord {

  public Opinion {
    Rules.id(id);
    Rules.require(
        (topic == OpinionTopic.WISH) == (stance == null),
        "愿望不带 stance；对拆除和加梯的意见须为 support 或 oppose",
        "a wish has no stance; an opinion about a demolition or a lift is support or oppose");
  }
}
