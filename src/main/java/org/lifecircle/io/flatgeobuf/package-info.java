/**
 * FlatGeobuf, version 3, in. The usual library follows whatever offsets a file names; here each is
 * held against the buffer it points into, and a feature is looked at in the bytes of its own length
 * prefix. The spatial index is skipped, not trusted.
 */
@NullMarked
package org.lifecircle.io.flatgeobuf;

import org.jspecify.annotations.NullMarked;
