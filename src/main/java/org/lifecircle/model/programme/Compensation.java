package org.lifecircle.model.programme;

import java.time.LocalDate;
import java.util.List;

/**
 * What the flat on the ground floor gets for a lift it does not need: a sunroom.
 *
 * @param beneficiary the flat that gets it; personal
 * @param payers the flats that pay it, each the same; none when somebody else does; personal
 * @param payer who pays it in words for everybody, for example 上层业主
 * @param approvalNumber of the planning approval: without it the sunroom is the next illegal
 *     structure
 */
public record Compensation(
    long areaSquareDecimetres,
    long costFen,
    String payer,
    String beneficiary,
    List<String> payers,
    String approvalNumber,
    LocalDate approvedOn) {

  public Compensation {
    payers = List.copyOf(payers);
    Rules.require(areaSquareDecimetres > 0, "阳光房面积须为正", "a sunroom has an area");
    Rules.require(costFen >= 0, "造价不得为负", "a cost is not negative");
    Rules.require(
        !approvalNumber.isBlank(),
        "阳光房是立面上新增的建筑面积，须有规划批准文号（approval_no），否则就是新的违建",
        "a sunroom is new floor area and needs its planning approval (approval_no), or it is the"
            + " next illegal structure");
    Rules.require(!payers.contains(beneficiary), "受益户不是付款户", "who gets it does not pay it");
    Rules.distinct(payers, "同一户写了两次", "a household is named twice");
  }
}
