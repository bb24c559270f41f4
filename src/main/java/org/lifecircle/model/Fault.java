package org.lifecircle.model;

import org.jspecify.annotations.Nullable;

/**
 * One thing that makes an input unusable, said so that its owner can mend it.
 *
 * @param file as its owner knows it, without folders
 * @param layer the contract's name of the layer; null when the fault is not in one
 * @param feature id of the feature; null when it has none or the whole file is meant
 * @param pointer where in the file, as a JSON pointer where that makes sense; may be empty
 * @param reason what is wrong, and what to do
 */
public record Fault(
    String file, @Nullable String layer, @Nullable String feature, String pointer, Text reason) {}
