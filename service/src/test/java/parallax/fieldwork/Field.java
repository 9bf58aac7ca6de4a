package parallax.fieldwork;

import io.dropwizard.jersey.setup.JerseyEnvironment;
import java.net.URI;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import parallax.answering.AnsweringSettings;
import parallax.answering.Device;
import parallax.ballot.Ballots;
import parallax.contact.ContactService;
import parallax.database.Databases;
import parallax.database.TestDatabase;
import parallax.launch.LaunchFeature;
import parallax.launch.LaunchService;
import parallax.mail.MailFeature;
import parallax.message.MessageFeature;
import parallax.monitor.MonitorFeature;
import parallax.questionnaire.Audience;
import parallax.study.Engagement;
import parallax.study.StudyFixture;
import parallax.study.Wave;
import parallax.study.WaveId;
import parallax.study.WaveService.CreateWave;
import parallax.web.Caller;
import parallax.web.LinkMisses;

/** Fieldwork with its neighbours on a real database; counting is only written down. */
public final class Field {

    public static final Caller CALLER = StudyFixture.CONSULTANT;
    static final AnsweringSettings ASKING = new AnsweringSettings("Alder & Finch", "study@alder.example", 90);
    static final URI BASE = URI.create("https://study.alder.example/");

    private final Databases databases = TestDatabase.shared();
    private final StudyFixture study;
    private final FieldworkFeature feature;
    private final MonitorFeature monitor;
    private final LaunchFeature launching;
    private final MessageFeature messages;
    private final ContactService contacts;
    private final BallotsFake ballots = new BallotsFake();
    private final Jdbi owner = TestDatabase.owner();

    private Field(@Nullable String smtpUrl) {
        TestDatabase.clean();
        study = new StudyFixture(databases);
        contacts = new ContactService(databases.field(), study.keys());
        feature = newNode(smtpUrl);
        monitor = new MonitorFeature(study.feature(), feature.field(), study);
        messages = messages(smtpUrl);
        launching = new LaunchFeature(
                databases.field(),
                study.keys(),
                new LaunchFeature.Neighbours(
                        study.feature(),
                        contacts,
                        feature.invitations(),
                        mail(smtpUrl),
                        messages,
                        (caller, action, subject) -> study.audit().add(action)),
                study);
    }

    public static Field withoutMailServer() {
        return new Field(null);
    }

    public static Field withMailServer(String smtpUrl) {
        return new Field(smtpUrl);
    }

    /** Another node on the same database and key files. */
    public FieldworkFeature newNode(@Nullable String smtpUrl) {
        return newNode(smtpUrl, databases.field());
    }

    FieldworkFeature newNode(@Nullable String smtpUrl, Jdbi jdbi) {
        FieldworkFeature.Neighbours neighbours = new FieldworkFeature.Neighbours(
                study.feature(),
                contacts,
                mail(smtpUrl),
                messages(smtpUrl),
                ballots,
                (caller, action, subject) -> study.audit().add(action));
        return new FieldworkFeature(jdbi, study.keys(), neighbours, new FieldworkSettings(BASE, ASKING, 30), study);
    }

    public MailFeature mail() {
        return mail(null);
    }

    private MessageFeature messages(@Nullable String smtpUrl) {
        return new MessageFeature(
                databases.field(),
                study.keys(),
                new MessageFeature.Neighbours(
                        study.feature(),
                        contacts,
                        mail(smtpUrl),
                        (caller, action, subject) -> study.audit().add(action)),
                new MessageFeature.Settings(BASE, ASKING),
                study);
    }

    private MailFeature mail(@Nullable String smtpUrl) {
        return new MailFeature(
                databases.field(),
                study.keys(),
                MailFeature.Settings.parse(smtpUrl, "Maria Alder <study@alder.example>", "Alder & Finch", BASE),
                study,
                new Random(42));
    }

    public StudyFixture study() {
        return study;
    }

    public FieldworkFeature feature() {
        return feature;
    }

    public LaunchFeature launching() {
        return launching;
    }

    public LaunchService launches() {
        return launching.launches();
    }

    /** Resources and pages of messages, fieldwork, monitor and launch. */
    public void register(JerseyEnvironment jersey) {
        messages.register(jersey);
        feature.register(jersey, new LinkMisses(study));
        monitor.register(jersey);
        launching.register(jersey);
    }

    public ContactService contacts() {
        return contacts;
    }

    List<WaveId> counted() {
        return ballots.counted;
    }

    public void setBallotsAside(int ballots) {
        this.ballots.unreadable = ballots;
    }

    BallotsFake ballots() {
        return ballots;
    }

    public Jdbi owner() {
        return owner;
    }

    public Jdbi fieldLogin() {
        return databases.field();
    }

    /** A draft that asks customers and sales: twelve customers of four companies in two regions, six sellers. */
    public Wave draft() {
        Engagement engagement = study.engagement();
        for (int i = 0; i < 12; i++) {
            person(engagement, Audience.CUSTOMER, "customer" + i, "Company " + i % 4, i % 2 == 0 ? "North" : "South");
        }
        for (int i = 0; i < 6; i++) {
            person(engagement, Audience.SALES, "seller" + i, null, null);
        }
        return draft(engagement);
    }

    public Wave draft(Engagement engagement) {
        Set<Audience> audiences = EnumSet.of(Audience.CUSTOMER, Audience.SALES);
        return study.feature().waves().create(CALLER, engagement.id(), CreateWave.named("Baseline", audiences));
    }

