/**
 * Figures as the consultancy reads them: over the API, as tables and charts, and where each comes from.
 * It prints figures and computes none.
 */
@NullMarked
package parallax.results;

import org.jspecify.annotations.NullMarked;
