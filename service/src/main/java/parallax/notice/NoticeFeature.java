package parallax.notice;

import java.net.URI;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.jdbi.v3.core.Jdbi;
import parallax.mail.MailFeature;
import parallax.study.StudyFeature;
import parallax.web.Caller;

/** Notices to consultants. */
public final class NoticeFeature {

    private final NoticeService notices;

    /**
     * Adds its panel to the study.
     *
     * @param field the pool of login parallax_field
     */
    public NoticeFeature(Jdbi field, Neighbours neighbours, Settings settings, InstantSource clock) {
        this.notices = new NoticeService(field, neighbours, settings, clock, UUID::randomUUID);
        neighbours.study().add(new NoticePanel(settings.contactsKeptDays()));
    }

    /**
     * What this one stands on.
     *
     * @param staff owners and consultants, as they are now
     */
    public record Neighbours(StudyFeature study, MailFeature mail, Supplier<List<Caller>> staff) {}

    /**
     * @param sealedAfterDays days after its close until a wave is sealed
     * @param contactsKeptDays days after its close until its people are deleted
     */
    public record Settings(URI baseUrl, int sealedAfterDays, int contactsKeptDays) {

        Happening.Kept kept() {
            return new Happening.Kept(sealedAfterDays, contactsKeptDays);
        }
    }

    /** Tells what is a week ahead. Every hour. */
    public void tick() {
        notices.tick();
    }
}
