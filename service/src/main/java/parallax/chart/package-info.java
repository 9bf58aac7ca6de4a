/**
 * Draws charts as SVG from plain numbers and words, for a page and again for a phone.
 * It knows no figure: what may be drawn is decided by whoever calls.
 */
@NullMarked
package parallax.chart;

import org.jspecify.annotations.NullMarked;
