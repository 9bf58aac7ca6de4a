package parallax.message;

import io.dropwizard.jersey.setup.JerseyEnvironment;
import java.net.URI;
import java.time.InstantSource;
import org.jdbi.v3.core.Jdbi;
import parallax.answering.AnsweringSettings;
import parallax.contact.ContactService;
import parallax.keys.KeyFiles;
import parallax.mail.MailFeature;
import parallax.study.StudyFeature;
import parallax.web.Audit;

/** The texts of mails: services, resources and pages. */
public final class MessageFeature {

    private final Neighbours neighbours;
    private final MessageService messages;
    private final WaveLetters letters;
    private final FindingsLetters findings;
    private final PreviewService previews;
    private final Trials trials;
    private final Settings settings;

    /**
     * Adds its line to the task list and its panel to waves.
     *
     * @param field the pool of login parallax_field
     */
    public MessageFeature(Jdbi field, KeyFiles keys, Neighbours neighbours, Settings settings, InstantSource clock) {
        this.neighbours = neighbours;
        this.settings = settings;
        MailFeature mail = neighbours.mail();
        Occasions occasions = new Occasions(
                neighbours.study(),
                neighbours.contacts(),
                settings.respondents().contactsKeptDays());
        MailComposer composer = new MailComposer(mail.from());
        this.messages = new MessageService(field, occasions, composer, mail.outbox(), neighbours.audit());
        this.findings = new FindingsLetters(field);
        this.letters = new WaveLetters(messages, occasions, composer, findings, clock);
        this.trials = new Trials(keys, clock);
        this.previews = new PreviewService(
                new PreviewService.Ground(messages, occasions, neighbours.contacts(), mail),
                composer,
                trials,
                settings.baseUrl(),
                clock);
        neighbours.study().add(new MessageTask(messages));
        neighbours.study().add(new TextsPanel());
    }

    /** The features this one stands on. */
    public record Neighbours(StudyFeature study, ContactService contacts, MailFeature mail, Audit audit) {}

    /**
     * What mails are filled from.
     *
     * @param baseUrl what links begin with
     */
    public record Settings(URI baseUrl, AnsweringSettings respondents) {}

    public MessageService messages() {
        return messages;
    }

    public FindingsLetters findings() {
        return findings;
    }

    public WaveLetters letters() {
        return letters;
    }

    /** What links in mails begin with. */
    public URI baseUrl() {
        return settings.baseUrl();
    }

    public void register(JerseyEnvironment jersey) {
        StudyFeature study = neighbours.study();
        jersey.register(new MessagesResource(study.engagements(), messages, previews));
        jersey.register(new WaveMessagesResource(study, messages));
        jersey.register(new MessagePages(study, messages));
        jersey.register(new PreviewPages(
                study.engagements(), previews, neighbours.mail().leavesTheHouse()));
        jersey.register(new WaveMessagePages(study, messages));
        jersey.register(new TrialPages(study, trials, settings.respondents()));
    }
}
