package parallax.editor;

import java.util.List;
import java.util.Optional;
import parallax.study.StudyFeature;
import parallax.study.Wave;
import parallax.study.WaveChange;
import parallax.study.WavePanel;
import parallax.web.Caller;

/** On a wave's page: what was changed while it was answered, and the way to do so. */
final class WaveChangesPanel implements WavePanel {

    private static final int ORDER = 35;

    private final StudyFeature study;

    WaveChangesPanel(StudyFeature study) {
        this.study = study;
    }

    @Override
    public Optional<Content> content(Caller caller, Wave wave) {
        List<WaveChange> changes = study.waves().changes(wave.id());
        boolean open = wave.state().takesAnswers();
        if (changes.isEmpty() && !open) {
            return Optional.empty();
        }
        Table table = changes.isEmpty()
                ? null
                : new Table(
                        "Changes while it was answered",
                        List.of("When", "Who", "What", "Before", "After"),
                        changes.stream()
                                .map(WaveChangesPage.Line::of)
                                .map(line -> List.of(line.at(), line.by(), line.what(), line.before(), line.after()))
                                .toList(),
                        false);
        return Optional.of(new Content(
                ORDER,
                "Questions",
                open ? "A typo can be mended, and something can be left out from now on; answers stay." : "",
                List.of(),
                table,
                open
                        ? List.of(Action.link("Mend a typo or stop a question", "/waves/" + wave.id() + "/changes"))
                        : List.of()));
    }
}
