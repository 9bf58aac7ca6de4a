package parallax.monitor;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.icegreen.greenmail.store.FolderException;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import parallax.answering.AnsweringFeature;
import parallax.answering.AnsweringSettings;
import parallax.app.Respondent;
import parallax.ballot.BallotFeature;
import parallax.contact.ContactFeature;
import parallax.database.Databases;
import parallax.database.Jobs;
import parallax.database.TestDatabase;
import parallax.fieldwork.FieldworkFeature;
import parallax.fieldwork.FieldworkSettings;
import parallax.intake.IntakeFeature;
import parallax.launch.LaunchFeature;
import parallax.mail.MailFeature;
import parallax.mail.SmtpRelay;
import parallax.message.MessageFeature;
import parallax.notice.NoticeFeature;
import parallax.response.ResponseStore;
import parallax.study.StudyFixture;
import parallax.table.Incoming;
import parallax.verbatim.VerbatimStore;
import parallax.web.Audit;
import parallax.web.Json;
import parallax.web.TestServer;

/**
 * All that a wave needs in the field, on a real database, with real mails and a clock that a test moves. What the scheduler
 * does every few seconds or minutes is done here every six hours of that clock.
 */
final class FieldPeriod implements AutoCloseable {

    static final URI BASE = URI.create("https://study.alder.example/");
    static final int SEALED_AFTER_DAYS = 30;
    static final int CONTACTS_KEPT_DAYS = 90;

    private static final Duration STEP = Duration.ofHours(6);
    private static final AnsweringSettings ASKING =
            new AnsweringSettings("Alder & Finch", "study@alder.example", CONTACTS_KEPT_DAYS);
    private static final Pattern LINK = Pattern.compile("https://study\\.alder\\.example(/[su]/[A-Za-z0-9_-]+)");

    final GreenMail mails = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    final SmtpRelay relay;
    final StudyFixture study;
    final FieldworkFeature fieldwork;
    private final NoticeFeature notices;
    final TestServer server;

    private final ObjectMapper json = Json.configure(new ObjectMapper());
    private final Jobs jobs;
    private final Incoming incoming;

    FieldPeriod() {
        TestDatabase.clean();
        mails.start();
        relay = new SmtpRelay(mails.getSmtp().getPort());
        Databases databases = TestDatabase.shared();
        study = new StudyFixture(databases);
        Audit audit = (caller, action, subject) -> study.audit().add(caller.name() + " " + action);
        jobs = new Jobs(databases, json, failure -> "{\"detail\": \"failed\"}");
        incoming = Incoming.in(folder());
        ContactFeature contacts = new ContactFeature(
                new ContactFeature.Ground(databases, study.keys(), audit),
                study.feature().engagements());
        IntakeFeature intakes = new IntakeFeature(
                new IntakeFeature.Ground(databases, jobs, incoming, study.keys(), audit),
                contacts,
                study.feature().engagements(),
                study);
        BallotFeature ballots = new BallotFeature(
                databases,
                study.keys(),
                study.feature(),
                new ResponseStore(databases.report()),
                new VerbatimStore(databases.count(), databases.report(), new Random(2)),
                new Random(3));
        MailFeature mail = new MailFeature(
                databases.field(),
                study.keys(),
                MailFeature.Settings.parse(relay.url(), "Maria Alder <study@alder.example>", "Alder & Finch", BASE),
                study,
                new Random(4));
        MessageFeature messages = new MessageFeature(
                databases.field(),
                study.keys(),
                new MessageFeature.Neighbours(study.feature(), contacts.contacts(), mail, audit),
                new MessageFeature.Settings(BASE, ASKING),
                study);
        fieldwork = new FieldworkFeature(
                databases.field(),
                study.keys(),
                new FieldworkFeature.Neighbours(
                        study.feature(), contacts.contacts(), mail, messages, ballots.counting(), audit),
                new FieldworkSettings(BASE, ASKING, SEALED_AFTER_DAYS),
                study);
        contacts.add(fieldwork.departure());
        MonitorFeature monitor = new MonitorFeature(study.feature(), fieldwork.field(), study);
        notices = new NoticeFeature(
                databases.field(),
                new NoticeFeature.Neighbours(study.feature(), mail, () -> List.of(StudyFixture.CONSULTANT)),
                new NoticeFeature.Settings(BASE, SEALED_AFTER_DAYS, CONTACTS_KEPT_DAYS),
                study);
        LaunchFeature launching = new LaunchFeature(
                databases.field(),
                study.keys(),
                new LaunchFeature.Neighbours(
                        study.feature(), contacts.contacts(), fieldwork.invitations(), mail, messages, audit),
                study);
        AnsweringFeature answering = new AnsweringFeature(
                databases,
                study.feature().engagements(),
                study.feature().waves(),
                fieldwork.admission(),
                ballots.box(),
                ASKING,
                study);
        server = TestServer.start(jersey -> {
            study.feature().register(jersey);
            contacts.register(jersey);
            intakes.register(jersey);
            fieldwork.register(jersey, answering.linkMisses());
            monitor.register(jersey);
            launching.register(jersey);
            answering.register(jersey);
        });
    }

