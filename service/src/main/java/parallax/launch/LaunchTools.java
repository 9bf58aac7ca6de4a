package parallax.launch;

import java.time.InstantSource;
import org.jdbi.v3.core.Jdbi;
import parallax.contact.ContactService;
import parallax.fieldwork.Invitations;
import parallax.keys.KeyFiles;
import parallax.mail.MailFeature;
import parallax.message.MessageFeature;
import parallax.study.EngagementService;
import parallax.study.WaveService;
import parallax.web.Audit;

/** What the services of this package work with. */
record LaunchTools(
        Jdbi jdbi,
        KeyFiles keys,
        EngagementService engagements,
        WaveService waves,
        ContactService contacts,
        Invitations invitations,
        MailFeature mail,
        MessageFeature messages,
        Audit audit,
        InstantSource clock) {}
