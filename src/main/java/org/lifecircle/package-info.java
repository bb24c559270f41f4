/**
 * The front door: {@code App} starts, {@code Cli} understands what was asked.
 *
 * <p>The program is wired by hand here, from the config files outwards; no other package knows how
 * the pieces are put together. See the plan of the house in {@code README.md}.
 */
@NullMarked
package org.lifecircle;

import org.jspecify.annotations.NullMarked;
