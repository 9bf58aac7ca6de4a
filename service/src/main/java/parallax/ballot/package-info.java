/**
 * The box of sealed ballots, and the counting that empties it in shuffled batches.
 * It may not know who submitted a ballot.
 */
@NullMarked
package parallax.ballot;

import org.jspecify.annotations.NullMarked;
