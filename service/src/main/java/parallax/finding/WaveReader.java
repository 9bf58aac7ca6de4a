package parallax.finding;

import java.util.Optional;
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
            return fielded(wave).after(previous(wave).map(this::fielded).orElse(null));
        }

        private FieldedWave fielded(Wave wave) {
            return new FieldedWave(
                    engagements.require(wave.engagementId()),
                    wave,
                    waves.questionnaire(wave),
                    wave.source() == AnswerSource.IMPORT ? 0 : responses.count(wave.id()),
                    waves.segments(wave.id()),
                    waves.frames(wave.id()),
                    null);
        }

        /** The wave made before this one whose figures stand; an earlier study is imported into a wave made in its turn. */
        private Optional<Wave> previous(Wave wave) {
            return waves.list(wave.engagementId()).stream()
                    .takeWhile(other -> !other.id().equals(wave.id()))
                    .filter(other -> other.state().hasFigures() && !ballots.waitFor(other.id()))
                    .reduce((first, second) -> second);
        }

        @Override
        public void stream(WaveId id, Consumer<Response> consumer) {
            responses.stream(id, consumer);
        }
    }
}
