package parallax.notice;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import parallax.notice.Happening.Kept;
import parallax.notice.Happening.What;
import parallax.questionnaire.Audience;
import parallax.study.AnswerSource;
import parallax.study.EngagementId;
import parallax.study.Wave;
import parallax.study.WaveId;
import parallax.study.WaveState;

class HappeningTest {

    private static final Instant DAY = Instant.parse("2030-11-05T09:00:00Z");
    private static final Kept KEPT = new Kept(30, 90);

    @Test
    void itIsToldAWeekBeforeAndNotWhenItIsPast() {
        Happening close = new Happening(What.CLOSE, DAY);
        assertThat(close.isToBeTold(DAY.minus(Duration.ofDays(7)).minusMillis(1)))
                .isFalse();
        assertThat(close.isToBeTold(DAY.minus(Duration.ofDays(7)))).isTrue();
        assertThat(close.isToBeTold(DAY.minusMillis(1))).isTrue();
        assertThat(close.isToBeTold(DAY)).isFalse();
    }

    @Test
    void anOpenWaveClosesAClosedOneIsSealedAndItsPeopleAreForgotten() {
        assertThat(Happening.ahead(wave(WaveState.OPEN, DAY, null), true, KEPT))
                .containsExactly(new Happening(What.CLOSE, DAY));
        assertThat(Happening.ahead(wave(WaveState.OPEN, null, null), true, KEPT))
                .isEmpty();
        assertThat(Happening.ahead(wave(WaveState.CLOSED, DAY, DAY), true, KEPT))
                .containsExactly(
                        new Happening(What.SEAL, DAY.plus(Duration.ofDays(30))),
                        new Happening(What.FORGET, DAY.plus(Duration.ofDays(90))));
        assertThat(Happening.ahead(wave(WaveState.SEALED, DAY, DAY), false, KEPT))
                .isEmpty();
    }

    private static Wave wave(WaveState state, @Nullable Instant closesAt, @Nullable Instant closedAt) {
        return new Wave(
                WaveId.fromString("00000000-0000-4000-8000-000000000001"),
                EngagementId.fromString("00000000-0000-4000-8000-000000000002"),
                "Baseline",
                state,
                AnswerSource.FIELDWORK,
                Set.of(Audience.CUSTOMER),
                closesAt,
                7,
                List.of(),
                1,
                0,
                0,
                DAY.minus(Duration.ofDays(21)),
                closedAt);
    }
}
