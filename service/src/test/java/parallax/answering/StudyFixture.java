package parallax.answering;

import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jdbi.v3.core.Jdbi;
import parallax.database.TestDatabase;
import parallax.keys.KeyFiles;
import parallax.questionnaire.Audience;
import parallax.questionnaire.Questionnaire;
import parallax.study.AudienceFrame;
import parallax.study.Engagement;
import parallax.study.EngagementService.CreateEngagement;
import parallax.study.StudyFeature;
import parallax.study.TeamScope;
import parallax.study.Wave;
import parallax.study.WaveService.CreateWave;
import parallax.web.Caller;
import parallax.web.Role;

/** A launched wave of Northwind with its default touchpoints, on the test database, and people who may answer. */
final class StudyFixture {

    static final Instant NOW = Instant.parse("2026-12-01T10:00:00Z");
    static final Instant CLOSES = Instant.parse("2026-12-12T22:00:00Z");
    private static final Caller CONSULTANT =
            new Caller(new UUID(0, 1), "maria@alderfinch.example", "Maria Alder", Role.CONSULTANT);

    final Engagement engagement;
    final Wave wave;
    private final StudyFeature study;
    private final KeyFiles keys;
    private int people;

    /** What outlives a test. */
    record Shared(KeyFiles files, StudyFeature feature) {}

    static Shared shared(Path folder) {
        KeyFiles files = KeyFiles.open(folder, true);
        Jdbi field = TestDatabase.shared().field();
        return new Shared(
                files, new StudyFeature(field, files, (caller, action, subject) -> {}, InstantSource.fixed(NOW)));
    }

    /** Ratings only, in English. */
    StudyFixture(Shared shared) {
        this(
                shared,
                CreateEngagement.named("Northwind 2026 (internal name)", "Northwind"),
                model -> new Questionnaire(model.languages(), model.scalePoints(), model.touchpoints()));
    }

    /** What a questionnaire asks, in its languages. */
    static StudyFixture asking(Shared shared, Questionnaire questionnaire) {
        return new StudyFixture(
                shared,
                new CreateEngagement(
                        "Northwind",
                        "Northwind",
                        questionnaire.languages(),
                        questionnaire.scalePoints(),
                        12.5,
                        5,
                        5,
                        3,
                        TeamScope.FUNCTION,
                        false),
                model -> questionnaire);
    }

    private StudyFixture(Shared shared, CreateEngagement command, UnaryOperator<Questionnaire> model) {
        keys = shared.files();
        study = shared.feature();
        Jdbi field = TestDatabase.shared().field();
        engagement = study.engagements().create(CONSULTANT, command);
        study.questionnaires().change(CONSULTANT, engagement.id(), version -> {}, "What the test asks", model);
        Wave draft = study.waves()
                .create(
                        CONSULTANT,
                        engagement.id(),
                        new CreateWave("Baseline", Set.copyOf(Audience.raters()), CLOSES, 7, List.of()));
        wave = field.inTransaction(handle -> {
            study.waves().saveFrame(handle, draft.id(), Audience.SALES, team(8));
            return study.waves()
                    .open(handle, draft.id(), keys.createWaveKeys(draft.id().value()), List.of());
        });
    }

    private static AudienceFrame team(int people) {
        return new AudienceFrame(people, Map.of(), null, null);
    }

    /** Invites somebody; returns the token of the link. */
    String invite(Audience audience) {
        return invite(audience, "en");
    }

    String invite(Audience audience, String language) {
        UUID contact = new UUID(1, ++people);
        UUID invitation = new UUID(2, people);
        String token = keys.linkToken(wave.id().value(), invitation, 0);
        TestDatabase.owner().useHandle(handle -> {
            handle.execute(
                    "INSERT INTO identity.contact (id, engagement_id, audience, email, name, language)"
                            + " VALUES (?, ?, ?, ?, ?, ?)",
                    contact,
                    engagement.id().value(),
                    audience.code(),
                    "jane.okafor" + people + "@customer.example",
                    "Jane Okafor",
                    language);
            handle.execute(
                    "INSERT INTO identity.invitation"
                            + " (id, wave_id, contact_id, audience, language, account_code, segments, token_hash, state)"
                            + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, 'open')",
                    invitation,
                    wave.id().value(),
                    contact,
                    audience.code(),
                    language,
                    new byte[16],
                    new byte[] {3},
                    KeyFiles.tokenHash(token));
        });
        return token;
    }

    void close() {
        TestDatabase.shared().field().useTransaction(handle -> {
            study.waves().startClosing(handle, wave.id());
            study.waves().close(handle, wave.id());
        });
    }

    /** A hash of every table's rows, in any order. */
    static Map<String, String> checksums() {
        return TestDatabase.owner().withHandle(handle -> {
            Map<String, String> sums = new TreeMap<>();
            List<String> tables = handle.createQuery("""
                            SELECT format('%I.%I', schemaname, tablename)
                            FROM pg_tables
                            WHERE schemaname IN ('identity', 'box', 'answers', 'study', 'access')""").mapTo(String.class).list();
            for (String table : tables) {
                // xmin changes with every write, even one that writes what was there
                sums.put(
                        table,
                        handle.createQuery(
                                        "SELECT md5(coalesce(string_agg(t.xmin::text || t::text, '|' ORDER BY t::text), ''))"
                                                + " FROM " + table + " t")
                                .mapTo(String.class)
                                .one());
            }
            return sums;
        });
    }

    static int count(String table) {
        return TestDatabase.owner()
                .withHandle(handle -> handle.createQuery("SELECT count(*) FROM " + table)
                        .mapTo(Integer.class)
                        .one());
    }

    static List<byte[]> drafts() {
        return TestDatabase.owner()
                .withHandle(handle -> handle.createQuery("SELECT ciphertext FROM identity.draft")
                        .mapTo(byte[].class)
                        .list());
    }
}
