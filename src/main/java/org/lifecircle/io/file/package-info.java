/**
 * Files of any kind as the layers of an area. What a file is, its content says; which layer a table
 * is, its name or the mapping; where its coordinates lie, the file, or whoever brings it. Archives
 * are unpacked beside, bounded, and never out of their folder.
 *
 * <p>Nothing is guessed in silence: a name taken for a layer's, an encoding, axes, an id that is
 * only a row's number, all are data issues. What cannot be decided refuses the file, with what to
 * say for it to be read.
 */
@NullMarked
package org.lifecircle.io.file;

import org.jspecify.annotations.NullMarked;
