/** Filters against plain sentences, and against what SQL makes of them. */
@NullMarked
package org.lifecircle.api.filter;

import org.jspecify.annotations.NullMarked;
