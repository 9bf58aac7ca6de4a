package parallax.app;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.dropwizard.core.setup.Environment;
import io.dropwizard.jersey.setup.JerseyEnvironment;
import io.dropwizard.lifecycle.Managed;
import java.net.URI;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Set;
import java.util.stream.Collectors;
import parallax.access.AccessFeature;
import parallax.answering.AnsweringFeature;
import parallax.answering.AnsweringSettings;
import parallax.ballot.BallotFeature;
import parallax.contact.ContactFeature;
import parallax.database.DatabaseSettings;
import parallax.database.Databases;
import parallax.database.Jobs;
import parallax.database.Passwords;
import parallax.database.RecurringWork;
import parallax.diagnostic.DiagnosticFeature;
import parallax.editor.EditorFeature;
import parallax.exchange.ExchangeFeature;
import parallax.fieldwork.FieldCounts;
import parallax.fieldwork.FieldworkFeature;
import parallax.fieldwork.FieldworkSettings;
import parallax.finding.FindingFeature;
import parallax.intake.IntakeFeature;
import parallax.interview.InterviewFeature;
import parallax.interview.InterviewSettings;
import parallax.keys.KeyFiles;
import parallax.launch.LaunchFeature;
import parallax.mail.MailFeature;
import parallax.message.MessageFeature;
import parallax.monitor.MonitorFeature;
import parallax.nomination.NominationFeature;
import parallax.notice.NoticeFeature;
import parallax.referral.ReferralFeature;
import parallax.release.ReleaseFeature;
import parallax.response.ResponseFeature;
import parallax.results.ResultsFeature;
import parallax.study.StudyFeature;
import parallax.summary.SummaryFeature;
import parallax.table.Incoming;
import parallax.verbatim.VerbatimFeature;
import parallax.web.Json;
import parallax.web.WebFeature;
import parallax.workbook.Publisher;
import parallax.workbook.WorkbookFeature;

/** Puts the features together, in the order in which they stand on each other. */
final class Wiring {

    private static final Duration MAIL_PAUSE = Duration.ofSeconds(2);
    private static final Duration COUNT_PAUSE = Duration.ofSeconds(20);
    private static final Duration CLOCK_PAUSE = Duration.ofMinutes(1);
    private static final Duration FORGET_PAUSE = Duration.ofHours(1);

    private final ParallaxConfiguration configuration;
    private final Environment environment;
    private final URI baseUrl;
    private final InstantSource clock = InstantSource.system();
    private final SecureRandom random = new SecureRandom();
    private final Databases databases;
    private final Jobs jobs;
    private final Incoming incoming;
    private final WebFeature web;
    private final AccessFeature access;
    private final StudyFeature study;
    private final ResponseFeature responses;
    private final VerbatimFeature verbatims;
    private final BallotFeature ballots;
    private final ContactFeature contacts;
    private final MessageFeature messages;
    private final IntakeFeature intakes;
    private final FieldworkFeature fieldwork;
    private final MonitorFeature monitor;
    private final NoticeFeature notices;
    private final LaunchFeature launches;
    private final ReferralFeature referrals;
    private final AnsweringFeature answering;
    private final InterviewFeature interviews;
    private final NominationFeature nominations;
    private final FindingFeature findings;
    private final DiagnosticFeature diagnostics;
    private final ReleaseFeature releases;
    private final WorkbookFeature workbooks;
    private final SummaryFeature summaries;

