/**
 * Tells consultants a week before what becomes of a wave by the clock: its close, its seal, the end of its contacts.
 * It may not know who was invited, nor write to anybody but staff.
 */
@NullMarked
package parallax.notice;

import org.jspecify.annotations.NullMarked;
