package parallax.response;

import java.util.List;
import java.util.Optional;
import parallax.study.AnswerSource;
import parallax.study.Wave;
import parallax.study.WavePanel;
import parallax.study.WaveService;
import parallax.study.WaveState;
import parallax.web.Caller;

/** The way to the import of answers, on the page of a wave that may take them. */
final class ImportPanel implements WavePanel {

    private static final int AFTER_LAUNCH = 15;
    private static final int LAST = 60;

    private final WaveService waves;

    ImportPanel(WaveService waves) {
        this.waves = waves;
    }

    @Override
    public Optional<Content> content(Caller caller, Wave wave) {
        String url = "/waves/" + wave.id() + "/import";
        if (wave.state() == WaveState.DRAFT) {
            return Optional.of(new Content(
                    AFTER_LAUNCH,
                    "Or import answers",
                    "Answers gathered elsewhere, from an earlier study or another tool, can be imported instead of asking here.",
                    List.of(),
                    null,
                    List.of(Action.link("Import answers", url))));
        }
        if (wave.state() == WaveState.CLOSED && wave.source() == AnswerSource.IMPORT) {
            return Optional.of(new Content(
                    LAST,
                    "Imported answers",
                    "The answers of this wave were gathered elsewhere.",
                    List.of(),
                    null,
                    waves.isReleased(wave.id())
                            ? List.of()
                            : List.of(Action.link("Import again, replacing all of them", url))));
        }
        return Optional.empty();
    }
}
