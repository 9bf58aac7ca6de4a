/**
 * Whom customers named as the right person: contacts that a consultant confirms or dismisses.
 * It may not read answers, nor tell whether somebody answered.
 */
@NullMarked
package parallax.referral;

import org.jspecify.annotations.NullMarked;
