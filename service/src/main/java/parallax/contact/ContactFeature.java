package parallax.contact;

import io.dropwizard.jersey.setup.JerseyEnvironment;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import parallax.database.Databases;
import parallax.keys.KeyFiles;
import parallax.study.EngagementContent;
import parallax.study.EngagementService;
import parallax.study.EngagementTask;
import parallax.web.Audit;

/** People and their accounts. */
public final class ContactFeature {

    private final ContactService contacts;
    private final ContactBatches batches;
    private final ContactEditing editing;
    private final EngagementContent content;

    /** What the feature stands on. */
    public record Ground(Databases databases, KeyFiles keys, Audit audit) {}

    public ContactFeature(Ground ground, EngagementService engagements) {
        Jdbi field = ground.databases().field();
        this.contacts = new ContactService(field, ground.keys());
        this.batches = new ContactBatches(ground.keys(), UUID::randomUUID);
        this.editing = new ContactEditing(field, engagements, ground.audit(), UUID::randomUUID);
        this.editing.add((handle, contact, asked) -> {
            if (asked) {
                contacts.suppress(handle, contact);
            }
        });
        this.content = new ContactContent(field);
    }

    public ContactService contacts() {
        return contacts;
    }

    /** Where files of people are taken in. */
    public ContactBatches batches() {
        return batches;
    }

    /** Has another feature do its part when a person is deleted. */
    public void add(Departure departure) {
        editing.add(departure);
    }

    /** Deletes an engagement's people with it. */
    public EngagementContent content() {
        return content;
    }

    /** The line of an engagement's task list. */
    public EngagementTask task() {
        return new ContactTask(contacts);
    }

    public void register(JerseyEnvironment jersey) {
        jersey.register(new ContactsResource(editing));
        jersey.register(new ContactResource(editing));
        jersey.register(new ContactPages(contacts, editing));
    }
}
