package parallax.fieldwork;

import java.time.InstantSource;
import java.util.UUID;
import java.util.function.Supplier;
import org.jdbi.v3.core.Jdbi;
import parallax.contact.ContactService;
import parallax.keys.KeyFiles;
import parallax.mail.MailFeature;
import parallax.message.WaveLetters;
import parallax.study.EngagementService;
import parallax.study.WaveService;
import parallax.web.Audit;

/** What the services of this package work with. */
record FieldworkTools(
        Jdbi jdbi,
        KeyFiles keys,
        EngagementService engagements,
        WaveService waves,
        ContactService contacts,
        MailFeature mail,
        WaveLetters letters,
        Audit audit,
        InstantSource clock,
        Supplier<UUID> ids) {}
