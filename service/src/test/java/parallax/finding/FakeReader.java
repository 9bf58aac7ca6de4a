package parallax.finding;

import java.util.List;
import java.util.function.Consumer;
import parallax.response.Response;
import parallax.study.WaveId;

/** Reads a wave that a test holds in memory, and counts how often. */
final class FakeReader implements WaveReader {

    private final WaveFixture wave;
    private Runnable whileStreaming = () -> {};
    private int streamed;

    FakeReader(WaveFixture wave) {
        this.wave = wave;
    }

    void whileStreaming(Runnable deed) {
        whileStreaming = deed;
    }

    int streamed() {
        return streamed;
    }

    @Override
    public FieldedWave require(WaveId id) {
        return wave.fieldedWave();
    }

    @Override
    public void stream(WaveId id, Consumer<Response> consumer) {
        streamed++;
        List.copyOf(wave.responses(id)).forEach(consumer);
        whileStreaming.run();
    }
}
