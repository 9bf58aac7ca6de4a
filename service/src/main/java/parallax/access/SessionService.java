package parallax.access;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;
import parallax.web.Caller;

/** Sessions in the database: they end on every node at once, after 30 idle minutes, and after 8 hours anyway. */
final class SessionService {

    static final Duration IDLE = Duration.ofMinutes(30);
    static final Duration LONGEST = Duration.ofHours(8);
    // A page makes several requests; one note of use a minute will do.
    private static final Duration NOTED = Duration.ofMinutes(1);

    private final Jdbi field;
    private final SessionDao sessions;
    private final AccessService access;
    private final AuditTrail audit;
    private final Secrets secrets;
    private final InstantSource clock;

    SessionService(Jdbi field, AccessService access, AuditTrail audit, Secrets secrets, InstantSource clock) {
        this.field = field;
        this.sessions = field.onDemand(SessionDao.class);
        this.access = access;
        this.audit = audit;
        this.secrets = secrets;
        this.clock = clock;
    }

    /**
     * Begins a session under a new id, whatever id the browser came with; that one ends.
     *
     * @return the id for the cookie; empty when address or password is wrong
     */
    Optional<String> signIn(SignInCommand command) {
        return access.authenticate(command.email(), command.password(), command.address())
                .map(person -> begin(person.caller(), command.earlierSession()));
    }

    private String begin(Caller caller, Optional<String> earlier) {
        String id = secrets.next();
        Instant now = clock.instant();
        field.useTransaction(handle -> {
            earlier.map(Secrets::hash).ifPresent(sessions::delete);
            sessions.deleteDead(now.minus(LONGEST), now.minus(IDLE));
            sessions.insert(Secrets.hash(id), caller.id(), now);
            audit.record(caller, "sign_in", caller.id().toString());
        });
        return id;
    }

    Optional<Caller> find(String id) {
        byte[] hash = Secrets.hash(id);
        Instant now = clock.instant();
        Optional<SessionRow> session = sessions.find(hash, now.minus(LONGEST), now.minus(IDLE));
        session.filter(found -> found.usedAt().plus(NOTED).isBefore(now)).ifPresent(found -> sessions.touch(hash, now));
        return session.map(SessionRow::caller);
    }

    void signOut(String id, Caller caller) {
        field.useTransaction(handle -> {
            sessions.delete(Secrets.hash(id));
            audit.record(caller, "sign_out", caller.id().toString());
        });
    }
}