    private Wiring(
            ParallaxConfiguration configuration,
            Environment environment,
            URI baseUrl,
            Databases databases,
            KeyFiles keys) {
        this.configuration = configuration;
        this.environment = environment;
        this.baseUrl = baseUrl;
        this.databases = databases;
        ObjectMapper json = Json.configure(environment.getObjectMapper());
        web = new WebFeature(baseUrl, keys::mac, random, clock);
        jobs = new Jobs(databases, json, thrown -> write(json, web.problemOf(thrown)));
        incoming = Incoming.in(incomingFolder());
        access = new AccessFeature(databases.field(), baseUrl, random, clock);
        study = new StudyFeature(databases.field(), keys, access.audit(), clock);
        responses = new ResponseFeature(
                new ResponseFeature.Ground(databases, jobs, incoming, keys, access.audit()),
                study.waves(),
                study.questionnaires(),
                random);
        verbatims = new VerbatimFeature(databases, study.waves(), random);
        ballots = new BallotFeature(databases, keys, study, responses.store(), verbatims.store(), random);
        contacts = new ContactFeature(new ContactFeature.Ground(databases, keys, access.audit()), study.engagements());
        intakes = new IntakeFeature(
                new IntakeFeature.Ground(databases, jobs, incoming, keys, access.audit()),
                contacts,
                study.engagements(),
                clock);
        MailFeature mail = new MailFeature(databases.field(), keys, mailSettings(), clock, random);
        messages = new MessageFeature(
                databases.field(),
                keys,
                new MessageFeature.Neighbours(study, contacts.contacts(), mail, access.audit()),
                new MessageFeature.Settings(baseUrl, answeringSettings()),
                clock);
        fieldwork = new FieldworkFeature(
                databases.field(),
                keys,
                new FieldworkFeature.Neighbours(
                        study, contacts.contacts(), mail, messages, ballots.counting(), access.audit()),
                new FieldworkSettings(baseUrl, answeringSettings(), configuration.sealedAfterDays),
                clock);
        contacts.add(fieldwork.departure());
        monitor = new MonitorFeature(study, fieldwork.field(), clock);
        notices = new NoticeFeature(
                databases.field(),
                new NoticeFeature.Neighbours(study, mail, access.service()::listStaff),
                new NoticeFeature.Settings(
                        baseUrl,
                        configuration.sealedAfterDays,
                        answeringSettings().contactsKeptDays()),
                clock);
        launches = new LaunchFeature(
                databases.field(),
                keys,
                new LaunchFeature.Neighbours(
                        study, contacts.contacts(), fieldwork.invitations(), mail, messages, access.audit()),
                clock);
        referrals = new ReferralFeature(
                databases.field(),
                new ReferralFeature.Neighbours(study, contacts.contacts(), fieldwork.invitations(), access.audit()),
                clock);
        answering = new AnsweringFeature(
                databases,
                study.engagements(),
                study.waves(),
                fieldwork.admission(),
                ballots.box(),
                answeringSettings(),
                clock);
        interviews = new InterviewFeature(
                databases.field(),
                keys,
                new InterviewFeature.Neighbours(study, contacts.contacts(), answering.submits(), access.audit()),
                new InterviewSettings(baseUrl, answeringSettings()),
                new InterviewFeature.Chance(clock, random));
        nominations = new NominationFeature(databases.field(), study, access.audit());
        findings = new FindingFeature(
                study.engagements(), study.waves(), responses.store(), ballots.counting()::hasWaiting);
        diagnostics = new DiagnosticFeature(findings.findings(), study, responses.store());
        releases = new ReleaseFeature(databases.field(), findings.findings(), study, access.audit(), clock);
        workbooks = new WorkbookFeature(
                findings.findings(),
                study.waves(),
                nominations.nominations(),
                new Publisher(configuration.consultancy.name(), configuration.consultancy.contact()));
        summaries =
                new SummaryFeature(findings.findings(), nominations.nominations(), configuration.consultancy.name());
    }

    /** Opens database and keys, and wires everything on top; what was opened is closed when the service stops. */
    static Wiring start(ParallaxConfiguration configuration, Environment environment, URI baseUrl) {
        Databases databases = Databases.open(databaseSettings(configuration), environment.metrics());
        // Registered first, so stopped last.
        manage(environment, databases);
        KeyFiles keys = KeyFiles.open(
                configuration.keysPath(), databases.keyFingerprint().isEmpty());
        databases.requireKeyFingerprint(keys.fingerprint());
        Wiring wiring = new Wiring(configuration, environment, baseUrl, databases, keys);
        manage(environment, wiring.incoming);
        manage(environment, wiring.jobs);
        manage(environment, wiring.fieldwork.counts());
        manage(environment, wiring.recurringWork());
        return wiring;
    }

