/**
 * The perception-gap summary for leadership.
 * It prints figures and computes none.
 */
@NullMarked
package parallax.summary;

import org.jspecify.annotations.NullMarked;
