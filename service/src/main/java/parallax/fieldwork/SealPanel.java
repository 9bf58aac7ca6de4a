package parallax.fieldwork;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import parallax.study.AnswerSource;
import parallax.study.Wave;
import parallax.study.WavePanel;
import parallax.study.WaveState;
import parallax.web.Caller;

/** Seal, on the page of a closed wave. */
final class SealPanel implements WavePanel {

    private static final int ORDER = 60;
    private static final String WHAT_IT_DOES =
            "The wave’s keys are destroyed and its personal links lead nowhere. From then on nobody, whatever they hold, can join an invitation to an answer. Figures and workbooks stay. This cannot be undone.";

    private final int sealedAfterDays;

    SealPanel(int sealedAfterDays) {
        this.sealedAfterDays = sealedAfterDays;
    }

    @Override
    public Optional<Content> content(Caller caller, Wave wave) {
        Instant closedAt = wave.closedAt();
        if (wave.state() != WaveState.CLOSED || wave.source() != AnswerSource.FIELDWORK || closedAt == null) {
            return Optional.empty();
        }
        String text = "This wave is sealed by itself on %s, or now by hand."
                .formatted(Words.moment(closedAt.plus(Duration.ofDays(sealedAfterDays))));
        Action seal = new Action(
                "Seal the wave",
                "/waves/" + wave.id() + "/seal",
                true,
                false,
                WHAT_IT_DOES,
                Map.of("confirm", wave.name()));
        return Optional.of(new Content(ORDER, "Seal", text, List.of(), null, List.of(seal)));
    }
}
