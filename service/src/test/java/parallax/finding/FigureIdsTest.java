package parallax.finding;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import parallax.questionnaire.Audience;
import parallax.questionnaire.Measure;
import parallax.study.WaveId;

class FigureIdsTest {

    private static final WaveId WAVE = WaveId.fromString("6a5b4c3d-0000-4000-8000-000000000001");
    private static final WaveId OTHER = WaveId.fromString("6a5b4c3d-0000-4000-8000-000000000002");
    private static final FigureKey KEY = FigureKey.mean(Measure.EXPERIENCE, Audience.CUSTOMER, "demo", null);

    @Test
    void anIdIsTheSameForTheSameWaveAndKeyAndLeadsBackToTheWave() {
        String id = new FigureIds(WAVE).of(KEY);

        assertThat(new FigureIds(WAVE).of(KEY)).isEqualTo(id);
        assertThat(FigureIds.waveOf(id)).hasValue(WAVE);
    }

    @Test
    void anotherWaveOrKeyHasAnotherId() {
        FigureKey other = FigureKey.mean(Measure.IMPORTANCE, Audience.CUSTOMER, "demo", null);

        assertThat(new FigureIds(OTHER).of(KEY)).isNotEqualTo(new FigureIds(WAVE).of(KEY));
        assertThat(new FigureIds(WAVE).of(other)).isNotEqualTo(new FigureIds(WAVE).of(KEY));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "f_",
                "f_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
                "f_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
                "g_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
                "f_AAAAAAAAAAAAAAAA+AAAAAAAAAAAAAAA"
            })
    void whatIsNoIdHasNoWave(String text) {
        assertThat(FigureIds.waveOf(text)).isEmpty();
    }
}
