package parallax.access;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A deed.
 *
 * @param person null when nobody was signed in
 * @param email null also when the person has been removed
 */
public record AuditRow(
        long id,
        Instant at,
        @Nullable UUID person,
        @Nullable String email,
        String action,
        String subject) {}
