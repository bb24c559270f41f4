package org.lifecircle.api;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.lifecircle.model.BadValueException;
import org.lifecircle.model.Building;
import org.lifecircle.model.Compound;
import org.lifecircle.model.Entrance;
import org.lifecircle.model.Text;
import org.lifecircle.model.programme.Ballot;
import org.lifecircle.model.programme.Compensation;
import org.lifecircle.model.programme.Consent;
import org.lifecircle.model.programme.ConsentStatus;
import org.lifecircle.model.programme.FeePeriod;
import org.lifecircle.model.programme.LiftPlan;
import org.lifecircle.model.programme.Management;
import org.lifecircle.model.programme.Phase;
import org.lifecircle.model.programme.Programme;
import org.lifecircle.model.programme.RelapseRules;
import org.lifecircle.model.programme.Work;
import org.lifecircle.model.programme.WorkItem;
import org.lifecircle.renewal.BallotResult;
import org.lifecircle.renewal.CompoundStanding;
import org.lifecircle.renewal.FeeHistory;
import org.lifecircle.renewal.LiftAccount;
import org.lifecircle.renewal.PublicOpinion;
import org.lifecircle.scenario.LiftFit;
import org.locationtech.jts.geom.Coordinate;

/**
 * What everybody is told of the records that are about persons, member by member: what is not put
 * in here does not come out.
 */
final class RecordViews {

  private final OpenArea area;
  private final Programme programme;
  private final LocalDate day;
  private final String language;

  RecordViews(OpenArea area, Programme programme, LocalDate day, String language) {
    this.area = area;
    this.programme = programme;
    this.day = day;
    this.language = language;
  }

  private int minimum() {
    return area.renewal().programme().minimumPeople();
  }

  /** The opinions of compounds where enough households spoke. */
  List<Map<String, @Nullable Object>> opinions() {
    List<Map<String, @Nullable Object>> rows = new ArrayList<>();
    for (PublicOpinion.Row row : PublicOpinion.of(programme, minimum())) {
      Map<String, @Nullable Object> json = new LinkedHashMap<>();
      json.put("compound_id", row.compoundId());
      json.put("topic", row.topic().code());
      json.put("about", row.about());
      json.put("households", row.households());
      json.put("support", row.support());
      json.put("oppose", row.oppose());
      rows.add(json);
    }
    return rows;
  }

  /** A vote: its sums once it is closed and enough owners took part. */
  Map<String, @Nullable Object> ballot(Ballot ballot) {
    Ballot now = ballot.asOf(day);
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("id", ballot.id());
    json.put("subject", ballot.subject());
    json.put("matter", ballot.matter().code());
    json.put("scope", ballot.scope().code());
    json.put("place", ballot.place());
    json.put("owners", ballot.owners());
    json.put("opened_on", ballot.openedOn().toString());
    json.put("closed_on", text(ballot.closedOn()));
    json.put("open", now != null && now.closedOn() == null);
    json.put("suppressed", true);
    if (now != null && now.closedOn() != null) {
      BallotResult result = BallotResult.of(now, area.renewal().programme().votes());
      json.put("lawful", result.lawful());
      if (now.votes().size() >= minimum()) {
        json.put("suppressed", false);
        sums(json, result);
      }
    }
    return json;
  }

  private void sums(Map<String, @Nullable Object> json, BallotResult result) {
    json.put("participated_heads", result.heads());
    json.put(
        "participated_area_share",
        share(result.areaSquareDecimetres(), result.ownersAreaSquareDecimetres()));
    json.put("approved_heads", result.yesHeads());
    json.put(
        "approved_area_share",
        share(result.yesAreaSquareDecimetres(), result.areaSquareDecimetres()));
    json.put("reasons", result.reasons().stream().map(r -> r.in(language)).toList());
  }

  private static double share(long part, long whole) {
    return whole == 0 ? 0 : Numbers.rounded((double) part / whole, 4);
  }

  /** How far an owner unit has come; persons are nameless. */
  Map<String, @Nullable Object> consent(Consent consent) {
    ConsentStatus status = consent.status(day);
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("id", consent.id());
    json.put("layer", consent.layer().code());
    json.put("feature_id", consent.featureId());
    json.put("owner_unit", consent.ownerUnit());
    json.put("status", status == null ? null : status.code());
    json.put("asked_on", consent.askedOn().toString());
    json.put("answered_on", text(consent.answeredOn()));
    json.put("done_on", text(consent.doneOn()));
    return json;
  }

