package parallax.ballot;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import parallax.database.TestDatabase;
import parallax.keys.KeyFiles;
import parallax.questionnaire.Audience;
import parallax.study.WaveId;

/** A launched wave with invited people, as fieldwork leaves it. */
final class FieldworkFixture {

    private final WaveId wave = new WaveId(UUID.randomUUID());
    private final List<UUID> invitations = new ArrayList<>();
    private final Jdbi owner = TestDatabase.owner();

    private FieldworkFixture() {}

    static FieldworkFixture openWave(KeyFiles keys, int invited) {
        FieldworkFixture fixture = new FieldworkFixture();
        byte[] publicKey = keys.createWaveKeys(fixture.wave.value());
        fixture.owner.useTransaction(handle -> {
            fixture.insertWave(handle, publicKey, invited);
            fixture.insertPeople(handle, invited);
        });
        return fixture;
    }

    private void insertWave(Handle handle, byte[] publicKey, int invited) {
        UUID engagement = UUID.randomUUID();
        handle.execute("""
                INSERT INTO study.engagement (id, name, client, languages, scale_points, smallest_gap_percent,
                    minimum_group, minimum_team, minimum_accounts, team_scope, sample, created_at)
                VALUES (?, 'Baseline', 'Lumen', ARRAY['en'], 5, 10, 5, 4, 3, 'function', false, now())""", engagement);
        handle.execute("""
                INSERT INTO study.wave (id, engagement_id, name, state, source, audiences, grace_days, reminders,
                    public_key, created_at)
                VALUES (?, ?, 'Baseline', 'open', 'fieldwork', ARRAY['customer', 'sales'], 7, '[]', ?, now())
                """, wave, engagement, publicKey);
        handle.execute(
                "INSERT INTO study.wave_audience (wave_id, audience, people) VALUES (?, 'customer', ?)", wave, invited);
        handle.execute("INSERT INTO study.wave_audience (wave_id, audience, people) VALUES (?, 'sales', 12)", wave);
    }

    private void insertPeople(Handle handle, int invited) {
        for (int i = 0; i < invited; i++) {
            UUID contact = UUID.randomUUID();
            UUID invitation = UUID.randomUUID();
            handle.execute("""
                    INSERT INTO identity.contact (id, engagement_id, audience, email, email_key, language)
                    VALUES (?, ?, 'customer', ?, ?, 'en')""", contact, UUID.randomUUID(), "p" + i, "p" + i);
            handle.execute("""
                    INSERT INTO identity.invitation (id, wave_id, contact_id, audience, language, account_code,
                        segments, token_hash, state)
                    VALUES (?, ?, ?, 'customer', 'en', '', '', ?, 'open')
                    """, invitation, wave, contact, KeyFiles.tokenHash(invitation.toString()));
            invitations.add(invitation);
        }
    }

    WaveId wave() {
        return wave;
    }

    UUID invitation(int person) {
        return invitations.get(person);
    }

    /** As a submit does it: the invitation is used up and the ballot put in, in one transaction of the field. */
    void submit(BallotBox box, int person) {
        TestDatabase.shared().field().useTransaction(handle -> {
            markDone(handle, person);
            box.put(handle, wave, ballotOf(Audience.CUSTOMER, person));
        });
    }

    void markDone(Handle handle, int person) {
        handle.execute("UPDATE identity.invitation SET state = 'done' WHERE id = ?", invitation(person));
    }

    /** The answers tell the test, and nobody else, who gave them. */
    static Ballot ballotOf(Audience audience, int person) {
        byte[] marked = {(byte) (person >>> 16), (byte) (person >>> 8), (byte) person};
        return new Ballot(audience, new byte[0], new byte[] {1}, marked, new byte[] {3, 3, 3}, new byte[3]);
    }

    /** Rated alike, with something written. */
    static Ballot ballotWith(String text, String language) {
        byte[] threes = {3, 3, 3};
        return new Ballot(
                Audience.CUSTOMER,
                new byte[0],
                new byte[] {1},
                threes,
                threes,
                new byte[3],
                new byte[0],
                List.of(new Ballot.Text("better", language, false, List.of(text))),
                500);
    }

    static int personOf(byte[] experience) {
        return (experience[0] & 0xff) << 16 | (experience[1] & 0xff) << 8 | experience[2] & 0xff;
    }

    void setState(String state) {
        owner.useHandle(handle -> handle.execute("UPDATE study.wave SET state = ? WHERE id = ?", state, wave));
    }

    long ballots() {
        return number("SELECT count(*) FROM box.ballot WHERE wave_id = ?");
    }

    long dataKeys() {
        return number("SELECT count(*) FROM box.data_key WHERE wave_id = ?");
    }

    /** Who answered, in no order. */
    List<Integer> countedPeople() {
        return owner.withHandle(
                handle -> handle.createQuery("SELECT experience FROM answers.response WHERE wave_id = ?")
                        .bind(0, wave)
                        .mapTo(byte[].class)
                        .map(FieldworkFixture::personOf)
                        .list());
    }

    private long number(String sql) {
        return owner.withHandle(handle ->
                handle.createQuery(sql).bind(0, wave).mapTo(Long.class).one());
    }
}
