package parallax.message;

import java.util.List;
import java.util.Optional;
import parallax.study.AnswerSource;
import parallax.study.Wave;
import parallax.study.WavePanel;
import parallax.study.WaveState;
import parallax.web.Caller;

/** The texts of a launched wave, on its page. */
final class TextsPanel implements WavePanel {

    private static final int AFTER_THE_FIELD = 25;

    @Override
    public Optional<Content> content(Caller caller, Wave wave) {
        if (wave.state() == WaveState.DRAFT || wave.source() != AnswerSource.FIELDWORK) {
            return Optional.empty();
        }
        return Optional.of(new Content(
                AFTER_THE_FIELD,
                "Texts of the mails",
                "As they stood at the launch. A typo can be mended while no such mail has left.",
                List.of(),
                null,
                List.of(Action.link("Read the texts", "/waves/" + wave.id() + "/messages"))));
    }
}
