package org.lifecircle.renewal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lifecircle.model.programme.FeePeriod;
import org.lifecircle.model.programme.Management;
import org.lifecircle.model.programme.Programme;

/**
 * How the fees of a compound came in: the periods that have ended by a day, whoever managed it.
 *
 * @param records they are from
 */
public record FeeHistory(List<FeePeriod> periods, List<String> records) {

  public FeeHistory {
    periods = List.copyOf(periods);
    records = List.copyOf(records);
  }

  /** The history of a compound. */
  public static FeeHistory of(String compound, Programme programme, LocalDate day) {
    List<FeePeriod> periods = new ArrayList<>();
    List<String> records = new ArrayList<>();
    for (Management management : programme.all(Management.class)) {
      if (management.compoundId().equals(compound)) {
        List<FeePeriod> ended =
            management.periods().stream().filter(p -> !p.to().isAfter(day)).toList();
        periods.addAll(ended);
        if (!ended.isEmpty()) {
          records.add("management/" + management.id());
        }
      }
    }
    periods.sort(Comparator.comparing(FeePeriod::from));
    return new FeeHistory(periods, records);
  }

  /** The first period; null when there is none. */
  public @Nullable FeePeriod first() {
    return periods.isEmpty() ? null : periods.get(0);
  }

  /** The last period; null when there is none. */
  public @Nullable FeePeriod last() {
    return periods.isEmpty() ? null : periods.get(periods.size() - 1);
  }

  /** Households who pay, of those who should. */
  public static double householdRate(FeePeriod period) {
    return (double) period.householdsPaying() / period.householdsDue();
  }

  /** What came in, of what was due. */
  public static double amountRate(FeePeriod period) {
    return (double) period.receivedFen() / period.receivableFen();
  }

  /** What is due from a household for a month. */
  public static double yuanPerHouseholdMonth(FeePeriod period) {
    return period.receivableFen() / 100.0 / period.householdsDue() / period.months();
  }
}
