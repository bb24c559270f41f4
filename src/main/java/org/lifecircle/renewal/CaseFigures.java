package org.lifecircle.renewal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.lifecircle.model.Building;
import org.lifecircle.model.Compound;
import org.lifecircle.model.StudyArea;
import org.lifecircle.model.programme.Consent;
import org.lifecircle.model.programme.Phase;
import org.lifecircle.model.programme.Programme;
import org.lifecircle.model.programme.RebuiltLane;
import org.lifecircle.model.programme.UndergroundSystem;
import org.lifecircle.model.programme.Work;
import org.lifecircle.model.programme.WorkItem;
import org.lifecircle.renewal.WorksDone.Open;

/** The figures of one compound whose walls went: who was asked, what came, what got wider. */
final class CaseFigures {

  private final StudyArea area;
  private final Programme programme;
  private final CompoundPlaces places;
  private final LedgerMeasures measures;
  private final WorksDone done;
  private final LocalDate day;

  CaseFigures(
      StudyArea area,
      Programme programme,
      CompoundPlaces places,
      LedgerMeasures measures,
      WorksDone done,
      LocalDate day) {
    this.area = area;
    this.programme = programme;
    this.places = places;
    this.measures = measures;
    this.done = done;
    this.day = day;
  }

  LedgerFigure ownerUnits(String compound) {
    Set<String> things = new HashSet<>();
    Compound place = places.compound(compound);
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
    return LedgerFigure.of(
        Figure.CASE_OWNER_UNITS,
        (double) asked.stream().map(Consent::ownerUnit).distinct().count(),
        compound,
        asked.stream().map(c -> "consents/" + c.id()).toList());
  }

  LedgerFigure years(String compound) {
    List<Work> works =
        Work.at(compound, programme).stream().filter(w -> w.phase(day) != null).toList();
    List<Integer> years =
        works.isEmpty()
            ? List.of()
            : area.buildings().stream()
                .filter(b -> places.isIn(b, compound) && b.residential())
                .map(Building::builtYear)
                .filter(Objects::nonNull)
                .sorted()
                .toList();
    if (years.isEmpty()) {
      return LedgerFigure.none(Figure.CASE_BUILT_YEARS);
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

  LedgerFigure ground(Figure figure, String compound, String kind) {
    List<Open> open = open(compound, kind);
    double area =
        open.stream()
            .map(o -> o.built().areaSquareMetres())
            .filter(Objects::nonNull)
            .mapToDouble(Double::doubleValue)
            .sum();
    return LedgerFigure.of(figure, area, compound, open.stream().map(Open::record).toList());
  }

  LedgerFigure lane(String compound) {
    List<String> walls = done.walls().stream().map(d -> d.feature().id()).toList();
    List<String> structures = done.groundStructures().stream().map(d -> d.feature().id()).toList();
    for (Work work : Work.at(compound, programme)) {
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
    return LedgerFigure.none(Figure.CASE_LANE_M);
  }

  LedgerFigure systems(String compound) {
    Set<UndergroundSystem> systems = new TreeSet<>();
    List<String> records = new ArrayList<>();
    for (Work work : Work.at(compound, programme)) {
      for (WorkItem item : work.items()) {
        UndergroundSystem system = item.system();
        if (system != null && item.phase(day) == Phase.DONE) {
          systems.add(system);
          records.add("works/" + work.id());
        }
      }
    }
    return LedgerFigure.of(
        Figure.CASE_UNDERGROUND_SYSTEMS, (double) systems.size(), compound, records);
  }

  LedgerFigure heatStations(String compound) {
    List<Open> open = open(compound, "heat_station");
    return LedgerFigure.of(
        Figure.CASE_HEAT_STATIONS,
        (double) open.size(),
        compound,
        open.stream().map(Open::record).toList());
  }

  private List<Open> open(String compound, String kind) {
    return done.open().stream()
        .filter(o -> o.compounds().contains(compound) && o.built().kind().equals(kind))
        .toList();
  }
}
