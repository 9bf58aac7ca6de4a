package parallax.mail;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import parallax.study.WaveId;

/**
 * The mails that wait, leave or have left. A mail belongs to one claim at a time, and only the claim that took it may
 * say what became of it.
 */
public final class Outbox {

    /** Longer than one conversation with a mail server can last. */
    static final Duration LEASE = Duration.ofMinutes(10);

    /** The most mails of one claim. */
    static final int CHUNK = 20;

    private final Jdbi field;
    private final InstantSource clock;
    private final RetryPlan retries;

    Outbox(Jdbi field, InstantSource clock, RetryPlan retries) {
        this.field = field;
        this.clock = clock;
        this.retries = retries;
    }

    /**
     * Puts mails in, in the caller's transaction (login parallax_field). A mail whose invitation, kind and step stand
     * already is left out.
     *
     * @return the mails that were put in
     */
    public List<OutboxMail> enqueue(Handle handle, List<OutboxMail> mails, Instant dueAt) {
        Set<UUID> written = handle.attach(OutboxDao.class)
                .insert(
                        mails.stream().map(OutboxMail::id).toList(),
                        mails.stream().map(OutboxMail::invitation).toList(),
                        mails.stream().map(OutboxMail::wave).toList(),
                        mails.stream().map(OutboxMail::kind).toList(),
                        mails.stream().map(OutboxMail::step).toList(),
                        dueAt);
        return mails.stream().filter(mail -> written.contains(mail.id())).toList();
    }

    /** When the first mail of a wave is due; empty once all invitations have been tried. */
    public Optional<Instant> findFirstDue(WaveId wave) {
        return field.onDemand(OutboxDao.class).findFirstDue(wave);
    }

    /** Whether a mail of a kind has left, or is about to. */
    public boolean hasLeft(WaveId wave, MailKind kind) {
        return field.onDemand(OutboxDao.class).hasLeft(wave, kind);
    }

    /** Highest step of a kind in a wave; 0 when there is none. */
    public int lastStep(Handle handle, WaveId wave, MailKind kind) {
        return handle.attach(OutboxDao.class).lastStep(wave, kind);
    }

    /**
     * Takes all mails of a wave out again, in the caller's transaction.
     *
     * @return false when one was due already: then the caller must roll back
     */
    public boolean withdraw(Handle handle, WaveId wave) {
        OutboxDao dao = handle.attach(OutboxDao.class);
        dao.withdraw(wave, clock.instant());
        return !dao.holdsMailOf(wave);
    }

    /** Removes all mails of a wave, in the caller's transaction. */
    public List<OutboxRow> removeAll(Handle handle, WaveId wave) {
        return handle.attach(OutboxDao.class).removeAll(wave);
    }

    /**
     * Puts invitations of a closed wave back, in an order that says nothing. Reminders stay away: who got one had not
     * answered by then.
     */
    public void restoreInvitations(Handle handle, List<OutboxRow> rows) {
        handle.attach(OutboxDao.class)
                .restore(rows.stream()
                        .filter(row -> row.kind().equals(MailKind.INVITATION.code()))
                        .map(OutboxRow::afterClose)
                        .sorted(Comparator.comparing(row -> row.id().toString()))
                        .toList());
    }

    /** Takes some due mails for one claim, and commits that before anything leaves. */
    List<OutboxRow> claim(UUID claim) {
        return field.onDemand(OutboxDao.class).claim(claim, clock.instant(), Math.toIntExact(LEASE.toSeconds()), CHUNK);
    }

    /**
     * Marks one mail as leaving, if it still may leave and still belongs to the claim.
     *
     * @param last the mail before it, of the same claim: what became of it is kept whatever becomes of this one
     */
    boolean startSending(OutboxRow row, UUID claim, MayStillSend mayStillSend, Optional<Tried> last) {
        try {
            return field.inTransaction(handle -> {
                OutboxDao dao = handle.attach(OutboxDao.class);
                // Asked first: it locks the wave, and everybody locks the wave before the outbox.
                boolean may = mayStillSend.maySend(handle, row.mail());
                last.ifPresent(tried -> finish(dao, tried, claim));
                if (!may) {
                    dao.suppress(row.id(), claim);
                }
                return may && dao.markSending(row.id(), claim) == 1;
            });
        } catch (RuntimeException e) {
            finish(last, claim);
            throw e;
        }
    }

    /** Says what became of a try; nothing happens when the claim has lost the mail meanwhile. */
    void finish(Optional<Tried> tried, UUID claim) {
        tried.ifPresent(mail -> finish(field.onDemand(OutboxDao.class), mail, claim));
    }

    private void finish(OutboxDao dao, Tried mail, UUID claim) {
        Instant now = clock.instant();
        OutboxRow row = mail.row();
        Outcome outcome = mail.outcome();
        RetryPlan.Next next = retries.next(row, row.attempt() + 1, outcome.kind(), now);
        int lost = outcome.kind() == Outcome.Kind.UNKNOWN ? 1 : 0;
        dao.finish(row.id(), claim, next.state(), outcome.reply(), next.dueAt(), next.attempt(), lost, now);
    }

    /** A mail that was tried, and what became of it. */
    record Tried(OutboxRow row, Outcome outcome) {}

    /** Gives back what was claimed and not sent. */
    void release(UUID claim) {
        field.onDemand(OutboxDao.class).release(claim);
    }

    /** Finds mails that were leaving when their node died. */
    int giveUpAbandoned() {
        return field.onDemand(OutboxDao.class).giveUpAbandoned(Math.toIntExact(LEASE.toSeconds()));
    }
}
