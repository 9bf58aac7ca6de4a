/**
 * Wiring, configuration and the main class.
 * It decides nothing that a feature should decide.
 */
@NullMarked
package parallax.app;

import org.jspecify.annotations.NullMarked;
