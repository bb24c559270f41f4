package org.lifecircle.coverage;

import org.lifecircle.model.ResidentsSource;
import org.locationtech.jts.geom.Coordinate;

/**
 * The people behind one entrance, all floors together, while it is worked out how many they are.
 * There are homes of which no entrance, or not even a building, is known: nobody is lost.
 */
final class Home {

  static final int NONE = -1;

  /** What may live in a building, as far as its use says. */
  enum Housing {
    RESIDENTIAL,
    /** Use unknown: people live there if they are known to live thereabouts and nowhere else. */
    POSSIBLE,
    OTHER
  }

  /** Where a home is: numbers in the area's layers, or {@link #NONE}. */
  record Address(int entrance, int building, int compound, Coordinate place) {}

  private final Address address;
  private final Housing housing;
  private final int floors;
  private long residents = Millionths.UNKNOWN;
  private long aged60Plus = Millionths.UNKNOWN;
  private long agedUnder6 = Millionths.UNKNOWN;
  private ResidentsSource source = ResidentsSource.NONE;

  Home(Address address, Housing housing, int floors) {
    this.address = address;
    this.housing = housing;
    this.floors = floors;
  }

  int entrance() {
    return address.entrance();
  }

  int building() {
    return address.building();
  }

  int compound() {
    return address.compound();
  }

  Coordinate place() {
    return address.place();
  }

  Housing housing() {
    return housing;
  }

  int floors() {
    return floors;
  }

  /** Whether it is known how many live here. */
  boolean settled() {
    return residents != Millionths.UNKNOWN;
  }

  /** Whether it is yet to be found out how many live here. */
  boolean open(Housing asHousing) {
    return !settled() && housing == asHousing;
  }

  void settle(long millionths, ResidentsSource from) {
    residents = millionths;
    source = from;
  }

  /** Millionths; 0 as long as it is not known. */
  long residents() {
    return Math.max(0, residents);
  }

  ResidentsSource source() {
    return source;
  }

  void setAged60Plus(long millionths) {
    aged60Plus = millionths;
  }

  void setAgedUnder6(long millionths) {
    agedUnder6 = millionths;
  }

  /** Millionths, or {@link Millionths#UNKNOWN}. */
  long aged60Plus() {
    return aged60Plus;
  }

  /** Millionths, or {@link Millionths#UNKNOWN}. */
  long agedUnder6() {
    return agedUnder6;
  }
}
