package parallax.fieldwork;

import java.util.List;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import parallax.study.WaveId;

/** Recurring work on several waves: one that fails must not keep the others waiting. */
final class EachWave {

    private static final Logger LOG = LoggerFactory.getLogger(EachWave.class);

    private EachWave() {}

    /** @param failed as after "wave …", for the log */
    static void of(List<WaveId> waves, String failed, Consumer<WaveId> work) {
        for (WaveId wave : waves) {
            try {
                work.accept(wave);
            } catch (RuntimeException e) {
                LOG.error("wave {} {}", wave, failed, e);
            }
        }
    }
}
