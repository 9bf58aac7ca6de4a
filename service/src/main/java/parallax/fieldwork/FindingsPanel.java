package parallax.fieldwork;

import java.util.List;
import java.util.Optional;
import parallax.study.Wave;
import parallax.study.WavePanel;
import parallax.web.Caller;

/** The findings letter, on the page of a closed wave. */
final class FindingsPanel implements WavePanel {

    private static final int AFTER_RELEASES = 46;

    private final FindingsService findings;

    FindingsPanel(FindingsService findings) {
        this.findings = findings;
    }

    @Override
    public Optional<Content> content(Caller caller, Wave wave) {
        if (!FindingsService.concerns(wave)) {
            return Optional.empty();
        }
        FindingsService.State state = findings.state(wave.id());
        if (state.people() == 0) {
            return Optional.empty();
        }
        String asked = Words.count(state.people(), "person", "people") + " asked for the main findings. ";
        if (state.sent() || !state.released()) {
            String text = asked + (state.sent() ? "The letter was sent." : "Write to them once a release is made.");
            return Optional.of(new Content(AFTER_RELEASES, "Findings letter", text, List.of(), null, List.of()));
        }
        Action write = Action.link("Write the letter", "/waves/" + wave.id() + "/findings-letter");
        return Optional.of(new Content(
                AFTER_RELEASES,
                "Findings letter",
                asked + "It was promised to them.",
                List.of(),
                null,
                List.of(write)));
    }
}
