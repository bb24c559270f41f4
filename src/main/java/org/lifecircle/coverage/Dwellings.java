package org.lifecircle.coverage;

import java.util.Arrays;
import java.util.List;
import org.lifecircle.model.DataIssue;
import org.lifecircle.model.ResidentsSource;
import org.lifecircle.model.StudyArea;
import org.lifecircle.model.WalkingRules;
import org.locationtech.jts.geom.Coordinate;

/**
 * Where people live: every floor behind every entrance of the buildings inside the boundary, with
 * its residents. Bulk numbers in parallel arrays, built once; a dwelling goes by its number.
 *
 * <p>Residents come from the first source that knows them: the building or its entrances; the
 * compound; a population layer; floor area. Inputs are preserved exactly in the sum, for numbers of
 * people are whole millionths shared out by largest remainders. A coarse figure less the finer ones
 * inside it goes to those that have none. People of whom no entrance, or not even a building, is
 * known keep a dwelling without it; people outside the boundary have none.
 */
public final class Dwellings {

  /** No entrance, building or compound is known. */
  public static final int NONE = Home.NONE;

  private final int[] entrance;
  private final int[] building;
  private final int[] compound;
  private final int[] floor;
  private final long[] residents;
  private final long[] aged60Plus;
  private final long[] agedUnder6;
  private final ResidentsSource[] source;
  private final Coordinate[] place;
  private final List<DataIssue> issues;

  private Dwellings(List<Home> homes, List<DataIssue> issues) {
    int count = homes.stream().mapToInt(Home::floors).sum();
    entrance = new int[count];
    building = new int[count];
    compound = new int[count];
    floor = new int[count];
    residents = new long[count];
    aged60Plus = new long[count];
    agedUnder6 = new long[count];
    source = new ResidentsSource[count];
    place = new Coordinate[count];
    this.issues = List.copyOf(issues);
    int next = 0;
    for (Home home : homes) {
      fill(home, next);
      next += home.floors();
    }
  }

  private void fill(Home home, int first) {
    long[] people = Apportionment.even(home.residents(), home.floors());
    long[] old = evenly(home.aged60Plus(), home.floors());
    long[] young = evenly(home.agedUnder6(), home.floors());
    for (int f = 0; f < home.floors(); f++) {
      int i = first + f;
      entrance[i] = home.entrance();
      building[i] = home.building();
      compound[i] = home.compound();
      floor[i] = f + 1;
      residents[i] = people[f];
      aged60Plus[i] = old[f];
      agedUnder6[i] = young[f];
      source[i] = home.source();
      place[i] = home.place();
    }
  }

  private static long[] evenly(long people, int floors) {
    if (people != Millionths.UNKNOWN) {
      return Apportionment.even(people, floors);
    }
    long[] unknown = new long[floors];
    Arrays.fill(unknown, Millionths.UNKNOWN);
    return unknown;
  }

  /** The dwellings of an area; in the order of its buildings, entrances and floors. */
  public static Dwellings of(StudyArea area, WalkingRules rules) {
    ResidentIssues issues = new ResidentIssues();
    List<Home> homes = Homes.of(area, rules.residents(), issues);
    GivenResidents.settle(area, homes, issues);
    CompoundResidents.settle(area, homes, issues);
    CellResidents.settle(area, homes, issues);
    FloorAreaResidents.settle(area, homes, rules.residents());
    CompoundAges.settle(area, homes);
    PolygonIndex boundary = new PolygonIndex(List.of(area.boundary()));
    List<Home> counted =
        homes.stream()
            .filter(Home::settled)
            .filter(home -> boundary.at(home.place()) != PolygonIndex.NOWHERE)
            .toList();
    for (Home home : counted) {
      if (home.entrance() == NONE && home.building() != NONE && home.residents() > 0) {
        issues.withoutEntrance(area.buildings().get(home.building()), home.residents());
      }
    }
    return new Dwellings(counted, issues.list());
  }

  /** How many dwellings there are; they are numbered from 0. */
  public int count() {
    return entrance.length;
  }

  /** Number of its entrance in the area's layer, or {@link #NONE}. */
  public int entrance(int dwelling) {
    return entrance[dwelling];
  }

  /** Number of its building in the area's layer, or {@link #NONE}. */
  public int building(int dwelling) {
    return building[dwelling];
  }

  /** Number of its compound in the area's layer, or {@link #NONE}. */
  public int compound(int dwelling) {
    return compound[dwelling];
  }

  /** The storey it is on; 1 is the ground floor. */
  public int floor(int dwelling) {
    return floor[dwelling];
  }

  /** Who live there, in millionths of a person. */
  public long residentsMillionths(int dwelling) {
    return residents[dwelling];
  }

  /** Where the number of residents came from. */
  public ResidentsSource residentsSource(int dwelling) {
    return source[dwelling];
  }

  /** Of those, in millionths, the people of 60 and over as given; negative when not known. */
  long aged60PlusMillionths(int dwelling) {
    return aged60Plus[dwelling];
  }

  /** Of those, in millionths, the children under 6 as given; negative when not known. */
  long agedUnder6Millionths(int dwelling) {
    return agedUnder6[dwelling];
  }

  /** A point of its building: what decides which unit it is in. */
  Coordinate place(int dwelling) {
    return place[dwelling];
  }

  /** All residents, in millionths. */
  public long residentsMillionths() {
    long sum = 0;
    for (long people : residents) {
      sum += people;
    }
    return sum;
  }

  /** What was wrong with the numbers of residents, and what was done. */
  public List<DataIssue> issues() {
    return issues;
  }
}