    /** The same, launched without a hold. */
    public Wave launched() {
        Wave wave = draft();
        launches().launch(CALLER, wave.id(), 0);
        return wave(wave.id());
    }

    public Wave wave(WaveId id) {
        return study.feature().waves().require(id);
    }

    public UUID person(
            Engagement engagement, Audience audience, String name, @Nullable String account, @Nullable String region) {
        return person(engagement, audience, name, name + "@acme.example", account, region);
    }

    public UUID person(
            Engagement engagement,
            Audience audience,
            String name,
            @Nullable String email,
            @Nullable String account,
            @Nullable String region) {
        UUID id = UUID.randomUUID();
        String segments = region == null ? "{}" : "{\"region\": \"" + region + "\"}";
        databases.field().useHandle(handle -> {
            UUID accountId = account == null ? null : account(handle, engagement, account);
            handle.createUpdate("""
                            INSERT INTO identity.contact (id, engagement_id, audience, email, email_key, phone, name,
                                language, account_id, segments)
                            VALUES (:id, :engagement, :audience, :email, :email, :phone, :name, 'en', CAST(:account AS uuid),
                                CAST(:segments AS jsonb))
                            """)
                    .bind("id", id)
                    .bind("engagement", engagement.id())
                    .bind("audience", audience)
                    .bind("email", email)
                    .bind("phone", email == null ? "+44 20 7946 0000" : null)
                    .bind("name", name)
                    .bind("account", accountId)
                    .bind("segments", segments)
                    .execute();
        });
        return id;
    }

    private static UUID account(Handle handle, Engagement engagement, String name) {
        handle.createUpdate("""
                        INSERT INTO identity.account (id, engagement_id, name)
                        VALUES (:id, :engagement, :name)
                        ON CONFLICT DO NOTHING
                        """)
                .bind("id", UUID.randomUUID())
                .bind("engagement", engagement.id())
                .bind("name", name)
                .execute();
        return handle.createQuery("SELECT id FROM identity.account WHERE engagement_id = :engagement AND name = :name")
                .bind("engagement", engagement.id())
                .bind("name", name)
                .mapTo(UUID.class)
                .one();
    }

    /** The links of an audience, by the name of the person. */
    public Map<String, String> tokens(WaveId wave, Audience audience) {
        return owner.withHandle(handle -> handle.createQuery("""
                        SELECT c.name, i.id
                        FROM identity.invitation i
                        JOIN identity.contact c ON c.id = i.contact_id
                        WHERE i.wave_id = :wave AND i.audience = :audience
                        ORDER BY c.name
                        """)
                .bind("wave", wave)
                .bind("audience", audience)
                .reduceRows(new TreeMap<String, String>(), (tokens, row) -> {
                    UUID invitation = row.getColumn("id", UUID.class);
                    tokens.put(
                            row.getColumn("name", String.class), study.keys().linkToken(wave.value(), invitation, 0));
                    return tokens;
                }));
    }

    /** Uses a link up as a submit does. */
    public boolean submit(String token) {
        return databases
                .field()
                .inTransaction(handle -> feature.admission()
                        .complete(handle, feature.admission().find(token).orElseThrow()));
    }

    public void begin(String token) {
        feature.admission().markStarted(feature.admission().find(token).orElseThrow(), Device.PHONE);
    }

    /** Everything the database holds about people, as one text per table: equal before and after means nothing changed. */
    public Map<String, String> checksums() {
        Map<String, String> sums = new TreeMap<>();
        owner.useHandle(handle -> {
            for (String table : List.of(
                    "identity.contact",
                    "identity.invitation",
                    "identity.draft",
                    "identity.outbox",
                    "identity.suppression",
                    "study.wave",
                    "study.wave_audience",
                    "box.ballot",
                    "access.audit")) {
                sums.put(
                        table,
                        handle.createQuery(
                                        "SELECT coalesce(md5(string_agg(t::text || xmin, '|' ORDER BY t::text)), '') FROM "
                                                + table + " t")
                                .mapTo(String.class)
                                .one());
            }
        });
        return sums;
    }

    public long count(String sql, WaveId wave) {
        return owner.withHandle(handle ->
                handle.createQuery(sql).bind("wave", wave).mapTo(Long.class).one());
    }

    public List<String> mailStates(WaveId wave, String kind) {
        return owner.withHandle(handle -> handle.createQuery("""
                        SELECT state FROM identity.outbox WHERE wave_id = :wave AND kind = :kind ORDER BY state
                        """)
                .bind("wave", wave)
                .bind("kind", kind)
                .mapTo(String.class)
                .list());
    }

    /** Ballots of which only is known what a test says. */
    static final class BallotsFake implements Ballots {

        final List<WaveId> counted = new ArrayList<>();
        final List<WaveId> discarded = new ArrayList<>();
        boolean waiting;
        boolean unmixed;
        boolean failing;
        int unreadable;

        @Override
        public void countAll(WaveId wave) {
            counted.add(wave);
        }

        @Override
        public boolean hasWaiting(WaveId wave) {
            return waiting;
        }

        @Override
        public boolean hasUnmixed(WaveId wave) {
            return unmixed;
        }

        @Override
        public int countUnreadable(WaveId wave) {
            return unreadable;
        }

        @Override
        public void discardUnreadable(WaveId wave) {
            if (failing) {
                throw new IllegalStateException("no connection");
            }
            discarded.add(wave);
        }
    }
}
