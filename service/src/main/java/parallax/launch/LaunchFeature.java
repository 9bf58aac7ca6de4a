package parallax.launch;

import io.dropwizard.jersey.setup.JerseyEnvironment;
import java.time.InstantSource;
import org.jdbi.v3.core.Jdbi;
import parallax.contact.ContactService;
import parallax.fieldwork.Invitations;
import parallax.keys.KeyFiles;
import parallax.mail.MailFeature;
import parallax.message.MessageFeature;
import parallax.study.StudyFeature;
import parallax.web.Audit;

/** Launching waves: service, resource, pages and the panel on the wave's page. */
public final class LaunchFeature {

    private final LaunchTools tools;
    private final LaunchService launches;
    private final LaunchPanel panel;

    /**
     * Adds its panel to the study.
     *
     * @param field the pool of login parallax_field
     */
    public LaunchFeature(Jdbi field, KeyFiles keys, Neighbours neighbours, InstantSource clock) {
        StudyFeature study = neighbours.study();
        this.tools = new LaunchTools(
                field,
                keys,
                study.engagements(),
                study.waves(),
                neighbours.contacts(),
                neighbours.invitations(),
                neighbours.mail(),
                neighbours.messages(),
                neighbours.audit(),
                clock);
        this.launches = new LaunchService(tools);
        this.panel = new LaunchPanel(tools, launches);
        study.add(panel);
    }

    /** The features this one stands on. */
    public record Neighbours(
            StudyFeature study,
            ContactService contacts,
            Invitations invitations,
            MailFeature mail,
            MessageFeature messages,
            Audit audit) {}

    public LaunchService launches() {
        return launches;
    }

    LaunchPanel panel() {
        return panel;
    }

    public void register(JerseyEnvironment jersey) {
        jersey.register(new LaunchResource(launches));
        jersey.register(new LaunchPages(launches, tools));
    }
}
