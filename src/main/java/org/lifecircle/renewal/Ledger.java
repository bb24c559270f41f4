package org.lifecircle.renewal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.lifecircle.model.Building;
import org.lifecircle.model.Compound;
import org.lifecircle.model.FacilityOrigin;
import org.lifecircle.model.StudyArea;
import org.lifecircle.model.programme.Club;
import org.lifecircle.model.programme.Compensation;
import org.lifecircle.model.programme.Consent;
import org.lifecircle.model.programme.FeePeriod;
import org.lifecircle.model.programme.LiftPlan;
import org.lifecircle.model.programme.Management;
import org.lifecircle.model.programme.ManagementMode;
import org.lifecircle.model.programme.PartyBranch;
import org.lifecircle.model.programme.Phase;
import org.lifecircle.model.programme.Programme;
import org.lifecircle.model.programme.RebuiltLane;
import org.lifecircle.model.programme.Story;
import org.lifecircle.model.programme.UndergroundSystem;
import org.lifecircle.model.programme.Work;
import org.lifecircle.model.programme.WorkItem;
import org.lifecircle.model.programme.YearTask;
import org.lifecircle.renewal.WorksDone.Down;
import org.lifecircle.renewal.WorksDone.Open;
import org.locationtech.jts.geom.Point;

/**
 * The figures of a programme at the end of a day, each computed from records by the formula its
 * {@link Figure} states. Nothing is scaled, estimated or carried over: without records a figure is
 * nought, or is not there.
 */
public final class Ledger {

  private final StudyArea area;
  private final Programme programme;
  private final LedgerMeasures measures;
  private final LocalDate day;
  private final WorksDone done;
  private final Map<String, Compound> compounds = new TreeMap<>();
  private final Map<String, String> compoundOfBuilding = new HashMap<>();
  private final Map<String, String> compoundOfEntrance = new HashMap<>();

  /** The ledger at the end of a day. */
  public Ledger(StudyArea area, Programme programme, LedgerMeasures measures, LocalDate day) {
    this.area = area;
    this.programme = programme;
    this.measures = measures;
    this.day = day;
    done = WorksDone.of(area, programme, day);
    area.compounds().forEach(compound -> compounds.put(compound.id(), compound));
    for (Building building : area.buildings()) {
      String compound = building.compoundId();
      if (compound == null) {
        Point inside = building.geometry().getInteriorPoint();
        compound =
            area.compounds().stream()
                .filter(c -> c.geometry().intersects(inside))
                .map(Compound::id)
                .findFirst()
                .orElse(null);
      }
      if (compound != null) {
        compoundOfBuilding.put(building.id(), compound);
      }
    }
    area.entrances()
        .forEach(
            e -> {
              String compound = compoundOfBuilding.get(String.valueOf(e.buildingId()));
              if (compound != null) {
                compoundOfEntrance.put(e.id(), compound);
              }
            });
  }

  /** All figures of the whole area. */
  public List<LedgerFigure> figures() {
    return figures(compounds.keySet(), true);
  }

  /** All figures of some of its compounds. */
  public List<LedgerFigure> figures(Collection<String> ids) {
    return figures(ids, false);
  }

  private List<LedgerFigure> figures(Collection<String> ids, boolean whole) {
    Part part = new Part(new HashSet<>(ids), whole);
    return Stream.of(Figure.values()).map(part::figure).toList();
  }

  /** The part of the area that is asked about. */
  private final class Part {
    private final Set<String> ids;
    private final boolean whole;

    Part(Set<String> ids, boolean whole) {
      this.ids = ids;
      this.whole = whole;
    }

