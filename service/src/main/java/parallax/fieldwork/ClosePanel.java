package parallax.fieldwork;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import parallax.study.Wave;
import parallax.study.WavePanel;
import parallax.study.WaveState;
import parallax.web.Caller;

/** Close, on the wave's page. */
final class ClosePanel implements WavePanel {

    private static final int ORDER = 30;

    @Override
    public Optional<Content> content(Caller caller, Wave wave) {
        if (!wave.state().takesAnswers()) {
            return Optional.empty();
        }
        Instant closesAt = wave.closesAt();
        Instant end = Closing.endOf(wave);
        String text = closesAt == null || end == null
                ? "This wave is closed by hand."
                : "Reminders stop on %s; late answers count until %s."
                        .formatted(Words.moment(closesAt), Words.moment(end));
        Action close = Action.link("Close the wave", "/waves/" + wave.id() + "/close");
        return Optional.of(new Content(
                ORDER,
                "Close",
                text,
                List.of(),
                null,
                List.of(wave.state() == WaveState.CLOSING ? close.asPrimary() : close)));
    }
}
