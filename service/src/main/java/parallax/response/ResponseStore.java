package parallax.response;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import parallax.questionnaire.Audience;
import parallax.study.WaveId;

/** Counted answers in the database. */
public final class ResponseStore {

    private final Jdbi report;

    /** @param report the login that reads answers */
    public ResponseStore(Jdbi report) {
        this.report = report;
    }

    /** Inserts in the order given, in the caller's transaction (login parallax_count). */
    public void insert(Handle handle, WaveId wave, List<Response> responses) {
        handle.attach(ResponseDao.class).insert(wave.value(), responses);
    }

    /** How many were deleted. */
    public int deleteAll(Handle handle, WaveId wave) {
        return handle.attach(ResponseDao.class).deleteAll(wave.value());
    }

    /** Streams a wave's responses (login parallax_report); order says nothing. */
    public void stream(WaveId wave, Consumer<Response> consumer) {
        // PostgreSQL sends rows piece by piece only within a transaction.
        report.useTransaction(handle -> handle.attach(ResponseDao.class).stream(wave.value(), consumer));
    }

    /** How many responses a wave has, all audiences together. */
    public long count(WaveId wave) {
        return report.withExtension(ResponseDao.class, dao -> dao.count(wave.value()));
    }

    /** How many people of each audience gave the wave's imported answers (login parallax_report). */
    public Map<Audience, Integer> people(WaveId wave) {
        Map<Audience, Integer> people = new EnumMap<>(Audience.class);
        report.withExtension(ResponseDao.class, dao -> dao.listPeople(wave.value()))
                .forEach(row -> people.put(Audience.ofCode(row.audience()), row.people()));
        return people;
    }

    /** How many respondents the wave's imported answers come from. */
    int countPeople(Handle handle, WaveId wave) {
        return handle.attach(ResponseDao.class).countPeople(wave.value());
    }
}
