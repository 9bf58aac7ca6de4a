package parallax.web;

import java.util.Optional;

/** Tells who stands behind a credential; implemented by whatever keeps the people. */
public interface CallerSource {

    /** The person of a session that is still alive. */
    Optional<Caller> findBySession(String sessionId);

    /** The person of an API token that was not revoked. */
    Optional<Caller> findByToken(String token);
}
