package parallax.nomination;

import io.dropwizard.jersey.setup.JerseyEnvironment;
import org.jdbi.v3.core.Jdbi;
import parallax.study.StudyFeature;
import parallax.web.Audit;

/** Who chose the customers: service, resource, page and the panel on the wave's page. */
public final class NominationFeature {

    private final StudyFeature study;
    private final NominationService nominations;

    /**
     * Adds its panel to the study.
     *
     * @param field the pool of login parallax_field
     */
    public NominationFeature(Jdbi field, StudyFeature study, Audit audit) {
        this.study = study;
        this.nominations = new NominationService(field, study.waves(), audit);
        study.add(new NominationPanel(nominations));
    }

    /** What results print. */
    public NominationService nominations() {
        return nominations;
    }

    public void register(JerseyEnvironment jersey) {
        jersey.register(new NominationResource(nominations, study.waves()));
        jersey.register(new NominationPages(nominations, study.engagements(), study.waves()));
    }
}
