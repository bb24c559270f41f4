package org.lifecircle.renewal;

import java.math.BigInteger;
import org.lifecircle.model.programme.SubsidyRules;

/**
 * What is granted for a lift, and who pays it.
 *
 * @param cityFen the city's part
 * @param districtFen the district's
 */
public record Subsidy(long cityFen, long districtFen) {

  /** None at all. */
  public static final Subsidy NONE = new Subsidy(0, 0);

  /** All of it. */
  public long fen() {
    return cityFen + districtFen;
  }

  /**
   * What the rules grant: a share of the cost, rounded down to the fen, and never above the cap.
   */
  public static Subsidy granted(long costFen, int floors, SubsidyRules rules) {
    if (floors < rules.minFloors()) {
      return NONE;
    }
    long share =
        BigInteger.valueOf(costFen)
            .multiply(BigInteger.valueOf(rules.share().numerator()))
            .divide(BigInteger.valueOf(rules.share().denominator()))
            .longValueExact();
    return split(Math.min(share, rules.capFen()), rules);
  }

  /** An amount shared between city and district. */
  public static Subsidy split(long fen, SubsidyRules rules) {
    long[] parts =
        LargestRemainders.share(
            fen,
            rules.cityShare().numerator(),
            rules.cityShare().denominator() - rules.cityShare().numerator());
    return new Subsidy(parts[0], parts[1]);
  }
}
