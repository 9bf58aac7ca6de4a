/**
 * Staff, their sessions and API tokens, and the audit of what they did.
 * It may not know what they work on.
 */
@NullMarked
package parallax.access;

import org.jspecify.annotations.NullMarked;
