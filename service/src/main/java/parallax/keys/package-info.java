/**
 * Key files outside the database, and everything that is sealed, hashed or derived with them.
 * It may not know the database; a key never leaves this package except as the code or cipher made with it.
 */
@NullMarked
package parallax.keys;

import org.jspecify.annotations.NullMarked;
