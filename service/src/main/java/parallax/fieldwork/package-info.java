/**
 * Running a wave: launch, invitations, reminders, field numbers, close.
 * It may not read answers; ballots it hands on are sealed.
 */
@NullMarked
package parallax.fieldwork;

import org.jspecify.annotations.NullMarked;
