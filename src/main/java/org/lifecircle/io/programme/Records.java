package org.lifecircle.io.programme;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lifecircle.io.Projection;
import org.lifecircle.model.FacilityOrigin;
import org.lifecircle.model.Layer;
import org.lifecircle.model.Lift;
import org.lifecircle.model.programme.Ballot;
import org.lifecircle.model.programme.Built;
import org.lifecircle.model.programme.Choice;
import org.lifecircle.model.programme.Club;
import org.lifecircle.model.programme.Compensation;
import org.lifecircle.model.programme.Consent;
import org.lifecircle.model.programme.FeePeriod;
import org.lifecircle.model.programme.Flat;
import org.lifecircle.model.programme.ItemClass;
import org.lifecircle.model.programme.LiftPlan;
import org.lifecircle.model.programme.Management;
import org.lifecircle.model.programme.ManagementMode;
import org.lifecircle.model.programme.Matter;
import org.lifecircle.model.programme.Opinion;
import org.lifecircle.model.programme.OpinionTopic;
import org.lifecircle.model.programme.PartyBranch;
import org.lifecircle.model.programme.ProgrammeRecord;
import org.lifecircle.model.programme.RebuiltLane;
import org.lifecircle.model.programme.RecordKind;
import org.lifecircle.model.programme.Removed;
import org.lifecircle.model.programme.Stance;
import org.lifecircle.model.programme.Story;
import org.lifecircle.model.programme.UndergroundSystem;
import org.lifecircle.model.programme.Vote;
import org.lifecircle.model.programme.VoteScope;
import org.lifecircle.model.programme.Work;
import org.lifecircle.model.programme.WorkItem;
import org.lifecircle.model.programme.YearTask;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;

/** Makes each kind of record of its JSON. */
final class Records {

  private static final GeometryFactory GEOMETRIES = new GeometryFactory();

  private final Projection projection;

  Records(Projection projection) {
    this.projection = projection;
  }

  ProgrammeRecord read(RecordKind kind, RecordNode n) {
    return switch (kind) {
      case OPINIONS -> opinion(n);
      case VOTES -> ballot(n);
      case CONSENTS -> consent(n);
      case WORKS -> work(n);
      case LIFTS -> lift(n);
      case MANAGEMENT -> management(n);
      case BRANCHES -> branch(n);
      case TASKS -> task(n);
      case CLUBS -> club(n);
      case STORIES -> new Story(n.text("id"), n.text("of"));
    };
  }

  private static Opinion opinion(RecordNode n) {
    return new Opinion(
        n.text("id"),
        n.text("compound_id"),
        n.text("household"),
        n.findText("person"),
        n.code("topic", OpinionTopic.class),
        n.text("about"),
        n.findCode("stance", Stance.class),
        n.findText("text"),
        n.date("given_on"));
  }

  private static Ballot ballot(RecordNode n) {
    return new Ballot(
        n.text("id"),
        n.text("subject"),
        n.code("matter", Matter.class),
        n.code("scope", VoteScope.class),
        n.text("place"),
        n.wholeNumber("owners", 1, 1_000_000),
        n.hundredths("area_m2"),
        n.date("opened_on"),
        n.findDate("closed_on"),
        n.each(
            "votes",
            v ->
                new Vote(
                    v.text("owner"),
                    v.findText("person"),
                    v.hundredths("area_m2"),
                    v.code("choice", Choice.class),
                    v.date("cast_on"),
                    v.findText("evidence"))));
  }

  private static Consent consent(RecordNode n) {
    LocalDate answered = n.findDate("answered_on");
    if (n.has("agreed") != (answered != null)) {
      n.fault("agreed", "agreed 与 answered_on 须同时有", "agreed and answered_on come together");
    }
    return new Consent(
        n.text("id"),
        n.code("layer", Layer.class),
        n.text("feature_id"),
        n.findText("owner_unit"),
        n.findText("person"),
        n.date("asked_on"),
        answered,
        n.truth("agreed", false),
        n.findDate("done_on"),
        n.findText("document"));
  }

  private Work work(RecordNode n) {
    return new Work(
        n.text("id"),
        n.text("name"),
        n.findText("group"),
        n.texts("compound_ids"),
        n.each("items", this::item));
  }

  private WorkItem item(RecordNode n) {
    return new WorkItem(
        n.text("id"),
        n.code("class", ItemClass.class),
        n.text("title"),
        n.findCode("system", UndergroundSystem.class),
        n.date("planned_on"),
        n.findDate("started_on"),
        n.findDate("done_on"),
        n.findHundredths("cost_yuan"),
        n.each(
            "removes",
            r ->
                new Removed(
                    r.code("layer", Layer.class), r.text("id"), r.findDate("demolished_on"))),
        n.each("builds", this::built),
        n.each("lanes", l -> new RebuiltLane(l.text("path_id"), l.number("width_m"))));
  }

