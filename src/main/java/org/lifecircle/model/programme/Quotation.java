package org.lifecircle.model.programme;

import org.jspecify.annotations.Nullable;
import org.lifecircle.model.Provenance;
import org.lifecircle.model.Text;

/**
 * What was published about a figure elsewhere: shown beside the computed one, never mixed with it.
 *
 * @param figure id of the ledger's figure
 * @param text as it was printed
 * @param from least that the words can mean, to hold a computed figure against; null when it cannot
 *     be held against one
 * @param below more than the words can mean
 */
public record Quotation(
    String figure,
    Text text,
    @Nullable Double from,
    @Nullable Double below,
    Provenance provenance) {}
