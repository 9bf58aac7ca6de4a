package parallax.access;

import java.util.UUID;
import parallax.web.Caller;
import parallax.web.Role;

/** A person as stored. */
public record PersonRow(UUID id, String email, String name, Role role, String passwordHash) {

    Caller caller() {
        return new Caller(id, email, name, role);
    }

    @Override
    public String toString() {
        return "PersonRow[" + id + "]";
    }
}
