package org.lifecircle.renewal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;
import org.lifecircle.model.FacilityOrigin;
import org.lifecircle.model.programme.Compensation;
import org.lifecircle.model.programme.LiftPlan;
import org.lifecircle.model.programme.Management;
import org.lifecircle.model.programme.ManagementMode;
import org.lifecircle.model.programme.PartyBranch;
import org.lifecircle.model.programme.Phase;
import org.lifecircle.model.programme.Programme;
import org.lifecircle.model.programme.Story;
import org.lifecircle.model.programme.Work;
import org.lifecircle.model.programme.YearTask;
import org.lifecircle.renewal.WorksDone.Down;
import org.lifecircle.renewal.WorksDone.Open;

/** The figures of a part of the area: of all of it, or of some of its compounds. */
final class PartFigures {

  private final Ledger ledger;
  private final Set<String> ids;
  private final boolean whole;
  private final Programme programme;
  private final CompoundPlaces places;
  private final WorksDone done;
  private final LocalDate day;

  /**
   * @param whole whether records of no compound count too
   */
  PartFigures(Ledger ledger, Collection<String> ids, boolean whole) {
    this.ledger = ledger;
    this.ids = Set.copyOf(ids);
    this.whole = whole;
    programme = ledger.programme;
    places = ledger.places;
    done = ledger.done;
    day = ledger.day;
  }

  LedgerFigure of(Figure figure) {
    return switch (figure) {
      case TASK_SHARE -> taskShare();
      case COMPOUNDS_RENEWED -> renewed();
      case COMPOUNDS_MANAGED -> managed();
      case LIFTS_ADDED -> lifts();
      case RESIDENTS_IN_CIRCLE -> inCircle();
      case WALLS_M -> walls(figure, null);
      case STRUCTURES_M2 -> structures(figure, null);
      case COMPOUNDS_OPENED -> opened(figure, touched -> touched.size());
      case FACILITIES_BUILT -> built();
      case RESIDENTS_BENEFITING ->
          opened(figure, touched -> touched.stream().mapToDouble(places::residents).sum());
      case CASE_OWNER_UNITS -> ofCase(figure, ledger.cases::ownerUnits);
      case CASE_BUILT_YEARS -> ofCase(figure, ledger.cases::years);
      case CASE_WALLS_M -> ofCase(figure, id -> walls(figure, id));
      case CASE_STRUCTURES_M2 -> ofCase(figure, id -> structures(figure, id));
      case CASE_GARDEN_M2 -> ofCase(figure, id -> ledger.cases.ground(figure, id, "micro_garden"));
      case CASE_PLAZA_M2 -> ofCase(figure, id -> ledger.cases.ground(figure, id, "small_plaza"));
      case CASE_LANE_M -> ofCase(figure, ledger.cases::lane);
      case CASE_UNDERGROUND_SYSTEMS -> ofCase(figure, ledger.cases::systems);
      case CASE_HEAT_STATIONS -> ofCase(figure, ledger.cases::heatStations);
      case LIFT_SUNROOM_M2 -> sunroom(figure, c -> c.areaSquareDecimetres() / 100.0);
      case LIFT_SUNROOM_YUAN -> sunroom(figure, c -> c.costFen() / 100.0);
      case LIFT_HOUSEHOLDS -> sunroom(figure, c -> 1 + c.payers().size());
      case FEES_HOUSEHOLD_RATE -> ofFees(figure, ledger.fees::feeRate);
      case FEES_PER_MONTH_YUAN -> ofFees(figure, ledger.fees::feePerMonth);
      case FEES_WORKS_STARTED -> ofFees(figure, ledger.fees::started);
      case FEES_CLUB_MEMBERS -> ofFees(figure, ledger.fees::members);
      case BRANCHES -> branches();
      case BRANCH_PLACES -> places();
    };
  }

  private boolean has(Collection<String> some) {
    return some.stream().anyMatch(ids::contains);
  }

  private LedgerFigure taskShare() {
    List<YearTask> tasks =
        programme.all(YearTask.class).stream()
            .filter(t -> t.year() == day.getYear() && WorksDone.by(t.decidedOn(), day))
            .toList();
    int all = tasks.stream().mapToInt(YearTask::compounds).sum();
    int own = tasks.stream().filter(YearTask::own).mapToInt(YearTask::compounds).sum();
    return new LedgerFigure(
        Figure.TASK_SHARE,
        all == 0 ? null : Double.valueOf((double) own / all),
        null,
        null,
        null,
        tasks.stream().map(t -> "tasks/" + t.id()).toList());
  }

  private LedgerFigure renewed() {
    Set<String> renewed = new TreeSet<>();
    List<String> records = new ArrayList<>();
    for (String id : ids) {
      List<Work> works = Work.at(id, programme).stream().filter(w -> w.phase(day) != null).toList();
      if (!works.isEmpty() && works.stream().allMatch(w -> w.phase(day) == Phase.DONE)) {
        renewed.add(id);
        works.forEach(w -> records.add("works/" + w.id()));
      }
    }
    return LedgerFigure.count(Figure.COMPOUNDS_RENEWED, renewed.size(), records);
  }

