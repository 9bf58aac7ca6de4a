/**
 * What a questionnaire asks beside its touchpoints, as JSON: the API's, the stored one and the bank's are the same. Reads and
 * writes text only: no database, no resources.
 */
@NullMarked
package parallax.instrument;

import org.jspecify.annotations.NullMarked;
