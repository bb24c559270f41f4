/**
 * Where to put things: location-allocation over any candidates.
 *
 * <p><b>The idea.</b> People live at demand points; candidates are places where a facility could
 * stand; between them lie walks. {@link org.lifecircle.siting.MaximalCovering} (Church and ReVelle
 * 1974) serves the most people with a number of sites or a budget, {@link
 * org.lifecircle.siting.SetCovering} (Toregas et al. 1971) serves everybody with the least, {@link
 * org.lifecircle.siting.PMedian} (Hakimi 1964) keeps the sum of all walks shortest, {@link
 * org.lifecircle.siting.PCentre} the longest one. Capacities may bound how many a site serves.
 *
 * <p>{@link org.lifecircle.siting.Locator} asks these questions of an area's own people and sites;
 * {@link org.lifecircle.siting.Planner} decides together what goes, what opens and what is built.
 *
 * <p><b>Mathematics.</b> OR-Tools' CP-SAT proves every answer: a result says its bound and the gap
 * that is left. One worker searches and its limit counts work, not seconds, so that the same
 * question has the same answer on any machine.
 *
 * <p><b>Known limits.</b> Weights and costs are whole numbers. Ties between equal optima are broken
 * by CP-SAT, always in the same way for the same version of it.
 */
@NullMarked
package org.lifecircle.siting;

import org.jspecify.annotations.NullMarked;
