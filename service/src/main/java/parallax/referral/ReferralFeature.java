package parallax.referral;

import io.dropwizard.jersey.setup.JerseyEnvironment;
import java.time.InstantSource;
import org.jdbi.v3.core.Jdbi;
import parallax.contact.ContactService;
import parallax.fieldwork.Invitations;
import parallax.study.StudyFeature;
import parallax.web.Audit;

/** Referrals: service, resource, page and the panel on the wave's page. */
public final class ReferralFeature {

    private final ReferralService referrals;
    private final StudyFeature study;

    /**
     * Adds its panel to the study.
     *
     * @param field the pool of login parallax_field
     */
    public ReferralFeature(Jdbi field, Neighbours neighbours, InstantSource clock) {
        this.study = neighbours.study();
        this.referrals = new ReferralService(field, neighbours, clock);
        study.add(new ReferralPanel(referrals));
    }

    /** The features this one stands on. */
    public record Neighbours(StudyFeature study, ContactService contacts, Invitations invitations, Audit audit) {}

    public void register(JerseyEnvironment jersey) {
        jersey.register(new ReferralsResource(referrals));
        jersey.register(new ReferralPages(referrals, study.engagements(), study.waves()));
    }
}