  private Built built(RecordNode n) {
    return new Built(
        n.text("id"),
        n.text("kind"),
        n.code("origin", FacilityOrigin.class),
        n.findNumber("area_m2"),
        place(n),
        n.findDate("opened_on"));
  }

  private @Nullable Geometry place(RecordNode n) {
    List<java.math.BigDecimal> at = n.decimals("at");
    if (at.isEmpty()) {
      return null;
    }
    double longitude = at.get(0).doubleValue();
    double latitude = at.size() == 2 ? at.get(1).doubleValue() : 100;
    if (Math.abs(longitude) > 180 || Math.abs(latitude) > 90) {
      n.fault("at", "须为 [经度, 纬度]", "[longitude, latitude] is needed");
      return null;
    }
    Coordinate metres = projection.ofLonLat(longitude, latitude);
    return GEOMETRIES.createPoint(metres);
  }

  private static LiftPlan lift(RecordNode n) {
    Long other = n.findHundredths("other_yuan");
    return new LiftPlan(
        n.text("id"),
        n.text("entrance_id"),
        n.code("type", Lift.class),
        n.hundredths("cost_yuan"),
        n.findHundredths("subsidy_yuan"),
        other == null ? 0 : other,
        n.truth("subsidised", false),
        n.findText("table"),
        n.decimals("factors"),
        n.each(
            "flats",
            f ->
                new Flat(
                    f.text("flat"),
                    f.wholeNumber("floor", 1, 200),
                    f.hundredths("area_m2"),
                    f.findText("person"))),
        n.find("compensation", Records::compensation),
        n.date("wished_on"),
        n.findDate("approved_on"),
        n.findText("approval_no"),
        n.findDate("started_on"),
        n.findDate("registered_on"));
  }

  private static Compensation compensation(RecordNode n) {
    if (!n.has("approval_no") || !n.has("approved_on")) {
      n.fault(
          "approval_no",
          "阳光房是立面上新增的建筑面积，须有规划批准（approval_no、approved_on），否则就是新的违建",
          "a sunroom is new floor area and needs its planning approval (approval_no, approved_on), or"
              + " it is the next illegal structure");
      n.findText("approval_no");
      n.findDate("approved_on");
    }
    return new Compensation(
        n.hundredths("area_m2"),
        n.hundredths("cost_yuan"),
        n.text("payer"),
        n.text("beneficiary"),
        n.texts("payers"),
        n.text("approval_no"),
        n.date("approved_on"));
  }

  private static Management management(RecordNode n) {
    return new Management(
        n.text("id"),
        n.text("compound_id"),
        n.code("mode", ManagementMode.class),
        n.truth("standard", false),
        n.date("contract_on"),
        n.findDate("ended_on"),
        n.each("periods", Records::period));
  }

  private static FeePeriod period(RecordNode n) {
    for (String denominator : List.of("receivable_yuan", "households_due")) {
      if (!n.has(denominator)) {
        n.fault(
            denominator,
            "收缴率须有分母，缺少“" + denominator + "”",
            "a fee rate needs its denominator: '" + denominator + "' is missing");
      }
    }
    return new FeePeriod(
        n.date("from"),
        n.date("to"),
        n.hundredths("receivable_yuan"),
        n.hundredths("received_yuan"),
        n.wholeNumber("households_due", 0, 1_000_000),
        n.wholeNumber("households_paying", 0, 1_000_000),
        n.text("source"));
  }

  private static PartyBranch branch(RecordNode n) {
    return new PartyBranch(
        n.text("id"),
        n.date("founded_on"),
        n.findDate("dissolved_on"),
        n.texts("compound_ids"),
        n.texts("courtyards"));
  }

  private static YearTask task(RecordNode n) {
    return new YearTask(
        n.text("id"),
        n.wholeNumber("year", 1990, 2100),
        n.text("district"),
        n.truth("own", false),
        n.wholeNumber("compounds", 0, 1_000_000),
        n.wholeNumber("households", 0, 100_000_000),
        n.date("decided_on"),
        n.text("source"));
  }

  private static Club club(RecordNode n) {
    return new Club(
        n.text("id"),
        n.text("compound_id"),
        n.text("name"),
        n.wholeNumber("members", 0, 1_000_000),
        n.date("counted_on"));
  }
}
