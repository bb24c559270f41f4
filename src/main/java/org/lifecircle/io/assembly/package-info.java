/**
 * From raw layers to a complete, clean study area: {@link org.lifecircle.io.assembly.Assembly} is
 * the table of contents, every step of it a class.
 *
 * <p>A step takes a study area and gives one back, and tells an {@code IssueLog} what it did. What
 * it may not do is stop: only what makes the input unusable is a fault, and faults are gathered
 * from all files before the first step.
 *
 * <p>Known limits: walls that should meet but leave a gap wider than a millimetre are not drawn
 * together, only split there; a façade's nearest path may lie behind a wall.
 */
@NullMarked
package org.lifecircle.io.assembly;

import org.jspecify.annotations.NullMarked;
