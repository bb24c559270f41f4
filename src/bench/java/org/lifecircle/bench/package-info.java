/**
 * Benchmarks against what planners use today; never part of the product.
 *
 * <p><b>Fairness.</b> Peers search the very network LifeCircle built, handed to them edge by edge,
 * from the same places, to the same distance. Answers are compared first; nothing is timed whose
 * answers differ. Peers take turns round by round, so that a busy machine is busy for all, and
 * medians are compared within one run only.
 */
@NullMarked
package org.lifecircle.bench;

import org.jspecify.annotations.NullMarked;
