/** Claims about small towns drawn in metres, and about what assembly makes of them. */
@NullMarked
package org.lifecircle.io.assembly;

import org.jspecify.annotations.NullMarked;
