/**
 * Who chose the customers of a wave: how many were eligible, named and struck. Results print it.
 * It knows counts only; it may know neither people nor answers.
 */
@NullMarked
package parallax.nomination;

import org.jspecify.annotations.NullMarked;
