package parallax.finding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import parallax.questionnaire.Audience;
import parallax.web.LaterException;

class FindingServiceTest {

    private final WaveFixture wave = WaveFixture.aWave();
    private final FakeReader reader = new FakeReader(wave);
    private final FindingService service = new FindingService(reader);

    @Test
    void aWaveIsComputedOnceAndKept() {
        Findings first = service.of(wave.id());

        assertThat(service.of(wave.id())).isSameAs(first);
        assertThat(reader.streamed()).isEqualTo(1);
    }

    @Test
    void newAnswersAreComputedAnew() {
        Findings before = service.of(wave.id());
        wave.customer("account", 4, 4).answersVersion(2);

        Findings after = service.of(wave.id());

        assertThat(before.participation()).isEmpty();
        assertThat(after.participation()).containsOnlyKeys(Audience.CUSTOMER);
        assertThat(reader.streamed()).isEqualTo(2);
    }

    @Test
    void newTeamSizesAreComputedAnew() {
        service.of(wave.id());
        wave.people(Audience.SALES, 12);
        service.of(wave.id());

        assertThat(reader.streamed()).isEqualTo(2);
    }

    @Test
    void answersReplacedWhileTheyAreReadAreReadAgain() {
        reader.whileStreaming(() -> {
            if (reader.streamed() == 1) {
                wave.customer("account", 4, 4).answersVersion(2);
            }
        });

        assertThat(service.of(wave.id()).wave().answersVersion()).isEqualTo(2);
        assertThat(reader.streamed()).isEqualTo(2);
    }

    @Test
    void answersThatNeverComeToRestAreRefusedForNow() {
        reader.whileStreaming(() -> wave.answersVersion(1 + reader.streamed()));

        assertThatThrownBy(() -> service.of(wave.id())).isInstanceOf(LaterException.class);
    }
}
