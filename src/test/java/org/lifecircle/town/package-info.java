/**
 * Little towns to make claims about, and honest second opinions on how far things are in them.
 *
 * <p>{@link org.lifecircle.town.DrawnTown} reads a map drawn in text, {@link
 * org.lifecircle.town.TownBuilder} takes exact coordinates, {@link org.lifecircle.town.TownChanges}
 * takes walls down and opens gates. Nothing here shares code with what it is used to check.
 */
@NullMarked
package org.lifecircle.town;

import org.jspecify.annotations.NullMarked;
