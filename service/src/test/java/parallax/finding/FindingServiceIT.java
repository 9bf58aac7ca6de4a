package parallax.finding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import parallax.database.Databases;
import parallax.database.TestDatabase;
import parallax.questionnaire.Audience;
import parallax.response.Response;
import parallax.response.ResponseStore;
import parallax.study.AudienceFrame;
import parallax.study.Engagement;
import parallax.study.SegmentVariable;
import parallax.study.StudyFixture;
import parallax.study.Wave;
import parallax.study.WaveId;
import parallax.web.ProblemType;
import parallax.web.RefusedException;

class FindingServiceIT {

    private final Databases databases = TestDatabase.shared();
    private final ResponseStore store = new ResponseStore(databases.report());
    private boolean ballotsWait;
    private StudyFixture study;
    private FindingService service;
    private Engagement engagement;
    private Wave wave;

    @BeforeEach
    void prepare() {
        TestDatabase.clean();
        study = new StudyFixture(databases);
        service = new FindingService(
                study.feature().engagements(), study.feature().waves(), store, waveId -> ballotsWait);
        engagement = study.engagement();
        wave = study.wave(engagement, "Baseline");
    }

    @Test
    void storedAnswersGiveTheSameFiguresAsThoseInMemory() {
        List<String> touchpoints = study.feature().questionnaires().current(engagement.id()).touchpoints().stream()
                .map(touchpoint -> touchpoint.key())
                .toList();
        WaveFixture expected = answers(touchpoints, 1);
        write(wave.id(), expected.responses());
        Wave decoy = study.wave(engagement, "Follow-up");
        write(decoy.id(), answers(touchpoints, 2).responses());

        Findings findings = service.of(wave.id());

        assertThat(findings.wave().name()).isEqualTo("Baseline");
        // Waves made at the same instant have no order; trends have a test of their own.
        assertThat(findings.figures().stream()
                        .filter(figure -> figure.key().kind() != FigureKind.TREND)
                        .toList())
                .usingRecursiveFieldByFieldElementComparatorIgnoringFields("id")
                .isEqualTo(expected.findings().figures());
        assertThat(service.of(wave.id())).isSameAs(findings);
    }

    @Test
    void aSecondImportReplacesTheFigures() {
        List<String> touchpoints = List.of("a", "b", "c", "d", "e", "f", "g", "h", "i", "j", "k", "l");
        write(wave.id(), answers(touchpoints, 1).responses());
        Findings before = service.of(wave.id());
        databases.count().useTransaction(handle -> store.deleteAll(handle, wave.id()));
        write(wave.id(), answers(touchpoints, 2).responses());

        assertThat(service.of(wave.id()).figures()).isNotEqualTo(before.figures());
    }

    @Test
    void aDraftHasNoFigures() {
        assertRefused(wave.id(), ProblemType.CONFLICT, "Wave “Baseline” is draft");
    }

    @Test
    void aClosedWaveHasNoFiguresUntilItsBallotsAreCounted() {
        write(wave.id(), List.of());
        ballotsWait = true;

        assertRefused(wave.id(), ProblemType.CONFLICT, "still being counted");
    }

    @Test
    void anUnknownWaveIsNotFound() {
        assertRefused(new WaveId(UUID.randomUUID()), ProblemType.NOT_FOUND, "");
    }

    private void assertRefused(WaveId id, ProblemType type, String words) {
        assertThatThrownBy(() -> service.of(id))
                .isInstanceOfSatisfying(
                        RefusedException.class, e -> assertThat(e.type()).isEqualTo(type))
                .hasMessageContaining(words);
    }

    private void write(WaveId id, List<Response> responses) {
        databases.count().useTransaction(handle -> {
            store.insert(handle, id, responses);
            study.feature().waves().saveFrame(handle, id, Audience.SALES, AudienceFrame.unknown());
            study.feature()
                    .waves()
                    .closeImported(handle, id, List.of(new SegmentVariable("region", List.of("north", "south"))));
        });
    }

    private static WaveFixture answers(List<String> touchpoints, int seed) {
        Random random = new Random(seed);
        WaveFixture fixture = WaveFixture.aWave()
                .touchpoints(new ArrayList<>(touchpoints))
                .segments(new SegmentVariable("region", List.of("north", "south")));
        for (int i = 0; i < 40; i++) {
            int items = touchpoints.size();
            fixture.with(WaveFixture.response(
                    i < 30 ? Audience.CUSTOMER : Audience.SALES,
                    i < 30 ? "account" + random.nextInt(12) : null,
                    null,
                    random.ints(items, 1, 6).toArray(),
                    random.ints(items, 1, 6).toArray(),
                    i < 30 ? random.nextInt(3) : 0));
        }
        return fixture;
    }
}
