/**
 * Files of people on their way in: upload, mapping, check, correction, confirmation, undo.
 * It may not decide what a person's data must be like: {@code contact} does.
 */
@NullMarked
package parallax.intake;

import org.jspecify.annotations.NullMarked;
