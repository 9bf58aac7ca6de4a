package parallax.web;

import jakarta.ws.rs.core.SecurityContext;
import java.security.Principal;
import java.util.UUID;

/** The signed-in person on whose behalf a request runs. */
public record Caller(UUID id, String email, String name, Role role) implements Principal {

    /**
     * The caller of a request that {@link Permit} lets only signed-in people make.
     *
     * @throws IllegalStateException when nobody is signed in
     */
    public static Caller of(SecurityContext security) {
        if (security.getUserPrincipal() instanceof Caller caller) {
            return caller;
        }
        throw new IllegalStateException("endpoint reads its caller but permits anyone");
    }

    @Override
    public String getName() {
        return name;
    }
}
