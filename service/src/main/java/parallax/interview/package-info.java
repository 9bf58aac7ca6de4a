/**
 * Interviews by phone: whom to call, what to say, and the way of what was heard into the ballot box.
 * It may not read counted answers or drafts of the web, and stores no answer that it could read again itself.
 */
@NullMarked
package parallax.interview;

import org.jspecify.annotations.NullMarked;
