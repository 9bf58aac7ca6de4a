package parallax.intake;

import java.time.InstantSource;
import java.util.UUID;
import java.util.function.Supplier;
import org.jdbi.v3.core.Jdbi;
import parallax.contact.ContactBatches;
import parallax.database.Jobs;
import parallax.keys.KeyFiles;
import parallax.study.EngagementService;
import parallax.table.Incoming;
import parallax.web.Audit;

/** What taking in people stands on. */
record IntakeTools(
        Jdbi field,
        KeyFiles keys,
        EngagementService engagements,
        ContactBatches batches,
        Jobs jobs,
        Incoming incoming,
        Audit audit,
        InstantSource clock,
        Supplier<UUID> ids) {

    Blocks intakeBlocks(UUID intake) {
        return new Blocks(keys.storedCipher("intake", intake));
    }

    Blocks importBlocks(UUID importId) {
        return new Blocks(keys.storedCipher("import", importId));
    }
}
