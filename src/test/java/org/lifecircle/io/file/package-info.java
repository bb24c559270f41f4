@NullMarked
package org.lifecircle.io.file;

import org.jspecify.annotations.NullMarked;
