package parallax.release;

import io.dropwizard.jersey.setup.JerseyEnvironment;
import java.time.InstantSource;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import parallax.finding.FindingService;
import parallax.study.StudyFeature;
import parallax.study.WavePanel;
import parallax.web.Audit;

/** Releases and their ledger. They go with their engagement, by the database's own rule. */
public final class ReleaseFeature {

    private final ReleaseService releases;

    /** @param field the pool of login parallax_field */
    public ReleaseFeature(Jdbi field, FindingService findings, StudyFeature study, Audit audit, InstantSource clock) {
        releases = new ReleaseService(
                field, findings, study.waves(), audit, new ReleaseService.Tools(clock, UUID::randomUUID));
        study.add(releases::isReleased);
    }

    /** On a wave's page. */
    public WavePanel panel() {
        return new ReleasePanel(releases);
    }

    public void register(JerseyEnvironment jersey) {
        jersey.register(new WaveReleasesResource(releases));
        jersey.register(new ReleaseResource(releases));
        jersey.register(new ReleasePages(releases));
    }
}
