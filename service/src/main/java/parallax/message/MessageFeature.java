package parallax.message;

import io.dropwizard.jersey.setup.JerseyEnvironment;
import java.time.InstantSource;
import org.jdbi.v3.core.Jdbi;
import parallax.contact.ContactService;
import parallax.mail.MailFeature;
import parallax.study.StudyFeature;
import parallax.web.Audit;

/** The texts of mails: services, resources and pages. */
public final class MessageFeature {

    private final MessageService messages;
    private final WaveLetters letters;

    /**
     * @param field the pool of login parallax_field
     * @param keptDays days after the close of a wave until people are deleted, as mails promise
     */
    public MessageFeature(Jdbi field, Neighbours neighbours, int keptDays, InstantSource clock) {
        Occasions occasions = new Occasions(neighbours.study(), neighbours.contacts(), keptDays);
        MailComposer composer = new MailComposer(neighbours.mail().from());
        this.messages = new MessageService(field, occasions, composer, neighbours.audit());
        this.letters = new WaveLetters(messages, occasions, composer, clock);
    }

    /** The features this one stands on. */
    public record Neighbours(StudyFeature study, ContactService contacts, MailFeature mail, Audit audit) {}

    public MessageService messages() {
        return messages;
    }

    public WaveLetters letters() {
        return letters;
    }

    public void register(JerseyEnvironment jersey) {}
}