    void register() {
        new FirstStart(configuration, access.service()).resetPassword();
        JerseyEnvironment jersey = environment.jersey();
        environment.healthChecks().register("database", new DatabaseHealth(databases));
        Metrics.serve(environment);
        web.register(environment, access.callers(), access.idempotency());
        access.register(jersey);
        // Ballots first: a count that runs meanwhile must find none to make answers of.
        study.count(responses.store()::people);
        study.add(ballots.content());
        study.add(responses.content());
        study.add(verbatims.content());
        study.add(intakes.content());
        study.add(contacts.content());
        study.add(answering.drafts());
        study.add(contacts.task());
        study.add(responses.panel());
        study.add(summaries.panel());
        study.add(releases.panel());
        study.register(jersey);
        new ExchangeFeature(study, incoming, environment.getObjectMapper()).register(jersey);
        new EditorFeature(study, incoming).register(jersey);
        responses.register(jersey);
        contacts.register(jersey);
        messages.register(jersey);
        intakes.register(jersey);
        fieldwork.register(jersey, answering.linkMisses());
        monitor.register(jersey);
        launches.register(jersey);
        referrals.register(jersey);
        nominations.register(jersey);
        answering.register(jersey);
        interviews.register(jersey);
        diagnostics.register(jersey);
        new ResultsFeature(findings.findings(), diagnostics.diagnostics()).register(jersey);
        releases.register(jersey);
        workbooks.register(jersey);
        summaries.register(jersey);
        jersey.register(new JobResource(jobs, environment.getObjectMapper()));
        jersey.register(new ApiDescriptionResource(
                new OpenApiDocument(this::resources, environment.getObjectMapper(), version())));
    }

    /** Once pages are served: the first person and the sample, where the database is empty. */
    void welcome() {
        boolean first = new FirstStart(configuration, access.service()).welcome(baseUrl);
        SampleEngagement sample =
                new SampleEngagement(study, intakes, launches.launches(), fieldwork, answering.submits());
        if (configuration.sample && (first || sample.isHalfMade())) {
            Thread maker = new Thread(sample::make, "sample");
            maker.setDaemon(true);
            maker.start();
        }
    }

    private RecurringWork recurringWork() {
        return new RecurringWork(databases)
                .every(MAIL_PAUSE, "send-mail", fieldwork::sendDue)
                .every(CLOCK_PAUSE, "remind", fieldwork::remind)
                .every(COUNT_PAUSE, "count-ballots", ballots.counting()::countWhereEnoughWait)
                .every(CLOCK_PAUSE, "close-waves", fieldwork::tick)
                .every(FORGET_PAUSE, "announce", notices::tick)
                .every(FORGET_PAUSE, "forget-jobs", jobs::forgetOld)
                .every(FORGET_PAUSE, "forget-intakes", intakes::tick)
                .every(FORGET_PAUSE, "forget-interviews", interviews::tick)
                .every(FORGET_PAUSE, "forget-repeats", access::forgetRepeats);
    }

    private Set<Class<?>> resources() {
        return environment.jersey().getResourceConfig().getClasses().stream()
                .filter(type -> type.getPackageName().startsWith("parallax."))
                .collect(Collectors.toSet());
    }

    private static DatabaseSettings databaseSettings(ParallaxConfiguration configuration) {
        ParallaxConfiguration.DatabaseAccess outside = configuration.database;
        Path folder = configuration.dataPath();
        if (outside.url().isBlank()) {
            return DatabaseSettings.embedded(folder);
        }
        return DatabaseSettings.outside(
                folder,
                outside.url(),
                new Passwords(
                        outside.ownerPassword(),
                        outside.fieldPassword(),
                        outside.countPassword(),
                        outside.reportPassword()));
    }

    /** Beside the embedded database; with one outside there need not be a data folder. */
    private Path incomingFolder() {
        return configuration.database.url().isBlank()
                ? configuration.dataPath().resolve("incoming")
                : Path.of(System.getProperty("java.io.tmpdir"));
    }

    private MailFeature.Settings mailSettings() {
        try {
            return MailFeature.Settings.parse(
                    configuration.mail.smtpUrl(), configuration.mail.from(), configuration.consultancy.name(), baseUrl);
        } catch (IllegalArgumentException e) {
            throw new UnusableSettingException(String.valueOf(e.getMessage()));
        }
    }

    private AnsweringSettings answeringSettings() {
        return new AnsweringSettings(
                configuration.consultancy.name(),
                configuration.consultancy.contact(),
                AnsweringSettings.DEFAULT_CONTACTS_KEPT_DAYS);
    }

    private static String version() {
        String version = Main.class.getPackage().getImplementationVersion();
        return version == null ? "development" : version;
    }

    private static String write(ObjectMapper json, Object problem) {
        try {
            return json.writeValueAsString(problem);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void manage(Environment environment, AutoCloseable service) {
        environment.lifecycle().manage(new Managed() {
            @Override
            public void start() {
                if (service instanceof RecurringWork work) {
                    work.start();
                } else if (service instanceof FieldCounts counts) {
                    counts.start();
                }
            }

            @Override
            public void stop() throws Exception {
                service.close();
            }
        });
    }
}
