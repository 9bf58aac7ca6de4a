package parallax.response;

import org.jdbi.v3.core.Jdbi;
import parallax.study.Engagement;
import parallax.study.EngagementContent;
import parallax.study.Wave;
import parallax.study.WaveService;

/** Deletes an engagement's answers with it. */
final class ResponseContent implements EngagementContent {

    private final Jdbi count;
    private final ResponseStore store;
    private final WaveService waves;

    ResponseContent(Jdbi count, ResponseStore store, WaveService waves) {
        this.count = count;
        this.store = store;
        this.waves = waves;
    }

    @Override
    public void deleteContent(Engagement engagement) {
        count.useTransaction(handle -> {
            for (Wave wave : waves.list(engagement.id())) {
                store.deleteAll(handle, wave.id());
            }
        });
    }
}
