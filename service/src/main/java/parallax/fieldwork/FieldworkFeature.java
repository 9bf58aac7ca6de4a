package parallax.fieldwork;

import io.dropwizard.jersey.setup.JerseyEnvironment;
import java.time.InstantSource;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import parallax.answering.Admission;
import parallax.answering.AnsweringSettings;
import parallax.ballot.Ballots;
import parallax.contact.ContactService;
import parallax.contact.Departure;
import parallax.keys.KeyFiles;
import parallax.mail.MailFeature;
import parallax.message.MessageFeature;
import parallax.study.StudyFeature;
import parallax.web.Audit;
import parallax.web.LinkMisses;

/** Running a wave: services, resources, pages and recurring work. */
public final class FieldworkFeature {

    private final FieldworkTools tools;
    private final FieldCounts counts;
    private final Admission admission;
    private final Invitations invitations;
    private final ReminderService reminders;
    private final ThanksService thanks;
    private final FindingsService findings;
    private final FieldService field;
    private final CloseService closing;
    private final SealService sealing;
    private final MailListService mails;
    private final AnsweringSettings respondents;
    private final Runnable sendDue;

    /**
     * Adds its panels and its content to the study.
     *
     * @param field the pool of login parallax_field
     */
    public FieldworkFeature(
            Jdbi field, KeyFiles keys, Neighbours neighbours, FieldworkSettings settings, InstantSource clock) {
        StudyFeature study = neighbours.study();
        this.tools = new FieldworkTools(
                field,
                keys,
                study.engagements(),
                study.waves(),
                neighbours.contacts(),
                neighbours.mail(),
                neighbours.messages().letters(),
                neighbours.audit(),
                clock,
                UUID::randomUUID);
        InvitationLetters letters = new InvitationLetters(tools, settings);
        this.counts = new FieldCounts(field);
        this.admission = new AdmissionService(tools, counts);
        this.invitations = new Invitations(tools);
        this.reminders = new ReminderService(tools);
        this.thanks = new ThanksService(tools, neighbours.messages().messages());
        this.findings = new FindingsService(tools, neighbours.messages().findings());
        this.field = new FieldService(tools, neighbours.ballots());
        this.closing = new CloseService(tools, neighbours.ballots(), settings.contactsKeptDays());
        this.sealing = new SealService(tools, neighbours.ballots(), settings.sealedAfterDays());
        this.mails = new MailListService(tools, letters);
        this.respondents = settings.respondents();
        this.sendDue = neighbours.mail().sendDue(letters, letters);
        study.add(new FieldworkContent(field));
        study.add(new ClosePanel());
        study.add(new FindingsPanel(findings));
        study.add(new SealPanel(settings.sealedAfterDays()));
    }

    /**
     * The features this one stands on.
     *
     * @param ballots what is left of a wave's ballots
     */
    public record Neighbours(
            StudyFeature study,
            ContactService contacts,
            MailFeature mail,
            MessageFeature messages,
            Ballots ballots,
            Audit audit) {}

    /** For {@code contact}: it knows no waves. */
    public Departure departure() {
        return new InvitedDeparture();
    }

    public Admission admission() {
        return admission;
    }

    /** What is counted on this node; close it when the service stops. */
    public FieldCounts counts() {
        return counts;
    }

    public Invitations invitations() {
        return invitations;
    }

    public ReminderService reminders() {
        return reminders;
    }

    public FieldService field() {
        return field;
    }

    public CloseService closing() {
        return closing;
    }

    public SealService sealing() {
        return sealing;
    }

    public MailListService mails() {
        return mails;
    }

    /** Sends mails that are due; may run on several nodes at once. Every few seconds. */
    public void sendDue() {
        sendDue.run();
    }

    /** Puts the reminders and thank-yous whose day has come into the outbox. Every few minutes. */
    public void remind() {
        reminders.remindDue();
        thanks.thankDue();
    }

    /** Closes waves by the clock, counts them, seals them, and deletes people as mails promise. Every minute. */
    public void tick() {
        closing.tick();
        sealing.sealDue();
        closing.forget();
    }

    /** @param misses links that lead nowhere, counted together with those of the forms */
    public void register(JerseyEnvironment jersey, LinkMisses misses) {
        FieldworkViews views = new FieldworkViews(tools, field, mails);
        jersey.register(new ReminderResource(reminders));
        jersey.register(new OutboxResource(mails));
        jersey.register(new CloseResource(closing));
        jersey.register(new SealResource(sealing));
        jersey.register(new SealPages(sealing));
        jersey.register(new ReminderPages(reminders, views));
        jersey.register(new ClosePages(closing, views));
        jersey.register(new OutboxPages(views));
        jersey.register(new FindingsPages(findings));
        jersey.register(new StopPages(new StopService(tools, misses), respondents));
    }
}
