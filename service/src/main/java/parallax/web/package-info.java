/**
 * What every page and endpoint shares: callers and permissions, problems, layout, headers.
 * It knows no feature.
 */
@NullMarked
package parallax.web;

import org.jspecify.annotations.NullMarked;
