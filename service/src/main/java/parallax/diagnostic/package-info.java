/**
 * What Sales, Marketing and leadership say to statements about their work together: signs, mistakes and remedies, by the method of
 * all gaps. No number leaves it that did not pass disclosure control; it may not know people.
 */
@NullMarked
package parallax.diagnostic;

import org.jspecify.annotations.NullMarked;
