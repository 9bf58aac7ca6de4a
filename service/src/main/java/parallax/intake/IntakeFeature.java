package parallax.intake;

import io.dropwizard.jersey.setup.JerseyEnvironment;
import java.io.InputStream;
import java.time.Duration;
import java.time.InstantSource;
import java.util.UUID;
import parallax.contact.ContactFeature;
import parallax.database.Databases;
import parallax.database.Jobs;
import parallax.keys.KeyFiles;
import parallax.study.EngagementContent;
import parallax.study.EngagementId;
import parallax.study.EngagementService;
import parallax.table.Incoming;
import parallax.table.ReceivedFile;
import parallax.web.Audit;
import parallax.web.Caller;

/** Files of people on their way in. */
public final class IntakeFeature {

    private static final Duration KEPT = Duration.ofHours(24);

    private final IntakeTools tools;
    private final IntakeService intakes;
    private final ImportService imports;

    /** What the feature stands on. */
    public record Ground(Databases databases, Jobs jobs, Incoming incoming, KeyFiles keys, Audit audit) {}

    public IntakeFeature(Ground ground, ContactFeature contacts, EngagementService engagements, InstantSource clock) {
        tools = new IntakeTools(
                ground.databases().field(),
                ground.keys(),
                engagements,
                contacts.batches(),
                ground.jobs(),
                ground.incoming(),
                ground.audit(),
                clock,
                UUID::randomUUID);
        intakes = new IntakeService(tools);
        imports = new ImportService(tools);
    }

    /**
     * Imports a CSV file of people, as the API does.
     *
     * @throws parallax.web.RefusedException when the file cannot be read
     */
    public void importCsv(Caller caller, EngagementId engagement, InputStream csv) {
        try (ReceivedFile file = tools.incoming().receive(csv, IntakeService.MOST_BYTES)) {
            intakes.importAtOnce(
                    caller, engagement, new IntakeService.Order(file, MappingInput.OF_THE_HEADER, false), done -> {});
        }
    }

    /** Deletes an engagement's files with it. */
    public EngagementContent content() {
        return new IntakeContent(tools.field());
    }

    /** Forgets files that nobody confirmed for a day. */
    public void tick() {
        intakes.forget(tools.clock().instant().minus(KEPT));
    }

    public void register(JerseyEnvironment jersey) {
        RejectedFiles rejected = new RejectedFiles(imports);
        jersey.register(new ContactsImportResource(intakes, tools.engagements(), tools.jobs(), tools.incoming()));
        jersey.register(new IntakeResource(intakes, rejected, tools.incoming()));
        jersey.register(new ImportsResource(imports, rejected));
        jersey.register(new IntakePages(intakes, imports, rejected, tools.incoming()));
        jersey.register(new ImportPages(imports, rejected));
    }
}
