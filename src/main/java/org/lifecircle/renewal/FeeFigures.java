package org.lifecircle.renewal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.lifecircle.model.programme.Club;
import org.lifecircle.model.programme.FeePeriod;
import org.lifecircle.model.programme.Programme;
import org.lifecircle.model.programme.Work;
import org.lifecircle.model.programme.WorkItem;

/** The figures of one compound whose fees are told: who pays, how much, and since which works. */
final class FeeFigures {

  private final Programme programme;
  private final LocalDate day;

  FeeFigures(Programme programme, LocalDate day) {
    this.programme = programme;
    this.day = day;
  }

  LedgerFigure feeRate(String compound) {
    FeeHistory fees = FeeHistory.of(compound, programme, day);
    FeePeriod first = fees.first();
    FeePeriod last = fees.last();
    if (first == null || last == null) {
      return LedgerFigure.none(Figure.FEES_HOUSEHOLD_RATE);
    }
    return new LedgerFigure(
        Figure.FEES_HOUSEHOLD_RATE,
        FeeHistory.householdRate(last),
        FeeHistory.householdRate(first),
        null,
        compound,
        fees.records());
  }

  LedgerFigure feePerMonth(String compound) {
    FeeHistory fees = FeeHistory.of(compound, programme, day);
    FeePeriod last = fees.last();
    return last == null
        ? LedgerFigure.none(Figure.FEES_PER_MONTH_YUAN)
        : LedgerFigure.of(
            Figure.FEES_PER_MONTH_YUAN,
            FeeHistory.yuanPerHouseholdMonth(last),
            compound,
            fees.records());
  }

  LedgerFigure started(String compound) {
    LocalDate first = null;
    List<String> records = new ArrayList<>();
    for (Work work : Work.at(compound, programme)) {
      for (WorkItem item : work.items()) {
        LocalDate started = item.startedOn();
        if (started != null && WorksDone.by(started, day)) {
          first = first == null || started.isBefore(first) ? started : first;
          records.add("works/" + work.id());
        }
      }
    }
    return first == null
        ? LedgerFigure.none(Figure.FEES_WORKS_STARTED)
        : new LedgerFigure(
            Figure.FEES_WORKS_STARTED, null, null, first.toString(), compound, records);
  }

  LedgerFigure members(String compound) {
    List<Club> clubs =
        programme.all(Club.class).stream()
            .filter(c -> c.compoundId().equals(compound) && WorksDone.by(c.countedOn(), day))
            .toList();
    return LedgerFigure.of(
        Figure.FEES_CLUB_MEMBERS,
        (double) clubs.stream().mapToInt(Club::members).sum(),
        compound,
        clubs.stream().map(c -> "clubs/" + c.id()).toList());
  }
}
