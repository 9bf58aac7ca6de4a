/**
 * What of a table may be shown: minimum groups, complements, and what follows from everything shown together.
 * Counts and memberships only: it may know no answer, no wave and no database.
 */
@NullMarked
package parallax.disclosure;

import org.jspecify.annotations.NullMarked;
