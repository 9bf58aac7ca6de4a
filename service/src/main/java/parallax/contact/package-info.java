/**
 * People, accounts and their import: the identity side.
 * It may not touch answers.
 */
@NullMarked
package parallax.contact;

import org.jspecify.annotations.NullMarked;
