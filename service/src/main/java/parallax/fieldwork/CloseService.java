package parallax.fieldwork;

import java.time.Duration;
import java.time.Instant;
import org.jdbi.v3.core.Handle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import parallax.answering.DraftService;
import parallax.ballot.Ballots;
import parallax.study.AnswerSource;
import parallax.study.Wave;
import parallax.study.WaveId;
import parallax.study.WaveState;
import parallax.web.Caller;

/**
 * Ends waves, by hand and by the clock. Closing and counting are two transactions under two logins: what a crash leaves
 * uncounted between them, the counting job finds.
 */
public final class CloseService {

    private static final Logger LOG = LoggerFactory.getLogger(CloseService.class);
    // They quote rows of people who were not taken.
    private static final Duration IMPORT_REPORTS_KEPT = Duration.ofDays(7);

    private final FieldworkTools tools;
    private final Ballots ballots;
    private final int contactsKeptDays;
    private final AnswerMarks marks;

    CloseService(FieldworkTools tools, Ballots ballots, int contactsKeptDays) {
        this.tools = tools;
        this.ballots = ballots;
        this.contactsKeptDays = contactsKeptDays;
        this.marks = new AnswerMarks(tools.waves(), tools.mail().outbox());
    }

    /**
     * Closes a wave at once and for good and counts all its ballots. A wave that is closed already stays as it is.
     *
     * @throws parallax.web.RefusedException CONFLICT for a draft
     */
    public Wave close(Caller caller, WaveId id) {
        boolean closed = tools.jdbi().inTransaction(handle -> {
            Wave wave = tools.waves().lockForUpdate(handle, id);
            if (wave.state().hasFigures()) {
                return false;
            }
            tools.audit().record(caller, "wave.close", id.toString());
            close(handle, wave);
            return true;
        });
        Wave wave = tools.waves().require(id);
        if (closed || wave.source() == AnswerSource.FIELDWORK) {
            ballots.countAll(id);
        }
        return wave;
    }

    /** The work of the job: begins and ends the days of grace. */
    void tick() {
        InvitationDao dao = tools.jdbi().onDemand(InvitationDao.class);
        Instant now = tools.clock().instant();
        EachWave.of(dao.listPastTheirDay(now), "could not begin to close", this::startClosing);
        EachWave.of(dao.listPastTheirGrace(now), "could not be closed", this::closeByClock);
    }

    /** The work of the job: deletes people as mails promise. */
    void forget() {
        Instant now = tools.clock().instant();
        tools.contacts().forgetReports(now.minus(IMPORT_REPORTS_KEPT));
        Instant before = now.minus(Duration.ofDays(contactsKeptDays));
        int forgotten = tools.contacts().forget(before);
        if (forgotten > 0) {
            LOG.info("{} contacts deleted: their waves closed {} days ago", forgotten, contactsKeptDays);
        }
    }

    private void startClosing(WaveId id) {
        tools.jdbi().useTransaction(handle -> {
            Wave wave = tools.waves().lockForUpdate(handle, id);
            Instant closesAt = wave.closesAt();
            // Asked again under the lock: the day may have been moved meanwhile.
            if (wave.state() == WaveState.OPEN
                    && closesAt != null
                    && !closesAt.isAfter(tools.clock().instant())) {
                tools.waves().startClosing(handle, id);
                LOG.info("wave {} past its day: reminders stop, late answers count", id);
            }
        });
    }

    private void closeByClock(WaveId id) {
        boolean closed = tools.jdbi().inTransaction(handle -> {
            Wave wave = tools.waves().lockForUpdate(handle, id);
            Instant end = Closing.endOf(wave);
            boolean over = wave.state().takesAnswers()
                    && end != null
                    && !end.isAfter(tools.clock().instant());
            if (over) {
                tools.audit().record(ByClock.CALLER, "wave.close", id.toString());
                close(handle, wave);
            }
            return over;
        });
        if (closed) {
            LOG.info("wave {} closed by the clock", id);
            ballots.countAll(id);
        }
    }

    private void close(Handle handle, Wave wave) {
        tools.waves().close(handle, wave.id());
        marks.becomeCounts(handle, wave.id());
        DraftService.deleteOfWave(handle, wave.id());
    }
}
