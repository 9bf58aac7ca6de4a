/**
 * What mails say: suggested texts, a consultancy's own, checks, preview and test.
 * It may not know who is invited or who answered.
 */
@NullMarked
package parallax.message;

import org.jspecify.annotations.NullMarked;
