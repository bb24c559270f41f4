/** Claims about the nouns themselves. */
@NullMarked
package org.lifecircle.model;

import org.jspecify.annotations.NullMarked;
