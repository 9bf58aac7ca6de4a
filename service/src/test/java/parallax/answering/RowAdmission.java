package parallax.answering;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import parallax.keys.KeyFiles;
import parallax.questionnaire.Audience;
import parallax.study.WaveId;

/** Admits by the rows of {@code identity.invitation}, as the field does, without its mails and dates. */
final class RowAdmission implements Admission {

    final List<String> reached = new CopyOnWriteArrayList<>();
    final List<Duration> took = new CopyOnWriteArrayList<>();
    private final Jdbi field;

    RowAdmission(Jdbi field) {
        this.field = field;
    }

    @Override
    public Optional<Admitted> find(String token) {
        return field.withHandle(handle -> handle.createQuery("""
                        SELECT i.id, i.wave_id, i.audience, i.language, i.state, w.state AS wave_state,
                            i.account_code, i.segments, w.questionnaire_version
                        FROM identity.invitation i
                        JOIN study.wave w ON w.id = i.wave_id
                        WHERE i.token_hash = :hash""")
                .bind("hash", KeyFiles.tokenHash(token))
                .map((row, context) -> new Admitted(
                        row.getObject("id", UUID.class),
                        new WaveId(row.getObject("wave_id", UUID.class)),
                        Audience.ofCode(row.getString("audience")),
                        row.getString("language"),
                        standing(row.getString("state"), row.getString("wave_state")),
                        row.getBytes("account_code"),
                        row.getBytes("segments"),
                        row.getInt("questionnaire_version")))
                .findOne());
    }

    private static Standing standing(String invitation, String wave) {
        if (invitation.equals("done")) {
            return Standing.ANSWERED;
        }
        if (!wave.equals("open")) {
            return Standing.CLOSED;
        }
        return invitation.equals("open") ? Standing.OPEN : Standing.STOPPED;
    }

    @Override
    public Optional<Entry> enter(String token, byte[] draftRow) {
        return field.withHandle(handle -> enter(handle, token, draftRow));
    }

    @Override
    public Optional<Entry> enterAlone(Handle handle, String token, byte[] draftRow) {
        handle.createQuery("SELECT 1 FROM pg_advisory_xact_lock(?)")
                .bind(0, ByteBuffer.wrap(draftRow).getLong())
                .mapTo(Integer.class)
                .one();
        return enter(handle, token, draftRow);
    }

    private Optional<Entry> enter(Handle handle, String token, byte[] draftRow) {
        byte[] draft = handle.createQuery("SELECT ciphertext FROM identity.draft WHERE id = ?")
                .bind(0, draftRow)
                .mapTo(byte[].class)
                .findOne()
                .orElse(null);
        return find(token).map(admitted -> new Entry(admitted, draft));
    }

    @Override
    public void markStarted(Admitted admitted, Device device) {
        field.useHandle(handle -> handle.execute(
                "UPDATE identity.invitation SET started = true WHERE id = ? AND NOT started", admitted.invitation()));
    }

    @Override
    public void reached(Admitted admitted, int before, int page) {
        reached.add(before + " to " + page);
    }

    @Override
    public void took(Admitted admitted, Duration time) {
        took.add(time);
    }

    @Override
    public boolean complete(Handle handle, Admitted admitted) {
        boolean takesAnswers = handle.createQuery("SELECT state = 'open' FROM study.wave WHERE id = ? FOR SHARE")
                .bind(0, admitted.wave().value())
                .mapTo(Boolean.class)
                .one();
        return takesAnswers
                && handle.execute(
                                "UPDATE identity.invitation SET state = 'done' WHERE id = ? AND state = 'open'",
                                admitted.invitation())
                        == 1;
    }

    @Override
    public void keep(Handle handle, Admitted admitted, Wish wish) {
        handle.execute(
                "INSERT INTO identity.wish (invitation_id, results, contact, comment) VALUES (?, ?, ?, ?)",
                admitted.invitation(),
                wish.results(),
                wish.contact(),
                wish.comment());
    }

    @Override
    public void refer(Admitted admitted, Referral referral) {
        field.useHandle(handle -> handle.execute(
                "INSERT INTO identity.referral (id, invitation_id, name, email) VALUES (gen_random_uuid(), ?, ?, ?)",
                admitted.invitation(),
                referral.name(),
                referral.email()));
    }
}
