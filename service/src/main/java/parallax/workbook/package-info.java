/**
 * The Excel gap analysis of one team.
 * It prints figures and computes none but formulas over counts.
 */
@NullMarked
package parallax.workbook;

import org.jspecify.annotations.NullMarked;
