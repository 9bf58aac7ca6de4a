package parallax.nomination;

import java.util.List;
import java.util.Optional;
import parallax.questionnaire.Audience;
import parallax.study.Wave;
import parallax.study.WavePanel;
import parallax.study.WaveState;
import parallax.web.Caller;

/** On the page of a wave that asks customers: who chose them. */
final class NominationPanel implements WavePanel {

    private static final int ORDER = 55;

    private final NominationService nominations;

    NominationPanel(NominationService nominations) {
        this.nominations = nominations;
    }

    @Override
    public Optional<Content> content(Caller caller, Wave wave) {
        if (!wave.audiences().contains(Audience.CUSTOMER)) {
            return Optional.empty();
        }
        Optional<Nomination> known = nominations.find(wave.id());
        if (known.isEmpty() && wave.state() == WaveState.SEALED) {
            return Optional.empty();
        }
        return Optional.of(new Content(
                ORDER,
                "Who chose the customers",
                known.map(Nomination::toldWithReasons)
                        .orElse("Not recorded. Summary and workbooks print who named the customers, out of how many."),
                List.of(),
                null,
                wave.state() == WaveState.SEALED
                        ? List.of()
                        : List.of(Action.link(
                                known.isPresent() ? "Correct it" : "Record who chose",
                                "/waves/" + wave.id() + "/nomination"))));
    }
}
