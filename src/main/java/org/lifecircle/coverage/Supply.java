package org.lifecircle.coverage;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lifecircle.model.Building;
import org.lifecircle.model.Compound;
import org.lifecircle.model.JudgedBy;
import org.lifecircle.model.Rate;
import org.lifecircle.model.Requirement;
import org.lifecircle.model.Standard;
import org.lifecircle.model.StudyArea;
import org.lifecircle.model.SupplyRow;
import org.lifecircle.model.WalkingRules;
import org.locationtech.jts.geom.Geometry;

/** Counts what there is against what a rate asks for, over the whole area. */
final class Supply {

  private final StudyArea area;
  private final WalkingRules rules;
  private final Dwellings dwellings;
  private final FacilityPool pool;
  private final PolygonIndex boundary;

  Supply(StudyArea area, WalkingRules rules, Dwellings dwellings, FacilityPool pool) {
    this.area = area;
    this.rules = rules;
    this.dwellings = dwellings;
    this.pool = pool;
    boundary = new PolygonIndex(List.of(area.boundary()));
  }

  /** In the order of the standard. */
  List<SupplyRow> rows(Standard standard) {
    List<SupplyRow> rows = new ArrayList<>();
    for (Requirement requirement : standard.requirements()) {
      if (requirement.judgedBy() == JudgedBy.RATE) {
        for (String kind : requirement.accepts()) {
          rows.add(counted(requirement, kind, standard.kind(kind).rate()));
        }
      }
      Double perResident = requirement.minimum().squareMetresPerResident();
      if (perResident != null && requirement.judgedBy() == JudgedBy.WALK) {
        rows.add(measured(requirement, perResident));
      }
    }
    return rows;
  }

  private SupplyRow counted(Requirement requirement, String kind, @Nullable Rate rate) {
    List<Integer> present = inside(pool.accepted(kind, requirement.minimum()));
    Double demand = rate == null ? null : demand(rate.per());
    return new SupplyRow(
        requirement.id(),
        requirement.tier(),
        requirement.obligation(),
        kind,
        rate == null ? null : rate.per(),
        demand,
        rate == null ? null : needed(demand, rate.to()),
        rate == null ? null : needed(demand, rate.from()),
        present.size(),
        null,
        null);
  }

  private static @Nullable Integer needed(@Nullable Double demand, int each) {
    return demand == null || each == 0 ? null : (int) Math.ceil(demand / each);
  }

  private SupplyRow measured(Requirement requirement, double perResident) {
    List<Integer> present =
        inside(pool.accepted(new Ask(requirement, requirement.accepts(), null)));
    double residents = Millionths.people(dwellings.residentsMillionths());
    double land =
        pool.facilities(present).stream()
            .map(FacilityPool::landSquareMetres)
            .mapToDouble(squareMetres -> squareMetres == null ? 0 : squareMetres)
            .sum();
    return new SupplyRow(
        requirement.id(),
        requirement.tier(),
        requirement.obligation(),
        null,
        null,
        residents,
        null,
        null,
        present.size(),
        perResident * residents,
        land);
  }

  private List<Integer> inside(List<Integer> facilities) {
    return facilities.stream().filter(i -> inside(pool.facility(i).geometry())).toList();
  }

  private @Nullable Double demand(Rate.Per per) {
    return switch (per) {
      case RESIDENTS -> Millionths.people(dwellings.residentsMillionths());
      case DWELLINGS -> households();
      case HEATED_FLOOR_M2 -> heatedFloor();
    };
  }

  /** As given for compounds, else for their buildings; null when nobody gave any. */
  private @Nullable Double households() {
    long sum = 0;
    for (Compound compound : area.compounds()) {
      Integer given = compound.households();
      sum += given != null && inside(compound.geometry()) ? given : 0;
    }
    int last = Dwellings.NONE; // dwellings of one building stand together
    for (int i = 0; i < dwellings.count(); i++) {
      int building = dwellings.building(i);
      int compound = dwellings.compound(i);
      boolean known =
          compound != Dwellings.NONE && area.compounds().get(compound).households() != null;
      if (building != last && building != Dwellings.NONE && !known) {
        Integer own = area.buildings().get(building).households();
        sum += own == null ? 0 : own;
      }
      last = building;
    }
    return sum == 0 ? null : Double.valueOf((double) sum);
  }

  private double heatedFloor() {
    double sum = 0;
    for (Building building : area.buildings()) {
      if (inside(building.geometry())) {
        Integer floors = building.floors();
        sum +=
            building.geometry().getArea()
                * (floors == null ? rules.residents().defaultFloors() : floors);
      }
    }
    return sum;
  }

  private boolean inside(Geometry geometry) {
    return boundary.at(geometry.getInteriorPoint().getCoordinate()) != PolygonIndex.NOWHERE;
  }
}
