/**
 * Counted answers: stored as arrays, imported from elsewhere, read as a stream.
 * It may not know contacts, invitations or mail.
 */
@NullMarked
package parallax.response;

import org.jspecify.annotations.NullMarked;
