package org.lifecircle.coverage;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.lifecircle.coverage.Searches.Measured;
import org.lifecircle.model.Criterion;
import org.lifecircle.model.Facility;
import org.lifecircle.model.JudgedBy;
import org.lifecircle.model.StudyArea;
import org.lifecircle.walk.Measure;

/**
 * What people want and what would satisfy it, in numbers: what plans are made from. Who is covered
 * by these numbers is covered in the tables.
 */
public final class Demands {

  /**
   * A requirement judged by the walk.
   *
   * @param requirement id
   * @param cutoff in the unit of the measure: no walk may be longer
   * @param accepted the facilities of the area that count
   * @param room by id of those of them that serve only so many: millionths of residents
   */
  public record Walked(
      String requirement,
      Measure measure,
      int cutoff,
      List<Facility> accepted,
      Map<String, Long> room) {

    public Walked {
      accepted = List.copyOf(accepted);
      room = Map.copyOf(room);
    }
  }

  /**
   * A facility that counts where it stands.
   *
   * @param compound it stands in, by number, or less than 0
   * @param squareMetres of its land; 0 where unknown
   */
  public record Standing(Facility facility, int compound, double squareMetres) {}

  /**
   * A requirement judged by presence in one's own compound.
   *
   * @param requirement id
   * @param accepted the facilities of the area that count
   * @param squareMetresNeeded by compound; 0 where one facility of any size is enough
   */
  public record Present(
      String requirement, List<Standing> accepted, List<Double> squareMetresNeeded) {

    public Present {
      accepted = List.copyOf(accepted);
      squareMetresNeeded = List.copyOf(squareMetresNeeded);
    }
  }

  private final List<Walked> walked = new ArrayList<>();
  private final List<Present> present = new ArrayList<>();
  private final long[] peopleAt; // by entrance, millionths
  private final long[] peopleOf; // by compound, millionths

  Demands(StudyArea area, Judge judge, List<Ask> asks, CoverageQuery query, HeadCount count) {
    Dwellings dwellings = judge.dwellings();
    peopleAt = new long[judge.entranceCount()];
    peopleOf = new long[area.compounds().size()];
    long[] residents = new long[area.compounds().size()];
    for (int d = 0; d < dwellings.count(); d++) {
      if (dwellings.entrance(d) != Dwellings.NONE) {
        peopleAt[dwellings.entrance(d)] += count.people(d);
      }
      if (dwellings.compound(d) != Dwellings.NONE) {
        peopleOf[dwellings.compound(d)] += count.people(d);
        residents[dwellings.compound(d)] += dwellings.residentsMillionths(d);
      }
    }
    FacilityPool pool = judge.pool();
    for (Ask ask : asks) {
      List<Integer> accepted = pool.accepted(ask);
      if (ask.requirement().judgedBy() == JudgedBy.WALK) {
        Measured measured = judge.measured(ask, query);
        boolean timed = measured.criterion() == Criterion.TIME;
        walked.add(
            new Walked(
                ask.requirement().id(),
                timed ? Measure.time(measured.group()) : Measure.distance(),
                Judge.cutoff(ask.requirement().limit(), measured.criterion()),
                pool.facilities(accepted),
                query.capacity() ? room(judge, pool.facilities(accepted)) : Map.of()));
      } else {
        present.add(present(ask, pool, accepted, residents));
      }
    }
  }

  private static Map<String, Long> room(Judge judge, List<Facility> accepted) {
    Map<String, Long> room = new LinkedHashMap<>();
    for (Facility facility : accepted) {
      Long its = judge.room(facility);
      if (its != null) {
        room.put(facility.id(), its);
      }
    }
    return room;
  }

  private static Present present(
      Ask ask, FacilityPool pool, List<Integer> accepted, long[] residents) {
    List<Standing> standing = new ArrayList<>();
    for (int number : accepted) {
      Double land = FacilityPool.landSquareMetres(pool.facility(number));
      standing.add(
          new Standing(pool.facility(number), pool.compound(number), land == null ? 0 : land));
    }
    @Nullable Double perResident = ask.requirement().minimum().squareMetresPerResident();
    List<Double> needed = new ArrayList<>();
    for (long people : residents) {
      needed.add(perResident == null ? 0 : perResident * Millionths.people(people));
    }
    return new Present(ask.requirement().id(), standing, needed);
  }

  /** Those judged by the walk, in the order of the standard. */
  public List<Walked> walked() {
    return walked;
  }

  /** Those judged by presence. */
  public List<Present> present() {
    return present;
  }

  /** By entrance, millionths of the people behind it. */
  public long[] peopleAt() {
    return peopleAt.clone();
  }

  /** By compound, millionths of the people who live in it. */
  public long[] peopleOf() {
    return peopleOf.clone();
  }
}
