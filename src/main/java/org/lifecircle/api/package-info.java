/**
 * HTTP in, HTTP out.
 *
 * <p>{@code Routes} is the API on one screen. Every address is an {@code Endpoint}: it says which
 * parameters it knows and in what forms it can answer, and turns a {@code Question} into an {@code
 * Answer}. The same objects read the parameters, refuse what is wrong with them and describe them
 * in the API document, so the three cannot differ. The command line asks the same endpoints.
 *
 * <p>A question is refused with everything that is wrong with it at once, as RFC 9457 problem
 * details, also where Javalin or Jetty would answer in forms of their own. A parameter nobody knows
 * is an error: a misspelt one would otherwise be an unnoticed wrong answer.
 *
 * <p>An {@code OpenArea} is one dataset version with what is computed from it, each thing once.
 * What is not ready in time is answered 503 with {@code Retry-After}. Answers carry an {@code ETag}
 * made of the dataset version and the policy, for they depend on nothing else.
 *
 * <p>Architecture invariant: nothing here computes. Formats are {@code AnswerWriter}'s business,
 * degrees are {@code io}'s.
 */
@NullMarked
package org.lifecircle.api;

import org.jspecify.annotations.NullMarked;
