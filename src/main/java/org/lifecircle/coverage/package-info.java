/**
 * Who reaches what, and who is left out.
 *
 * <p>The idea: count people, not area. Residents live in {@link org.lifecircle.coverage.Dwellings
 * dwellings}, on a floor behind an entrance; one search from all facilities of a kind at once,
 * against the direction of walking, tells every entrance how far it is from the nearest; a
 * requirement then judges every dwelling by its limit. All residents are judged at the pace of one
 * group.
 *
 * <p>The laws. <i>Everyone once</i>: covered, unreachable and uncovered residents add up to all
 * residents, in every row and over the rows of every table, as whole numbers of millionths of a
 * person. <i>Monotone</i>: a shorter walk to anything never covers fewer. <i>Order-free</i>:
 * neither the order of the inputs nor the number of threads changes a digit.
 *
 * <p>The straight-line share stands beside the network's: the difference is what walls, gates and
 * missing paths cost. Land is covered where an isochrone reaches; since an isochrone is a picture,
 * people are never counted with it.
 *
 * <p>Known limits. A requirement's square metres per resident are asked of each compound where it
 * is judged by presence; where it is walked to they are counted for the whole area, as supply. The
 * way out of the house is judged (stairs down, not up). Coverage asks whether a place is near
 * enough, {@link org.lifecircle.coverage.CapacityStudy capacity} whether there is room in it; only
 * of what is built on freed space, and where it is asked to, does coverage count places too ({@link
 * org.lifecircle.coverage.Placement}).
 */
@NullMarked
package org.lifecircle.coverage;

import org.jspecify.annotations.NullMarked;
