/**
 * What people wrote in their own words, apart from all else they answered.
 * It may not know a response, an account, a segment or a person.
 */
@NullMarked
package parallax.verbatim;

import org.jspecify.annotations.NullMarked;
