/** Claims about the policy files that are shipped, and about files people get wrong. */
@NullMarked
package org.lifecircle.io.policy;

import org.jspecify.annotations.NullMarked;
