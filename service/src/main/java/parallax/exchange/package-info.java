/**
 * Takes questionnaires from files of other survey tools and gives them out to such tools.
 * It may not drop anything silently, and stores nothing itself.
 */
@NullMarked
package parallax.exchange;

import org.jspecify.annotations.NullMarked;