    /** A mail that arrived. */
    record Mail(String to, String subject, Instant at, String text) {

        /** The way in it: {@code s} to the form, {@code u} to stop. */
        String way(String kind) {
            Matcher link = LINK.matcher(text);
            while (link.find()) {
                if (link.group(1).startsWith("/" + kind + "/")) {
                    return link.group(1);
                }
            }
            throw new AssertionError("no /" + kind + "/ in the mail to " + to);
        }

        @Override
        public String toString() {
            return "%s: %s".formatted(to, subject);
        }
    }

    /** Moves the clock, and lets everything run that runs by itself; the mails that left meanwhile, in their order. */
    List<Mail> pass(Duration time) {
        Instant until = study.instant().plus(time);
        List<Mail> left = new ArrayList<>(run());
        while (study.instant().isBefore(until)) {
            Duration rest = Duration.between(study.instant(), until);
            study.pass(rest.compareTo(STEP) < 0 ? rest : STEP);
            left.addAll(run());
        }
        return left;
    }

    private List<Mail> run() {
        fieldwork.remind();
        fieldwork.sendDue();
        fieldwork.counts().write();
        fieldwork.tick();
        notices.tick();
        List<Mail> fresh = new ArrayList<>();
        for (MimeMessage message : mails.getReceivedMessages()) {
            fresh.add(mail(message));
        }
        // taken away, so that one that comes twice is seen twice
        purge();
        return fresh;
    }

    private void purge() {
        try {
            mails.purgeEmailFromAllMailboxes();
        } catch (FolderException e) {
            throw new AssertionError(e);
        }
    }

    private Mail mail(MimeMessage message) {
        try {
            return new Mail(
                    ((InternetAddress) message.getAllRecipients()[0]).getAddress(),
                    message.getSubject(),
                    study.instant(),
                    ((MimeMultipart) message.getContent())
                            .getBodyPart(0)
                            .getContent()
                            .toString());
        } catch (MessagingException | IOException e) {
            throw new AssertionError(e);
        }
    }

    /** Answers every question of a form. */
    String answer(String way) {
        return new Respondent().answerAll(server.uri() + way, 4);
    }

    /** Saves the first page of a form, and leaves. */
    HttpResponse<String> begin(String way) {
        return server.send(server.to(way)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("User-Agent", "Mozilla/5.0 (Linux; Android 14) Mobile")
                .POST(TestServer.text("page=1&version=0&go=continue&x0=4&i0=5")));
    }

    void stop(String way) {
        server.send(server.to(way)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(TestServer.text("List-Unsubscribe=One-Click")));
    }

    JsonNode get(String path) {
        return read(server.get(path, "consultant"), 200);
    }

    JsonNode post(String path, String body, int status) {
        return read(server.post(path, "consultant", body), status);
    }

    JsonNode read(HttpResponse<String> reply, int status) {
        if (reply.statusCode() != status) {
            throw new AssertionError("%d: %s".formatted(reply.statusCode(), reply.body()));
        }
        try {
            return json.readTree(reply.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    long count(String table) {
        return TestDatabase.owner()
                .withHandle(handle -> handle.createQuery("SELECT count(*) FROM " + table)
                        .mapTo(Long.class)
                        .one());
    }

    /** Settings of a wave as the API takes them. */
    String wave(Map<String, Object> more) {
        try {
            return json.writeValueAsString(more);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path folder() {
        try {
            return Files.createTempDirectory("incoming").resolve("incoming");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        server.close();
        relay.close();
        mails.stop();
        incoming.close();
        jobs.close();
    }
}
