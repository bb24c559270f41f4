package org.lifecircle.renewal;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One figure of the ledger.
 *
 * @param value null when there is nothing to compute it from
 * @param before what it was before the works, where that is part of the figure
 * @param text the value in words where a number does not say it: years, a date
 * @param about the compound or lift it is read from; null for the part that was asked about
 * @param records it rests on, as {@code kind/id}, sorted
 */
public record LedgerFigure(
    Figure figure,
    @Nullable Double value,
    @Nullable Double before,
    @Nullable String text,
    @Nullable String about,
    List<String> records) {

  public LedgerFigure {
    records = records.stream().sorted().distinct().toList();
  }

  static LedgerFigure count(Figure figure, double value, List<String> records) {
    return new LedgerFigure(figure, value, null, null, null, records);
  }

  static LedgerFigure of(
      Figure figure, @Nullable Double value, String about, List<String> records) {
    return new LedgerFigure(figure, value, null, null, about, records);
  }

  /** There is nothing to compute it from. */
  static LedgerFigure none(Figure figure) {
    return new LedgerFigure(figure, null, null, null, null, List.of());
  }
}
