package parallax.response;

import io.dropwizard.jersey.setup.JerseyEnvironment;
import java.util.Random;
import parallax.database.Databases;
import parallax.database.Jobs;
import parallax.keys.KeyFiles;
import parallax.study.EngagementContent;
import parallax.study.QuestionnaireService;
import parallax.study.WavePanel;
import parallax.study.WaveService;
import parallax.table.Incoming;
import parallax.web.Audit;

/** Counted answers and their import. */
public final class ResponseFeature {

    private final ResponseStore store;
    private final ResponseImport imports;
    private final ResponseContent content;
    private final Jobs jobs;
    private final WaveService waves;
    private final Incoming incoming;

    /** What the feature stands on. */
    public record Ground(Databases databases, Jobs jobs, Incoming incoming, KeyFiles keys, Audit audit) {}

    /** @param random unpredictable; gives the ids and the order of answers */
    public ResponseFeature(Ground ground, WaveService waves, QuestionnaireService questionnaires, Random random) {
        this.store = new ResponseStore(ground.databases().report());
        this.imports = new ResponseImport(
                ground.databases().count(),
                store,
                new ResponseImport.Study(waves, questionnaires),
                new AnswerCoding(ground.keys(), random),
                ground.audit());
        this.content = new ResponseContent(ground.databases().count(), store, waves);
        this.jobs = ground.jobs();
        this.waves = waves;
        this.incoming = ground.incoming();
    }

    public ResponseStore store() {
        return store;
    }

    public ResponseImport imports() {
        return imports;
    }

    public EngagementContent content() {
        return content;
    }

    /** The way to the import, on a wave's page. */
    public WavePanel panel() {
        return new ImportPanel(waves);
    }

    public void register(JerseyEnvironment jersey) {
        jersey.register(new ResponsesResource(imports, jobs, incoming));
        jersey.register(new ImportPages(imports, incoming));
    }
}
