/**
 * Releases: what client people may see, frozen, and the ledger of every group a number of which was ever released.
 * It may not know a person or an answer: groups come from {@code finding}, as counts and fingerprints.
 */
@NullMarked
package parallax.release;

import org.jspecify.annotations.NullMarked;
