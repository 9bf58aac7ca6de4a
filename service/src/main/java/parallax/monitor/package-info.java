/**
 * Watching a wave in the field: its numbers on a page, on the wave's own page and for scripts, and when it is reminded next.
 * It may not read answers, nor name anybody; it prints what {@code fieldwork} counts.
 */
@NullMarked
package parallax.monitor;

import org.jspecify.annotations.NullMarked;
