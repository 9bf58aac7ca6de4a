package parallax.app;

import com.codahale.metrics.health.HealthCheck;
import java.util.List;
import org.jdbi.v3.core.Jdbi;
import parallax.database.Databases;

/** Whether every pool reaches the database. */
final class DatabaseHealth extends HealthCheck {

    private final Databases databases;

    DatabaseHealth(Databases databases) {
        this.databases = databases;
    }

    @Override
    protected Result check() throws Exception {
        for (Jdbi pool : List.of(databases.field(), databases.count(), databases.report())) {
            boolean reached = pool.withHandle(handle -> handle.getConnection().isValid(1));
            if (!reached) {
                return Result.unhealthy("the database does not answer");
            }
        }
        return Result.healthy();
    }
}
