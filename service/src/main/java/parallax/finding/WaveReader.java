package parallax.finding;

import java.util.function.Consumer;
import parallax.response.Response;
import parallax.response.ResponseStore;
import parallax.study.AnswerSource;
import parallax.study.EngagementService;
import parallax.study.Wave;
import parallax.study.WaveId;
import parallax.study.WaveService;

/** Where figures get a wave and its answers from. */
interface WaveReader {

    /** @throws parallax.web.RefusedException NOT_FOUND; CONFLICT while the wave is not closed and counted */
    FieldedWave require(WaveId id);

    void stream(WaveId id, Consumer<Response> consumer);

    /** Reads from the database. */
    record Stored(EngagementService engagements, WaveService waves, ResponseStore responses, BallotsWaiting ballots)
            implements WaveReader {

        @Override
        public FieldedWave require(WaveId id) {
            Wave wave = waves.require(id);
            if (!wave.state().hasFigures()) {
                throw new WaveNotClosedException(wave);
            }
            if (ballots.waitFor(id)) {
                throw new WaveNotCountedException(wave);
            }
            return new FieldedWave(
                    engagements.require(wave.engagementId()),
                    wave,
                    waves.questionnaire(wave),
                    wave.source() == AnswerSource.IMPORT ? 0 : responses.count(id),
                    waves.segments(id),
                    waves.frames(id));
        }

        @Override
        public void stream(WaveId id, Consumer<Response> consumer) {
            responses.stream(id, consumer);
        }
    }
}
