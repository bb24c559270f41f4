/** Claims about edits of a place as a whole. */
@NullMarked
package org.lifecircle.scenario;

import org.jspecify.annotations.NullMarked;
