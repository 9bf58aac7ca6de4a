package parallax.contact;

import io.dropwizard.jersey.setup.JerseyEnvironment;
import java.io.InputStream;
import java.time.InstantSource;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import parallax.database.Databases;
import parallax.database.Jobs;
import parallax.keys.KeyFiles;
import parallax.study.EngagementContent;
import parallax.study.EngagementId;
import parallax.study.EngagementService;
import parallax.study.EngagementTask;
import parallax.table.Incoming;
import parallax.table.ReceivedFile;
import parallax.web.Audit;
import parallax.web.Caller;

/** People, accounts and their import. */
public final class ContactFeature {

    private final ContactService contacts;
    private final ContactImport imports;
    private final ContactEditing editing;
    private final EngagementContent content;
    private final Jobs jobs;
    private final Incoming incoming;

    /** What the feature stands on. */
    public record Ground(Databases databases, Jobs jobs, Incoming incoming, KeyFiles keys, Audit audit) {}

    public ContactFeature(Ground ground, EngagementService engagements, InstantSource clock) {
        Jdbi field = ground.databases().field();
        this.contacts = new ContactService(field, ground.keys());
        this.imports = new ContactImport(
                field, engagements, ground.keys(), ground.audit(), new ContactImport.Sources(clock, UUID::randomUUID));
        this.editing = new ContactEditing(field, engagements, ground.audit(), UUID::randomUUID);
        this.content = new ContactContent(field);
        this.jobs = ground.jobs();
        this.incoming = ground.incoming();
    }

    public ContactService contacts() {
        return contacts;
    }

    /**
     * Imports a CSV file of people, as the page and the API do.
     *
     * @throws parallax.web.RefusedException when the file cannot be read
     */
    public void importCsv(Caller caller, EngagementId engagement, InputStream csv) {
        try (ReceivedFile file = incoming.receive(csv, ContactsResource.MOST_BYTES)) {
            imports.importContacts(caller, engagement, new ContactImport.Order(file, false), row -> {});
        }
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
        jersey.register(new ContactsResource(imports, editing, jobs, incoming));
        jersey.register(new ContactResource(editing, imports));
        jersey.register(new ContactPages(contacts, editing, imports, incoming));
    }
}