    LedgerFigure figure(Figure figure) {
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
            opened(figure, touched -> touched.stream().mapToDouble(Ledger.this::residents).sum());
        case CASE_OWNER_UNITS -> ofCase(figure, this::ownerUnits);
        case CASE_BUILT_YEARS -> ofCase(figure, this::years);
        case CASE_WALLS_M -> ofCase(figure, id -> walls(figure, id));
        case CASE_STRUCTURES_M2 -> ofCase(figure, id -> structures(figure, id));
        case CASE_GARDEN_M2 -> ofCase(figure, id -> ground(figure, id, "micro_garden"));
        case CASE_PLAZA_M2 -> ofCase(figure, id -> ground(figure, id, "small_plaza"));
        case CASE_LANE_M -> ofCase(figure, this::lane);
        case CASE_UNDERGROUND_SYSTEMS -> ofCase(figure, this::systems);
        case CASE_HEAT_STATIONS -> ofCase(figure, this::heatStations);
        case LIFT_SUNROOM_M2 -> sunroom(figure, c -> c.areaSquareDecimetres() / 100.0);
        case LIFT_SUNROOM_YUAN -> sunroom(figure, c -> c.costFen() / 100.0);
        case LIFT_HOUSEHOLDS -> sunroom(figure, c -> 1 + c.payers().size());
        case FEES_HOUSEHOLD_RATE -> ofFees(figure, this::feeRate);
        case FEES_PER_MONTH_YUAN -> ofFees(figure, this::feePerMonth);
        case FEES_WORKS_STARTED -> ofFees(figure, this::started);
        case FEES_CLUB_MEMBERS -> ofFees(figure, this::members);
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

    private List<Work> works(Collection<String> of) {
      return programme.all(Work.class).stream()
          .filter(w -> w.compoundIds().stream().anyMatch(of::contains))
          .toList();
    }

    private LedgerFigure renewed() {
      Set<String> renewed = new TreeSet<>();
      List<String> records = new ArrayList<>();
      for (String id : ids) {
        List<Work> works = works(List.of(id)).stream().filter(w -> w.phase(day) != null).toList();
        if (!works.isEmpty() && works.stream().allMatch(w -> w.phase(day) == Phase.DONE)) {
          renewed.add(id);
          works.forEach(w -> records.add("works/" + w.id()));
        }
      }
      return count(Figure.COMPOUNDS_RENEWED, renewed.size(), records);
    }

    private LedgerFigure managed() {
      List<Management> running =
          programme.all(Management.class).stream()
              .filter(m -> ids.contains(m.compoundId()) && m.runs(day))
              .filter(m -> m.standard() && m.mode() == ManagementMode.PROFESSIONAL)
              .toList();
      return count(
          Figure.COMPOUNDS_MANAGED,
          (double) running.stream().map(Management::compoundId).distinct().count(),
          running.stream().map(m -> "management/" + m.id()).toList());
    }

    private boolean here(LiftPlan lift) {
      String compound = compoundOfEntrance.get(lift.entranceId());
      return compound == null ? whole : ids.contains(compound);
    }

    private LedgerFigure lifts() {
      List<LiftPlan> added =
          programme.all(LiftPlan.class).stream().filter(l -> l.registered(day) && here(l)).toList();
      return count(
          Figure.LIFTS_ADDED, added.size(), added.stream().map(l -> "lifts/" + l.id()).toList());
    }

    private LedgerFigure inCircle() {
      double residents =
          measures.residentsInCircle().entrySet().stream()
              .filter(e -> whole || ids.contains(e.getKey()))
              .mapToDouble(Map.Entry::getValue)
              .sum();
      List<String> records = new ArrayList<>();
      done.down().stream().filter(d -> has(d.compounds())).forEach(d -> records.add(d.record()));
      done.open().stream().filter(o -> has(o.compounds())).forEach(o -> records.add(o.record()));
      return count(Figure.RESIDENTS_IN_CIRCLE, residents, records);
    }

    private List<Down> here(List<Down> down, @Nullable String compound) {
      return down.stream()
          .filter(
              d ->
                  compound == null ? whole || has(d.compounds()) : d.compounds().contains(compound))
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
      return count(figure, of.applyAsDouble(touched), down.stream().map(Down::record).toList());
    }

    private LedgerFigure built() {
      List<Open> built =
          done.open().stream()
              .filter(o -> o.built().origin() == FacilityOrigin.FREED_SPACE && has(o.compounds()))
              .toList();
      return count(
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
              : programme
                  .find(Story.class, story)
                  .map(Story::of)
                  .filter(ids::contains)
                  .orElse(null);
      return compound == null ? none(figure) : of.apply(compound);
    }

    private LedgerFigure ownerUnits(String compound) {
      Set<String> things = new HashSet<>();
      Compound place = Objects.requireNonNull(compounds.get(compound));
      area.walls().stream()
          .filter(w -> w.geometry().isWithinDistance(place.geometry(), 0.5))
          .forEach(
              w -> {
                things.add("WALLS:" + w.id());
                things.add("WALLS:" + w.partOf());
              });
      area.illegalStructures().stream()
          .filter(s -> place.geometry().intersects(s.geometry()))
          .forEach(s -> things.add("ILLEGAL_STRUCTURES:" + s.id()));
      List<Consent> asked =
          programme.all(Consent.class).stream()
              .filter(c -> c.ownerUnit() != null && c.status(day) != null)
              .filter(c -> things.contains(c.layer().name() + ":" + c.featureId()))
              .toList();
      return of(
          Figure.CASE_OWNER_UNITS,
          (double) asked.stream().map(Consent::ownerUnit).distinct().count(),
          compound,
          asked.stream().map(c -> "consents/" + c.id()).toList());
    }

    private LedgerFigure years(String compound) {
      List<Work> works =
          works(List.of(compound)).stream().filter(w -> w.phase(day) != null).toList();
      List<Integer> years =
          works.isEmpty()
              ? List.of()
              : area.buildings().stream()
                  .filter(b -> compound.equals(compoundOfBuilding.get(b.id())) && b.residential())
                  .map(Building::builtYear)
                  .filter(Objects::nonNull)
                  .sorted()
                  .toList();
      if (years.isEmpty()) {
        return none(Figure.CASE_BUILT_YEARS);
      }
      int first = years.get(0);
      int last = years.get(years.size() - 1);
      return new LedgerFigure(
          Figure.CASE_BUILT_YEARS,
          (double) last,
          (double) first,
          first + "–" + last,
          compound,
          works.stream().map(w -> "works/" + w.id()).toList());
    }

    private LedgerFigure ground(Figure figure, String compound, String kind) {
      List<Open> open = open(compound, kind);
      double area =
          open.stream()
              .map(o -> o.built().areaSquareMetres())
              .filter(Objects::nonNull)
              .mapToDouble(Double::doubleValue)
              .sum();
      return of(figure, area, compound, open.stream().map(Open::record).toList());
    }

    private List<Open> open(String compound, String kind) {
      return done.open().stream()
          .filter(o -> o.compounds().contains(compound) && o.built().kind().equals(kind))
          .toList();
    }

    private LedgerFigure lane(String compound) {
      List<String> walls = done.walls().stream().map(d -> d.feature().id()).toList();
      List<String> structures =
          done.groundStructures().stream().map(d -> d.feature().id()).toList();
      for (Work work : works(List.of(compound))) {
        for (WorkItem item : work.items()) {
          for (RebuiltLane lane : item.lanes()) {
            var measured = measures.lane(lane.pathId(), walls, structures);
            if (item.phase(day) == Phase.DONE && measured.isPresent()) {
              Double after = measured.get().widthAfterMetres();
              return new LedgerFigure(
                  Figure.CASE_LANE_M,
                  after == null ? lane.widthMetres() : Math.min(after, lane.widthMetres()),
                  measured.get().widthBeforeMetres(),
                  null,
                  compound,
                  List.of("works/" + work.id()));
            }
          }
        }
      }
      return none(Figure.CASE_LANE_M);
    }

    private LedgerFigure systems(String compound) {
      Set<UndergroundSystem> systems = new TreeSet<>();
      List<String> records = new ArrayList<>();
      for (Work work : works(List.of(compound))) {
        for (WorkItem item : work.items()) {
          UndergroundSystem system = item.system();
          if (system != null && item.phase(day) == Phase.DONE) {
            systems.add(system);
            records.add("works/" + work.id());
          }
        }
      }
      return of(Figure.CASE_UNDERGROUND_SYSTEMS, (double) systems.size(), compound, records);
    }

    private LedgerFigure heatStations(String compound) {
      List<Open> open = open(compound, "heat_station");
      return of(
          Figure.CASE_HEAT_STATIONS,
          (double) open.size(),
          compound,
          open.stream().map(Open::record).toList());
    }

    private LedgerFigure sunroom(Figure figure, ToDoubleFunction<Compensation> of) {
      String told = programme.find(Story.class, "lift").map(Story::of).orElse(null);
      for (LiftPlan lift : programme.all(LiftPlan.class)) {
        Compensation compensation = lift.compensation();
        boolean asked = whole ? lift.id().equals(told) : here(lift);
        if (asked && compensation != null && WorksDone.by(compensation.approvedOn(), day)) {
          String record = "lifts/" + lift.id();
          return of(figure, of.applyAsDouble(compensation), lift.id(), List.of(record));
        }
      }
      return none(figure);
    }

    private LedgerFigure feeRate(String compound) {
      FeeHistory fees = FeeHistory.of(compound, programme, day);
      FeePeriod first = fees.first();
      FeePeriod last = fees.last();
      if (first == null || last == null) {
        return none(Figure.FEES_HOUSEHOLD_RATE);
      }
      return new LedgerFigure(
          Figure.FEES_HOUSEHOLD_RATE,
          FeeHistory.householdRate(last),
          FeeHistory.householdRate(first),
          null,
          compound,
          fees.records());
    }

    private LedgerFigure feePerMonth(String compound) {
      FeeHistory fees = FeeHistory.of(compound, programme, day);
      FeePeriod last = fees.last();
      return last == null
          ? none(Figure.FEES_PER_MONTH_YUAN)
          : of(
              Figure.FEES_PER_MONTH_YUAN,
              FeeHistory.yuanPerHouseholdMonth(last),
              compound,
              fees.records());
    }

    private LedgerFigure started(String compound) {
      LocalDate first = null;
      List<String> records = new ArrayList<>();
      for (Work work : works(List.of(compound))) {
        for (WorkItem item : work.items()) {
          LocalDate started = item.startedOn();
          if (started != null && WorksDone.by(started, day)) {
            first = first == null || started.isBefore(first) ? started : first;
            records.add("works/" + work.id());
          }
        }
      }
      return first == null
          ? none(Figure.FEES_WORKS_STARTED)
          : new LedgerFigure(
              Figure.FEES_WORKS_STARTED, null, null, first.toString(), compound, records);
    }

    private LedgerFigure members(String compound) {
      List<Club> clubs =
          programme.all(Club.class).stream()
              .filter(c -> c.compoundId().equals(compound) && WorksDone.by(c.countedOn(), day))
              .toList();
      return of(
          Figure.FEES_CLUB_MEMBERS,
          (double) clubs.stream().mapToInt(Club::members).sum(),
          compound,
          clubs.stream().map(c -> "clubs/" + c.id()).toList());
    }

    private List<PartyBranch> existing() {
      return programme.all(PartyBranch.class).stream()
          .filter(b -> b.exists(day) && (whole || has(b.compoundIds())))
          .toList();
    }

    private LedgerFigure branches() {
      List<PartyBranch> branches = existing();
      return count(
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
      return count(
          Figure.BRANCH_PLACES,
          places.size(),
          existing().stream().map(b -> "branches/" + b.id()).toList());
    }
  }

  private static LedgerFigure count(Figure figure, double value, List<String> records) {
    return new LedgerFigure(figure, value, null, null, null, records);
  }

  private static LedgerFigure of(
      Figure figure, @Nullable Double value, String about, List<String> records) {
    return new LedgerFigure(figure, value, null, null, about, records);
  }

  private static LedgerFigure none(Figure figure) {
    return new LedgerFigure(figure, null, null, null, null, List.of());
  }

  /** As given, else those of its buildings. */
  private double residents(String compound) {
    Compound place = compounds.get(compound);
    Double given = place == null ? null : place.residents();
    return given != null
        ? given
        : area.buildings().stream()
            .filter(b -> compound.equals(compoundOfBuilding.get(b.id())))
            .map(Building::residents)
            .filter(Objects::nonNull)
            .mapToDouble(Double::doubleValue)
            .sum();
  }
}