  /** Works, and how far they are. */
  Map<String, @Nullable Object> work(Work work, Map<String, Object> body) {
    Map<String, @Nullable Object> json = new LinkedHashMap<>(body);
    Phase phase = work.phase(day);
    json.put("phase", phase == null ? null : phase.code());
    List<Map<String, @Nullable Object>> phases = new ArrayList<>();
    for (WorkItem item : work.items()) {
      Phase of = item.phase(day);
      Map<String, @Nullable Object> one = new LinkedHashMap<>();
      one.put("id", item.id());
      one.put("class", item.itemClass().code());
      one.put("phase", of == null ? null : of.code());
      phases.add(one);
    }
    json.put("phases", phases);
    return json;
  }

  /**
   * The account of a lift: sums by floor, never by flat.
   *
   * @param persons whether flats are told one by one
   */
  Map<String, @Nullable Object> lift(LiftPlan lift, boolean persons) {
    Optional<Building> building = RecordChecks.buildingOf(area, lift.entranceId());
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("id", lift.id());
    json.put("entrance_id", lift.entranceId());
    json.put("building_id", building.map(Building::id).orElse(null));
    json.put("compound_id", building.map(Building::compoundId).orElse(null));
    json.put("type", lift.type().code());
    json.put("wished_on", lift.wishedOn().toString());
    json.put("approved_on", text(lift.approvedOn()));
    json.put("approval_no", lift.approvalNumber());
    json.put("started_on", text(lift.startedOn()));
    json.put("registered_on", text(lift.registeredOn()));
    json.put("households", lift.flats().size());
    Integer floors = building.map(Building::floors).orElse(null);
    try {
      LiftAccount account =
          LiftAccount.of(
              lift,
              floors == null ? Integer.MAX_VALUE : floors,
              programme,
              area.renewal().programme(),
              day);
      account(json, account, persons);
    } catch (BadValueException e) {
      json.put("fault", e.reason().in(language));
    }
    return json;
  }

  private void account(Map<String, @Nullable Object> json, LiftAccount account, boolean persons) {
    LiftPlan lift = account.plan();
    json.put("stage", account.stage().code());
    json.put("lawful", account.missing().isEmpty());
    json.put("missing", missing(account, persons));
    json.put("cost_yuan", yuan(lift.costFen()));
    json.put("subsidy_yuan", yuan(account.subsidy().fen()));
    json.put("subsidy_city_yuan", yuan(account.subsidy().cityFen()));
    json.put("subsidy_district_yuan", yuan(account.subsidy().districtFen()));
    json.put("other_yuan", yuan(lift.otherFen()));
    json.put("net_yuan", yuan(account.netFen()));
    json.put("table", account.table().id());
    json.put("table_source", account.table().provenance().source());
    json.put("table_verified", account.table().provenance().verified());
    List<Map<String, @Nullable Object>> byFloor = new ArrayList<>();
    account
        .floorFen()
        .forEach(
            (floor, fen) -> {
              Map<String, @Nullable Object> row = new LinkedHashMap<>();
              row.put("floor", floor);
              row.put("flats", lift.flats().stream().filter(f -> f.floor() == floor).count());
              row.put("pay_yuan", yuan(fen));
              byFloor.add(row);
            });
    json.put("by_floor", byFloor);
    Compensation compensation = lift.compensation();
    if (compensation != null) {
      Map<String, @Nullable Object> sunroom = new LinkedHashMap<>();
      sunroom.put("type", "sunroom");
      sunroom.put("area_m2", yuan(compensation.areaSquareDecimetres()));
      sunroom.put("cost_yuan", yuan(compensation.costFen()));
      sunroom.put("payer", compensation.payer());
      sunroom.put("households", 1 + compensation.payers().size());
      sunroom.put("approval_no", compensation.approvalNumber());
      sunroom.put("approved_on", compensation.approvedOn().toString());
      json.put("compensation", sunroom);
    }
    if (persons) {
      List<Map<String, @Nullable Object>> byFlat = new ArrayList<>();
      for (int i = 0; i < lift.flats().size(); i++) {
        Map<String, @Nullable Object> row = new LinkedHashMap<>();
        row.put("flat", lift.flats().get(i).flat());
        row.put("floor", lift.flats().get(i).floor());
        row.put("person", lift.flats().get(i).person());
        row.put("pay_yuan", yuan(account.shareFen().get(i)));
        row.put("sunroom_yuan", yuan(account.compensationFen().get(i)));
        byFlat.add(row);
      }
      json.put("by_flat", byFlat);
    }
  }

