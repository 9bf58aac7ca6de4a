package parallax.app;

import java.net.URI;
import java.security.SecureRandom;
import java.util.Base64;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import parallax.access.AccessService;
import parallax.web.RefusedException;

/** Makes the first person in an empty database, and tells whoever started the service where it is and how to sign in. */
final class FirstStart {

    private static final Logger LOG = LoggerFactory.getLogger(FirstStart.class);
    private static final int PASSWORD_BYTES = 12;

    private final ParallaxConfiguration configuration;
    private final AccessService access;

    FirstStart(ParallaxConfiguration configuration, AccessService access) {
        this.configuration = configuration;
        this.access = access;
    }

    /** Whether the database was empty. */
    @SuppressWarnings("SystemOut") // the one thing that is for the person at the terminal and not for the log
    boolean welcome(URI baseUrl) {
        String email = configuration.owner.email();
        boolean chosen = !configuration.owner.password().isEmpty();
        String password = chosen ? configuration.owner.password() : randomPassword();
        boolean first = access.ensureOwner(email, password);
        System.out.println("Parallax is at " + baseUrl);
        if (first) {
            System.out.println("Sign in as " + email);
            System.out.println(
                    chosen
                            ? "with the password of PARALLAX_OWNER_PASSWORD."
                            : "Password: " + password + "   (shown this once)");
        }
        return first;
    }

    /** Where the operator asks for it, another password for an owner who lost theirs. */
    void resetPassword() {
        String password = configuration.owner.passwordReset();
        if (password.isEmpty()) {
            return;
        }
        try {
            if (access.resetOwner(configuration.owner.email(), password)) {
                LOG.warn("the owner's password was reset; sessions and tokens of that account ended");
            }
        } catch (RefusedException refused) {
            throw new UnusableSettingException("PARALLAX_OWNER_PASSWORD_RESET: " + refused.getMessage());
        }
    }

    private static String randomPassword() {
        byte[] bytes = new byte[PASSWORD_BYTES];
        new SecureRandom().nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
