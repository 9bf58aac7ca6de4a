package parallax.access;

import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import parallax.web.Caller;
import parallax.web.CredentialsRefusedException;
import parallax.web.ProblemType;
import parallax.web.RefusedException;
import parallax.web.Slice;

/** API tokens: they carry their person's rights, are shown once and can be revoked. */
final class TokenService {

    // Tells people, and scanners of leaked secrets, what it is.
    private static final String PREFIX = "plx_";

    private final Jdbi field;
    private final TokenDao tokens;
    private final AccessService access;
    private final AuditTrail audit;
    private final Secrets secrets;
    private final InstantSource clock;

    TokenService(Jdbi field, AccessService access, AuditTrail audit, Secrets secrets, InstantSource clock) {
        this.field = field;
        this.tokens = field.onDemand(TokenDao.class);
        this.access = access;
        this.audit = audit;
        this.secrets = secrets;
        this.clock = clock;
    }

    /** @throws CredentialsRefusedException when address or password is wrong */
    NewToken create(BasicCredentials credentials, String name, String address) {
        Caller caller = access.authenticate(credentials.email(), credentials.password(), address)
                .map(PersonRow::caller)
                .orElseThrow(BasicCredentials::refused);
        UUID id = secrets.id();
        String token = PREFIX + secrets.next();
        field.useTransaction(handle -> {
            tokens.insert(id, caller.id(), name, Secrets.hash(token), clock.instant());
            audit.record(caller, "token.create", id.toString());
        });
        return new NewToken(id, name, token);
    }

    Optional<Caller> findCaller(String token) {
        return token.startsWith(PREFIX)
                ? tokens.findPerson(Secrets.hash(token)).map(PersonRow::caller)
                : Optional.empty();
    }

    Slice<TokenRow> list(Caller caller, @Nullable Integer limit, @Nullable String after) {
        int size = Slice.limit(limit);
        UUID start = Slice.after(after).map(key -> uuid(key, after)).orElse(null);
        List<TokenRow> rows = tokens.list(caller.id(), start, size + 1);
        return Slice.of(rows, size, row -> row.id().toString());
    }

    /** @throws RefusedException 404 when it is not one's own */
    void revoke(Caller caller, UUID id) {
        field.useTransaction(handle -> {
            if (tokens.delete(id, caller.id()) == 0) {
                throw new RefusedException(ProblemType.NOT_FOUND, ProblemType.NOT_FOUND.detail());
            }
            audit.record(caller, "token.delete", id.toString());
        });
    }

    private static UUID uuid(String key, @Nullable String cursor) {
        try {
            return UUID.fromString(key);
        } catch (IllegalArgumentException other) {
            throw Slice.wrongCursor(String.valueOf(cursor));
        }
    }
}
