/**
 * Scenarios as JSON, the form the contract gives them: in from people and out to them, and the form
 * in which they are kept.
 *
 * <p>What comes in is bounded and strict: a member nobody knows, a type of change there is not, a
 * feature whose columns do not fit, geometry far from the area are faults with a JSON pointer, all
 * at once. Whether a change can be made of an area, the area says ({@code Scenario.faults}).
 */
@NullMarked
package org.lifecircle.io.scenario;

import org.jspecify.annotations.NullMarked;
