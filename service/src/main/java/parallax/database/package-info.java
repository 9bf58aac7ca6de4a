/**
 * PostgreSQL: the embedded server, the three pools, migrations and jobs.
 * It knows no feature and no table but its own.
 */
@NullMarked
package parallax.database;

import org.jspecify.annotations.NullMarked;
