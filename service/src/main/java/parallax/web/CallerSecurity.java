package parallax.web;

import jakarta.ws.rs.core.SecurityContext;

/** The caller as JAX-RS passes him on. */
record CallerSecurity(Caller caller, boolean secure) implements SecurityContext {

    @Override
    public Caller getUserPrincipal() {
        return caller;
    }

    @Override
    public boolean isUserInRole(String role) {
        return caller.role().code().equals(role);
    }

    @Override
    public boolean isSecure() {
        return secure;
    }

    @Override
    public String getAuthenticationScheme() {
        return "Parallax";
    }
}