  private LedgerFigure managed() {
    List<Management> running =
        programme.all(Management.class).stream()
            .filter(m -> ids.contains(m.compoundId()) && m.runs(day))
            .filter(m -> m.standard() && m.mode() == ManagementMode.PROFESSIONAL)
            .toList();
    return LedgerFigure.count(
        Figure.COMPOUNDS_MANAGED,
        (double) running.stream().map(Management::compoundId).distinct().count(),
        running.stream().map(m -> "management/" + m.id()).toList());
  }

  private boolean here(LiftPlan lift) {
    String compound = places.ofEntrance(lift.entranceId());
    return compound == null ? whole : ids.contains(compound);
  }

  private LedgerFigure lifts() {
    List<LiftPlan> added =
        programme.all(LiftPlan.class).stream().filter(l -> l.registered(day) && here(l)).toList();
    return LedgerFigure.count(
        Figure.LIFTS_ADDED, added.size(), added.stream().map(l -> "lifts/" + l.id()).toList());
  }

  private LedgerFigure inCircle() {
    double residents =
        ledger.measures.residentsInCircle().entrySet().stream()
            .filter(e -> whole || ids.contains(e.getKey()))
            .mapToDouble(Map.Entry::getValue)
            .sum();
    List<String> records = new ArrayList<>();
    done.down().stream().filter(d -> has(d.compounds())).forEach(d -> records.add(d.record()));
    done.open().stream().filter(o -> has(o.compounds())).forEach(o -> records.add(o.record()));
    return LedgerFigure.count(Figure.RESIDENTS_IN_CIRCLE, residents, records);
  }

  private List<Down> here(List<Down> down, @Nullable String compound) {
    return down.stream()
        .filter(
            d -> compound == null ? whole || has(d.compounds()) : d.compounds().contains(compound))
        .toList();
  }

  private LedgerFigure walls(Figure figure, @Nullable String compound) {
    return sum(
        figure, here(done.walls(), compound), d -> d.feature().geometry().getLength(), compound);
  }

  private LedgerFigure structures(Figure figure, @Nullable String compound) {
    return sum(
        figure,
        here(done.groundStructures(), compound),
        d -> d.feature().geometry().getArea(),
        compound);
  }

  private LedgerFigure sum(
      Figure figure, List<Down> down, ToDoubleFunction<Down> size, @Nullable String about) {
    return new LedgerFigure(
        figure,
        down.stream().mapToDouble(size).sum(),
        null,
        null,
        about,
        down.stream().map(Down::record).toList());
  }

  private LedgerFigure opened(Figure figure, ToDoubleFunction<Set<String>> of) {
    Set<String> touched = new TreeSet<>();
    List<Down> down = here(done.down(), null);
    down.forEach(d -> d.compounds().stream().filter(ids::contains).forEach(touched::add));
    return LedgerFigure.count(
        figure, of.applyAsDouble(touched), down.stream().map(Down::record).toList());
  }

  private LedgerFigure built() {
    List<Open> built =
        done.open().stream()
            .filter(o -> o.built().origin() == FacilityOrigin.FREED_SPACE && has(o.compounds()))
            .toList();
    return LedgerFigure.count(
        Figure.FACILITIES_BUILT, built.size(), built.stream().map(Open::record).toList());
  }

  /** The figure of the compound whose story it is, if that is in this part. */
  private LedgerFigure ofCase(Figure figure, Function<String, LedgerFigure> of) {
    return ofStory("walls", figure, of);
  }

  private LedgerFigure ofFees(Figure figure, Function<String, LedgerFigure> of) {
    return ofStory("fees", figure, of);
  }

  private LedgerFigure ofStory(String story, Figure figure, Function<String, LedgerFigure> of) {
    String compound =
        ids.size() == 1 && !whole
            ? ids.iterator().next()
            : programme.find(Story.class, story).map(Story::of).filter(ids::contains).orElse(null);
    return compound == null ? LedgerFigure.none(figure) : of.apply(compound);
  }

  private LedgerFigure sunroom(Figure figure, ToDoubleFunction<Compensation> of) {
    String told = programme.find(Story.class, "lift").map(Story::of).orElse(null);
    for (LiftPlan lift : programme.all(LiftPlan.class)) {
      Compensation compensation = lift.compensation();
      boolean asked = whole ? lift.id().equals(told) : here(lift);
      if (asked && compensation != null && WorksDone.by(compensation.approvedOn(), day)) {
        String record = "lifts/" + lift.id();
        return LedgerFigure.of(figure, of.applyAsDouble(compensation), lift.id(), List.of(record));
      }
    }
    return LedgerFigure.none(figure);
  }

  private List<PartyBranch> existing() {
    return programme.all(PartyBranch.class).stream()
        .filter(b -> b.exists(day) && (whole || has(b.compoundIds())))
        .toList();
  }

  private LedgerFigure branches() {
    List<PartyBranch> branches = existing();
    return LedgerFigure.count(
        Figure.BRANCHES,
        branches.size(),
        branches.stream().map(b -> "branches/" + b.id()).toList());
  }

  private LedgerFigure places() {
    Set<String> places = new TreeSet<>();
    for (PartyBranch branch : existing()) {
      branch.compoundIds().stream().filter(ids::contains).forEach(id -> places.add("c:" + id));
      if (whole) {
        branch.courtyards().forEach(name -> places.add("y:" + name));
      }
    }
    return LedgerFigure.count(
        Figure.BRANCH_PLACES,
        places.size(),
        existing().stream().map(b -> "branches/" + b.id()).toList());
  }
}
