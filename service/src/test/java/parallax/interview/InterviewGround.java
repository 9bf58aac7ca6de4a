package parallax.interview;

import java.net.URI;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import parallax.answering.AnsweringFeature;
import parallax.answering.AnsweringSettings;
import parallax.answering.Answers;
import parallax.ballot.BallotFeature;
import parallax.contact.ContactService;
import parallax.database.Databases;
import parallax.database.TestDatabase;
import parallax.fieldwork.FieldworkFeature;
import parallax.fieldwork.FieldworkSettings;
import parallax.interview.InterviewFeature.Chance;
import parallax.launch.LaunchFeature;
import parallax.mail.MailFeature;
import parallax.message.MessageFeature;
import parallax.monitor.MonitorFeature;
import parallax.questionnaire.Audience;
import parallax.response.ResponseStore;
import parallax.study.Engagement;
import parallax.study.StudyFixture;
import parallax.study.Wave;
import parallax.study.WaveId;
import parallax.study.WaveService.CreateWave;
import parallax.verbatim.VerbatimStore;
import parallax.web.TestServer;

/** Interviews with all they stand on: fieldwork, the web's forms and a box that counts, on a real database. */
final class InterviewGround implements AutoCloseable {

    private static final URI BASE = URI.create("https://study.alder.example/");
    private static final AnsweringSettings ASKING = new AnsweringSettings("Alder & Finch", "study@alder.example", 90);

    final Databases databases = TestDatabase.shared();
    final StudyFixture study;
    final VerbatimStore verbatims;
    final FieldworkFeature fieldwork;
    private final LaunchFeature launching;
    final AnsweringFeature answering;
    final BallotFeature ballots;
    final InterviewFeature interviews;
    final TestServer server;
    final Jdbi owner = TestDatabase.owner();

    InterviewGround() {
        TestDatabase.clean();
        study = new StudyFixture(databases);
        ContactService contacts = new ContactService(databases.field(), study.keys());
        verbatims = new VerbatimStore(databases.count(), databases.report(), new Random(2));
        ballots = new BallotFeature(
                databases,
                study.keys(),
                study.feature(),
                new ResponseStore(databases.report()),
                verbatims,
                new Random(20301105));
        MailFeature mail = new MailFeature(
                databases.field(),
                study.keys(),
                MailFeature.Settings.parse(null, "Maria Alder <study@alder.example>", "Alder & Finch", BASE),
                study,
                new Random(42));
        MessageFeature messages = new MessageFeature(
                databases.field(),
                study.keys(),
                new MessageFeature.Neighbours(study.feature(), contacts, mail, (caller, action, subject) -> {}),
                new MessageFeature.Settings(BASE, ASKING),
                study);
        fieldwork = new FieldworkFeature(
                databases.field(),
                study.keys(),
                new FieldworkFeature.Neighbours(
                        study.feature(), contacts, mail, messages, ballots.counting(), (caller, action, subject) -> {}),
                new FieldworkSettings(BASE, ASKING, 30),
                study);
        launching = new LaunchFeature(
                databases.field(),
                study.keys(),
                new LaunchFeature.Neighbours(
                        study.feature(),
                        contacts,
                        fieldwork.invitations(),
                        mail,
                        messages,
                        (caller, action, subject) -> {}),
                study);
        answering = new AnsweringFeature(
                databases,
                study.feature().engagements(),
                study.feature().waves(),
                fieldwork.admission(),
                ballots.box(),
                ASKING,
                study);
        interviews = new InterviewFeature(
                databases.field(),
                study.keys(),
                new InterviewFeature.Neighbours(
                        study.feature(),
                        contacts,
                        answering.submits(),
                        (caller, action, subject) -> study.audit().add(caller.name() + " " + action + " " + subject)),
                new InterviewSettings(BASE, ASKING),
                new Chance(study, new SecureRandom()));
        MonitorFeature monitor = new MonitorFeature(study.feature(), fieldwork.field(), study);
        server = TestServer.start(jersey -> {
            monitor.register(jersey);
            fieldwork.register(jersey, answering.linkMisses());
            monitor.register(jersey);
            answering.register(jersey);
            interviews.register(jersey);
        });
    }

    /** A person to be asked. */
    record Person(
            String name,
            Audience audience,
            @Nullable String email,
            @Nullable String phone,
            @Nullable String zone) {

        static Person customer(String name, String zone) {
            return new Person(name, Audience.CUSTOMER, name + "@acme.example", "+49 30 100", zone);
        }
    }

    UUID add(Engagement engagement, Person person) {
        UUID id = UUID.randomUUID();
        databases
                .field()
                .useHandle(handle -> handle.createUpdate("""
                        INSERT INTO identity.contact (id, engagement_id, audience, email, email_key, phone, name, language,
                            time_zone, segments)
                        VALUES (:id, :engagement, :audience, :email, :email, :phone, :name, 'en', :zone, '{}')
                        """)
                        .bind("id", id)
                        .bind("engagement", engagement.id())
                        .bind("audience", person.audience())
                        .bind("email", person.email())
                        .bind("phone", person.phone())
                        .bind("name", person.name())
                        .bind("zone", person.zone())
                        .execute());
        return id;
    }

    Wave launched(Engagement engagement) {
        Set<Audience> audiences = EnumSet.of(Audience.CUSTOMER, Audience.SALES);
        Wave draft = study.feature()
                .waves()
                .create(StudyFixture.CONSULTANT, engagement.id(), CreateWave.named("Baseline", audiences));
        launching.launches().launch(StudyFixture.CONSULTANT, draft.id(), 0);
        return study.feature().waves().require(draft.id());
    }

    /** Names of people to their invitations. */
    Map<String, UUID> invitations(WaveId wave) {
        return owner.withHandle(handle -> handle.createQuery("""
                        SELECT c.name, i.id
                        FROM identity.invitation i
                        JOIN identity.contact c ON c.id = i.contact_id
                        WHERE i.wave_id = :wave
                        """)
                .bind("wave", wave)
                .reduceRows(new TreeMap<String, UUID>(), (all, row) -> {
                    all.put(row.getColumn("name", String.class), row.getColumn("id", UUID.class));
                    return all;
                }));
    }

    String link(WaveId wave, UUID invitation) {
        return study.keys().linkToken(wave.value(), invitation, 0);
    }

    /** Twelve touchpoints, of which the first is rated. */
    static Answers first(int rating) {
        Answers answers = Answers.none(12);
        answers.experience()[0] = (byte) rating;
        return answers;
    }

    long count(String sql) {
        return owner.withHandle(
                handle -> handle.createQuery(sql).mapTo(Long.class).one());
    }

    /** Everything a table holds, a text a row. */
    List<String> dump(String table) {
        return owner.withHandle(handle -> handle.createQuery("SELECT t::text FROM " + table + " t")
                .mapTo(String.class)
                .list());
    }

    Instant now() {
        return study.instant();
    }

    @Override
    public void close() {
        server.close();
    }
}
