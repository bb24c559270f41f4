/**
 * Policy is data: standards, walking rules and whatever else {@code config/} holds, read strictly.
 *
 * <p>Each file says at its top how it is written. It is bounded before it is parsed; a key nobody
 * knows, a value out of range, an id used twice are faults with the file and a JSON pointer, and
 * all faults of a file come at once. Every value names its source and how far it is confirmed, so
 * that the product can print that beside it.
 *
 * <p>Known limit: faults of syntax come one by one, for after the first the rest is guesswork.
 */
@NullMarked
package org.lifecircle.io.policy;

import org.jspecify.annotations.NullMarked;