  /** Why it may not be built yet; without figures of a vote that may not be told. */
  private List<String> missing(LiftAccount account, boolean persons) {
    BallotResult result = account.ballot();
    List<Text> reasons = new ArrayList<>(account.missing());
    boolean told =
        result == null
            || persons
            || programme.all(Ballot.class).stream()
                .filter(b -> b.subject().equals("lifts/" + account.plan().id()))
                .map(b -> b.asOf(day))
                .allMatch(b -> b != null && b.closedOn() != null && b.votes().size() >= minimum());
    if (!told && result != null && reasons.removeAll(result.reasons())) {
      reasons.add(
          0,
          new Text(
              "表决尚未达到《民法典》第二百七十八条的要求", "the vote does not meet the Civil Code's art. 278 yet"));
    }
    return reasons.stream().map(r -> r.in(language)).toList();
  }

  /** Whether the map has room for a lift. */
  @Nullable Map<String, @Nullable Object> fit(LiftPlan lift) {
    Optional<Building> building = RecordChecks.buildingOf(area, lift.entranceId());
    Optional<Entrance> entrance =
        area.area().entrances().stream().filter(e -> e.id().equals(lift.entranceId())).findFirst();
    if (building.isEmpty() || entrance.isEmpty()) {
      return null;
    }
    LiftFit fit = LiftFit.of(area.area(), building.get(), entrance.get(), area.renewal());
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("fits", fit.reasons().isEmpty());
    json.put("reasons", fit.reasons().stream().map(r -> r.in(language)).toList());
    json.put("paths_led_round", fit.ledRound());
    json.put("footprint_m2", Numbers.rounded(fit.footprint().getArea(), 2));
    List<List<Double>> ring = new ArrayList<>();
    for (Coordinate corner : area.projection().toLonLat(fit.footprint()).getCoordinates()) {
      ring.add(List.of(Numbers.rounded(corner.x, 8), Numbers.rounded(corner.y, 8)));
    }
    json.put("footprint", Map.of("type", "Polygon", "coordinates", List.of(ring)));
    json.put("source", area.renewal().programme().shaft().provenance().source());
    json.put("verified", area.renewal().programme().shaft().provenance().verified());
    return json;
  }

  /** How each compound with any record of management, works or branches stands. */
  List<Map<String, @Nullable Object>> standings() {
    RelapseRules rules = area.renewal().programme().relapse();
    List<Map<String, @Nullable Object>> rows = new ArrayList<>();
    for (Compound compound : area.area().compounds()) {
      CompoundStanding standing = CompoundStanding.of(compound.id(), programme, rules, day);
      Management management = standing.management();
      FeePeriod last = standing.last();
      if (management == null
          && last == null
          && standing.branches() == 0
          && standing.renewedOn() == null) {
        continue;
      }
      Map<String, @Nullable Object> row = new LinkedHashMap<>();
      row.put("compound_id", compound.id());
      row.put("mode", management == null ? null : management.mode().code());
      row.put("standard", management != null && management.standard());
      row.put("party_branches", standing.branches());
      row.put("renewed_on", text(standing.renewedOn()));
      if (last != null) {
        Map<String, @Nullable Object> fees = new LinkedHashMap<>();
        fees.put("from", last.from().toString());
        fees.put("to", last.to().toString());
        fees.put("receivable_yuan", yuan(last.receivableFen()));
        fees.put("received_yuan", yuan(last.receivedFen()));
        fees.put("fee_rate_amount", Numbers.rounded(FeeHistory.amountRate(last), 4));
        fees.put("households_due", last.householdsDue());
        fees.put("households_paying", last.householdsPaying());
        fees.put("fee_rate_household", Numbers.rounded(FeeHistory.householdRate(last), 4));
        fees.put(
            "fee_per_household_month", Numbers.rounded(FeeHistory.yuanPerHouseholdMonth(last), 2));
        fees.put("source", last.source());
        row.put("fees", fees);
      }
      row.put("relapse_risks", standing.risks().stream().map(r -> r.in(language)).toList());
      rows.add(row);
    }
    return rows;
  }

  private static @Nullable String text(@Nullable LocalDate date) {
    return date == null ? null : date.toString();
  }

  /** Hundredths as a decimal. */
  private static BigDecimal yuan(long fen) {
    return BigDecimal.valueOf(fen, 2);
  }
}
