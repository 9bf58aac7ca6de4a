package parallax.study;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import parallax.instrument.TextPlace;

/** A row of study.wave_change. */
public record WaveChangeRow(
        String kind,
        String subject,
        @Nullable String place,
        @Nullable String language,
        @Nullable String before,
        @Nullable String after,
        Instant changedAt,
        String changedBy) {

    static final String TYPO = "typo";
    static final String STOP = "stop";

    WaveChange toChange() {
        WaveChange.Corrected text = place == null || language == null || before == null || after == null
                ? null
                : new WaveChange.Corrected(new TextPlace(subject, place), language, before, after);
        return new WaveChange(subject, text, changedAt, changedBy);
    }
}
