package parallax.access;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import parallax.web.IdempotencyStore;

/** Answers kept in the database, so that a repeat finds them on any node. */
final class IdempotencyKeeper implements IdempotencyStore {

    private static final Duration KEPT = Duration.ofHours(24);
    // A request that runs longer belongs to a node that died.
    private static final Duration RUNNING = Duration.ofMinutes(10);

    private final Jdbi field;
    private final IdempotencyDao dao;
    private final InstantSource clock;

    IdempotencyKeeper(Jdbi field, InstantSource clock) {
        this.field = field;
        this.dao = field.onDemand(IdempotencyDao.class);
        this.clock = clock;
    }

    @Override
    public Optional<Kept> claim(UUID person, String key, byte[] requestHash) {
        Instant now = clock.instant();
        return field.inTransaction(handle -> {
            forgetOld(now);
            return dao.claim(person, key, requestHash, now) == 1
                    ? Optional.empty()
                    : dao.find(person, key).map(row -> kept(row, requestHash));
        });
    }

    void forgetOld() {
        forgetOld(clock.instant());
    }

    private void forgetOld(Instant now) {
        dao.deleteOld(now.minus(KEPT), now.minus(RUNNING));
    }

    @Override
    public void keep(UUID person, String key, Answer answer) {
        dao.keep(person, key, answer);
    }

    @Override
    public void release(UUID person, String key) {
        dao.release(person, key);
    }

    private static Kept kept(IdempotencyRow row, byte[] requestHash) {
        boolean same = Arrays.equals(row.requestHash(), requestHash);
        Integer status = row.status();
        return status == null
                ? new Kept(same, null)
                : new Kept(
                        same,
                        new Answer(status, row.location(), row.tag(), Objects.requireNonNullElse(row.body(), "")));
    }
}
