/** Claims about files that are read, and about what a study area made of them holds. */
@NullMarked
package org.lifecircle.io;

import org.jspecify.annotations.NullMarked;
