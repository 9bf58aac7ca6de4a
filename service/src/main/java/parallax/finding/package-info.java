/**
 * Figures with intervals and verdicts, computed from the counted answers and cleared of what would disclose.
 * There is no other way from an answer to a number; it may not know people.
 */
@NullMarked
package parallax.finding;

import org.jspecify.annotations.NullMarked;
