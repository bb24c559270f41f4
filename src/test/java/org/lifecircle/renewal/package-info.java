@NullMarked
package org.lifecircle.renewal;

import org.jspecify.annotations.NullMarked;
