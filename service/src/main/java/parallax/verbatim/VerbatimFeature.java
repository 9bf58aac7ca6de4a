package parallax.verbatim;

import java.util.Random;
import parallax.database.Databases;
import parallax.study.EngagementContent;
import parallax.study.Wave;
import parallax.study.WaveService;

/** What people wrote; so far it is only kept. */
public final class VerbatimFeature {

    private final VerbatimStore store;
    private final EngagementContent content;

    /** @param random unpredictable: it gives the ids and the order of texts */
    public VerbatimFeature(Databases databases, WaveService waves, Random random) {
        this.store = new VerbatimStore(databases.count(), databases.report(), random);
        this.content = engagement -> databases.count().useTransaction(handle -> {
            for (Wave wave : waves.list(engagement.id())) {
                store.deleteAll(handle, wave.id());
            }
        });
    }

    public VerbatimStore store() {
        return store;
    }

    /** Deletes an engagement's texts with it. */
    public EngagementContent content() {
        return content;
    }
}
