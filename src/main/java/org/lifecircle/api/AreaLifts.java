package org.lifecircle.api;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.lifecircle.coverage.By;
import org.lifecircle.coverage.CoverageQuery;
import org.lifecircle.model.BadValueException;
import org.lifecircle.model.LiftGain;
import org.lifecircle.model.programme.Ballot;
import org.lifecircle.model.programme.LiftPlan;
import org.lifecircle.model.programme.Programme;
import org.lifecircle.store.RecordStore;
import org.lifecircle.store.StoredArea;

/** The lifts of one area without a server, as everybody is told of them: for the command line. */
public final class AreaLifts {

  private final OpenArea area;
  private final Programme programme;
  private final RecordViews views;
  private final LocalDate day;

  /**
   * Lifts as of a day.
   *
   * @param asOf such as 2022-05-31; null for today
   * @throws BadValueException if that is no day
   */
  public AreaLifts(
      StoredArea stored,
      Policy policy,
      RecordStore records,
      @Nullable String asOf,
      String language) {
    area =
        new OpenArea(stored, policy, ServerSettings.USUAL.patient(), Runnable::run)
            .keeping(new Programmes(records));
    programme = area.programme();
    day = asOf == null ? Days.today() : Days.read(asOf);
    views = new RecordViews(area, programme, day, language);
  }

  /** All of them, each with its account. */
  public List<Map<String, @Nullable Object>> all() {
    return programme.all(LiftPlan.class).stream().map(lift -> views.lift(lift, false)).toList();
  }

  /**
   * One of them: its account, its vote, whether there is room, and whom it helps.
   *
   * @param group at whose pace people walk, for whom it helps
   */
  public Optional<Map<String, @Nullable Object>> find(String id, String group) {
    return programme.find(LiftPlan.class, id).map(lift -> told(lift, group));
  }

  private Map<String, @Nullable Object> told(LiftPlan lift, String group) {
    Map<String, @Nullable Object> json = new LinkedHashMap<>(views.lift(lift, false));
    json.put("as_of", day.toString());
    json.put("votes", votes(lift));
    json.put("fit", views.fit(lift));
    CoverageQuery query = CoverageQuery.by(By.REQUIREMENT).atThePaceOf(group);
    for (LiftGain gain : LiftGainAnswers.ranked(area, lift.type(), query)) {
      if (gain.entranceId().equals(lift.entranceId())) {
        Map<String, @Nullable Object> gains = new LinkedHashMap<>();
        gains.put("group", group);
        gains.putAll(LiftGainAnswers.values(gain));
        json.put("gains", gains);
      }
    }
    return json;
  }

  private List<Object> votes(LiftPlan lift) {
    List<Object> votes = new ArrayList<>();
    for (Ballot ballot : programme.all(Ballot.class)) {
      if (ballot.subject().equals("lifts/" + lift.id())) {
        votes.add(views.ballot(ballot));
      }
    }
    return votes;
  }
}
