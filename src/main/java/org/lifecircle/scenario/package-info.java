/**
 * What an edit of the place comes to beyond one chapter: here whether a lift has room on the map,
 * and which lifts to subsidise with so much money.
 *
 * <p>A lift outside a house is a shaft with a landing. Where it stands it must stand on nothing,
 * block no path that cannot be led round it, leave fire lanes their width, and take no home's sun.
 * The sun is bounded from above: a shaft seen under so wide an angle hides the sun for no longer
 * than the sun takes to cross that angle at its slowest, whatever its height.
 */
@NullMarked
package org.lifecircle.scenario;

import org.jspecify.annotations.NullMarked;
