package org.lifecircle.renewal;

/**
 * What a higher share of households who pay is worth in fees: a higher rate pays for a lower fee.
 *
 * @param households who should pay
 * @param oldYuan a month from a household, before
 * @param oldRate share of households who paid
 * @param newYuan after
 * @param newRate after
 */
public record BreakEven(
    int households, double oldYuan, double oldRate, double newYuan, double newRate) {

  /** What comes in a year, before. */
  public double oldYearlyYuan() {
    return households * oldRate * oldYuan * 12;
  }

  /** What comes in a year, after. */
  public double newYearlyYuan() {
    return households * newRate * newYuan * 12;
  }

  /** The lowest new fee that brings in as much as before. */
  public double breakEvenYuan() {
    return newRate == 0 ? Double.POSITIVE_INFINITY : oldYuan * oldRate / newRate;
  }

  /** The share of households at which the new fee brings in as much as before. */
  public double breakEvenRate() {
    return newYuan == 0 ? Double.POSITIVE_INFINITY : oldYuan * oldRate / newYuan;
  }

  /** Income rises only if the old fee was below this. */
  public double oldYuanBelow() {
    return oldRate == 0 ? Double.POSITIVE_INFINITY : newYuan * newRate / oldRate;
  }
}
