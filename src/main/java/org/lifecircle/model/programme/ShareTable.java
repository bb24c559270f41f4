package org.lifecircle.model.programme;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.lifecircle.model.Provenance;
import org.lifecircle.model.Text;

/**
 * How the cost of a lift is shared out by floor.
 *
 * @param factors from the ground floor up
 * @param step how much more each floor above the last factor bears; null when there are none above
 * @param byFloor whether a factor is the part of the whole floor, which its flats share by area;
 *     else a flat's part goes by factor × area
 */
public record ShareTable(
    String id,
    Text name,
    List<BigDecimal> factors,
    @Nullable BigDecimal step,
    boolean byFloor,
    Provenance provenance) {

  /** Of a factor: four decimals are kept. */
  static final int SCALE = 4;

  public ShareTable {
    factors = List.copyOf(factors);
    Rules.require(!factors.isEmpty(), "分摊表不能为空", "a table of shares has factors");
    for (BigDecimal factor : factors) {
      Rules.require(
          factor.signum() >= 0
              && factor.stripTrailingZeros().scale() <= SCALE
              && factor.compareTo(BigDecimal.valueOf(1000)) <= 0,
          "分摊系数须在 0 到 1000 之间，至多四位小数",
          "a factor is within 0 and 1000, with four decimals at most");
    }
    Rules.require(
        step == null || (step.signum() >= 0 && step.stripTrailingZeros().scale() <= SCALE),
        "递增系数不得为负，至多四位小数",
        "a step is not negative, with four decimals at most");
  }

  /** The factor of a floor, in ten-thousandths; empty when the table has no such floor. */
  public Optional<Long> factor(int floor) {
    BigDecimal factor;
    if (floor < 1) {
      return Optional.empty();
    } else if (floor <= factors.size()) {
      factor = factors.get(floor - 1);
    } else if (step != null) {
      BigDecimal above = step.multiply(BigDecimal.valueOf(floor - (long) factors.size()));
      factor = factors.get(factors.size() - 1).add(above);
    } else {
      return Optional.empty();
    }
    return Optional.of(factor.movePointRight(SCALE).longValueExact());
  }
}
