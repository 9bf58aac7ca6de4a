package parallax.access;

import io.dropwizard.jersey.setup.JerseyEnvironment;
import java.net.URI;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;
import parallax.web.Audit;
import parallax.web.Caller;
import parallax.web.CallerSource;
import parallax.web.IdempotencyStore;
import parallax.web.SessionCookies;

/** Puts staff, sessions, tokens and audit together. */
public final class AccessFeature {

    private final AuditTrail audit;
    private final AccessService access;
    private final SessionService sessions;
    private final TokenService tokens;
    private final IdempotencyKeeper idempotency;
    private final SessionCookies cookies;

    /**
     * @param field pool that may use the schema {@code access}
     * @param baseUrl as browsers see this service
     */
    public AccessFeature(Jdbi field, URI baseUrl, SecureRandom random, InstantSource clock) {
        Secrets secrets = new Secrets(random);
        audit = new AuditTrail(field, clock);
        access = new AccessService(field, new PasswordHashes(random), new SignInLimits(clock), audit, secrets);
        sessions = new SessionService(field, access, audit, secrets, clock);
        tokens = new TokenService(field, access, audit, secrets, clock);
        idempotency = new IdempotencyKeeper(field, clock);
        cookies = new SessionCookies(baseUrl);
    }

    public AccessService service() {
        return access;
    }

    public Audit audit() {
        return audit;
    }

    public IdempotencyStore idempotency() {
        return idempotency;
    }

    /** Removes the answers kept for repeated requests whose day is over. */
    public void forgetRepeats() {
        idempotency.forgetOld();
    }

    /** Who stands behind a cookie or a token, for the guard before every endpoint. */
    public CallerSource callers() {
        return new CallerSource() {
            @Override
            public Optional<Caller> findBySession(String sessionId) {
                return sessions.find(sessionId);
            }

            @Override
            public Optional<Caller> findByToken(String token) {
                return tokens.findCaller(token);
            }
        };
    }

    public void register(JerseyEnvironment jersey) {
        jersey.register(new SignInPages(sessions, cookies));
        jersey.register(new AccountPages(access, tokens, cookies));
        jersey.register(new TokensResource(tokens));
        jersey.register(new AuditResource(audit));
    }
}
