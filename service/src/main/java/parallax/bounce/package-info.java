/**
 * What comes back from a mail: bounces, stops, and what they do to the mails that still wait.
 * It may not touch answers.
 */
@NullMarked
package parallax.bounce;

import org.jspecify.annotations.NullMarked;
