package parallax.interview;

import java.time.InstantSource;
import java.util.UUID;
import java.util.function.Supplier;
import org.jdbi.v3.core.Jdbi;
import parallax.answering.SubmitService;
import parallax.contact.ContactService;
import parallax.keys.KeyFiles;
import parallax.study.EngagementService;
import parallax.study.WaveService;
import parallax.web.Audit;

/** What the services of this package work with. */
record InterviewTools(
        Jdbi jdbi,
        KeyFiles keys,
        EngagementService engagements,
        WaveService waves,
        ContactService contacts,
        SubmitService submits,
        Audit audit,
        InterviewSettings settings,
        InstantSource clock,
        Supplier<UUID> ids) {}
