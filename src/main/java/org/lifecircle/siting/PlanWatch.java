package org.lifecircle.siting;

/** Told how far a plan is. */
public interface PlanWatch {

  /**
   * Where it is.
   *
   * @param share of the work, 0 to 1
   * @param worth of the best plan so far, in people × requirements, weighted
   * @param bound no plan is worth more; infinite while nothing is known
   */
  void at(double share, double worth, double bound);
}
