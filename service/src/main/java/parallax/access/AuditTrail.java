package parallax.access;

import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import parallax.web.Audit;
import parallax.web.Caller;
import parallax.web.Slice;

/** The audit in the database, whose login may add to it and read it, no more. */
final class AuditTrail implements Audit {

    private final AuditDao dao;
    private final InstantSource clock;

    AuditTrail(Jdbi field, InstantSource clock) {
        this.dao = field.onDemand(AuditDao.class);
        this.clock = clock;
    }

    @Override
    public void record(Caller caller, String action, String subject) {
        recordOf(caller.id(), action, subject);
    }

    void recordOf(@Nullable UUID person, String action, String subject) {
        dao.insert(clock.instant(), person, action, subject);
    }

    /** Newest first. */
    Slice<AuditRow> list(@Nullable Integer limit, @Nullable String after) {
        int size = Slice.limit(limit);
        long before = Slice.after(after).map(key -> number(key, after)).orElse(Long.MAX_VALUE);
        List<AuditRow> rows = dao.list(before, size + 1);
        return Slice.of(rows, size, row -> Long.toString(row.id()));
    }

    private static long number(String key, @Nullable String cursor) {
        try {
            return Long.parseLong(key);
        } catch (NumberFormatException other) {
            throw Slice.wrongCursor(String.valueOf(cursor));
        }
    }
}
