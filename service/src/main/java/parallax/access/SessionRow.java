package parallax.access;

import java.time.Instant;
import java.util.UUID;
import parallax.web.Caller;
import parallax.web.Role;

/** A living session and whose it is. */
public record SessionRow(UUID id, String email, String name, Role role, Instant usedAt) {

    Caller caller() {
        return new Caller(id, email, name, role);
    }
}
