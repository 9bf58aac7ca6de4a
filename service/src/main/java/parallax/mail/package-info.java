/**
 * The outbox and the transport that empties it.
 * It may not touch answers.
 */
@NullMarked
package parallax.mail;

import org.jspecify.annotations.NullMarked;
