/**
 * The mathematics of the report: means, intervals, tests and corrections, each with its source.
 * It may not read or write anything, and knows neither touchpoints nor disclosure.
 */
@NullMarked
package parallax.statistics;

import org.jspecify.annotations.NullMarked;
