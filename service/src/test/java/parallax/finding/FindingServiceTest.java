package parallax.finding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import parallax.questionnaire.Audience;
import parallax.response.Response;
import parallax.study.WaveId;
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

    /** Computing one wave takes as long as it takes; another is answered meanwhile. */
    @Test
    void anotherWaveIsNotHeldUp() {
        WaveFixture other = WaveFixture.aWave().id(WaveId.fromString("6a5b4c3d-0000-4000-8000-0000000000aa"));
        FakeReader ofOther = new FakeReader(other);
        FindingService both = new FindingService(new WaveReader() {
            @Override
            public FieldedWave require(WaveId id) {
                return (id.equals(other.id()) ? ofOther : reader).require(id);
            }

            @Override
            public void stream(WaveId id, Consumer<Response> consumer) {
                (id.equals(other.id()) ? ofOther : reader).stream(id, consumer);
            }
        });
        List<Findings> meanwhile = new ArrayList<>();
        reader.whileStreaming(() -> meanwhile.add(CompletableFuture.supplyAsync(() -> both.of(other.id()))
                .orTimeout(20, TimeUnit.SECONDS)
                .join()));

        Findings first = both.of(wave.id());

        assertThat(meanwhile).hasSize(1).doesNotContain(first);
        assertThat(both.of(wave.id())).isSameAs(first);
    }

    @Test
    void askedTogetherAWaveIsComputedOnce() {
        List<CompletableFuture<Findings>> asked = new ArrayList<>();
        reader.whileStreaming(() -> {
            for (int i = asked.size(); i < 3; i++) {
                asked.add(CompletableFuture.supplyAsync(() -> service.of(wave.id())));
            }
        });

        Findings first = service.of(wave.id());

        assertThat(asked)
                .hasSize(3)
                .allSatisfy(other -> assertThat(other.join()).isSameAs(first));
        assertThat(reader.streamed()).isEqualTo(1);
    }

    /** 32 waves are kept. */
    @Test
    void aWaveNotAskedForInALongTimeIsForgotten() {
        service.of(wave.id());
        for (int version = 2; version <= 33; version++) {
            wave.answersVersion(version);
            service.of(wave.id());
        }
        wave.answersVersion(33);
        service.of(wave.id());
        assertThat(reader.streamed()).isEqualTo(33);

        wave.answersVersion(1);
        service.of(wave.id());
        assertThat(reader.streamed()).isEqualTo(34);
    }
}
