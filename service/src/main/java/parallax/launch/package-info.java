/**
 * The last look before a wave goes into the field, the launch, and the way back while no mail has left.
 * It may not read answers.
 */
@NullMarked
package parallax.launch;

import org.jspecify.annotations.NullMarked;
