/** Claims about what a workspace keeps, and about what it refuses to show. */
@NullMarked
package org.lifecircle.store;

import org.jspecify.annotations.NullMarked;
