package parallax.editor;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import parallax.instrument.ModelTexts;
import parallax.questionnaire.Questionnaire;
import parallax.study.Engagement;
import parallax.study.Wave;
import parallax.study.WaveChange;
import parallax.web.InputError;
import parallax.web.Page;
import parallax.web.PageContext;

/** What was changed in a wave while it is answered, and what may be. */
public final class WaveChangesPage extends Page {

    static final String CHANGED =
            "Somebody changed a question of this wave meanwhile: the table shows what. Nothing of yours was taken; look, and press again if it still fits.";

    private final Engagement engagement;
    private final Wave wave;
    private final Asked asked;
    private final Map<String, String> values;
    private final List<InputError> errors;

    WaveChangesPage(
            PageContext context,
            Engagement engagement,
            Wave wave,
            Asked asked,
            Map<String, String> values,
            List<InputError> errors) {
        super("/templates/editor/wave-changes.ftlh", context);
        this.engagement = engagement;
        this.wave = wave;
        this.asked = asked;
        this.values = Map.copyOf(values);
        this.errors = List.copyOf(errors);
    }

    public Engagement getEngagement() {
        return engagement;
    }

    public String getName() {
        return wave.name();
    }

    public String getUrl() {
        return "/waves/" + wave.id();
    }

    /** Whether it is being answered. */
    public boolean isOpen() {
        return wave.state().takesAnswers();
    }

    public Map<String, String> getValues() {
        return values;
    }

    public List<InputError> getErrors() {
        return errors;
    }

    /** How many changes the page shows; one made to another number is refused. */
    public int getVersion() {
        return asked.changes().size();
    }

    /** What was done, oldest first. */
    public List<Line> getChanges() {
        return asked.changes().stream().map(Line::of).toList();
    }

    /** All texts, as {@code LANGUAGE SUBJECT PLACE}. */
    public List<Option> getTexts() {
        List<Option> texts = new ArrayList<>();
        ModelTexts.of(asked.questionnaire())
                .forEach((place, words) -> words.forEach((language, text) -> texts.add(new Option(
                        language + " " + place.subject() + " " + place.place(),
                        "%s (%s, %s): %s".formatted(place.subject(), place.inWords(), language, text)))));
        return texts;
    }

    /** What is still asked. */
    public List<Option> getSubjects() {
        Set<String> stopped = new HashSet<>();
        asked.changes().stream().filter(WaveChange::isStop).forEach(change -> stopped.add(change.subject()));
        Questionnaire model = asked.questionnaire();
        List<Option> subjects = new ArrayList<>();
        model.touchpoints()
                .forEach(touchpoint ->
                        subjects.add(new Option(touchpoint.key(), touchpoint.label(model.defaultLanguage()))));
        model.items()
                .forEach(item ->
                        subjects.add(new Option(item.key(), EditorWords.question(item, model.defaultLanguage()))));
        subjects.removeIf(option -> stopped.contains(option.value()));
        return subjects;
    }

    /** What the wave asks, and what was changed in it. */
    record Asked(Questionnaire questionnaire, List<WaveChange> changes) {}

    /** A change that was made. */
    public record Line(String at, String by, String what, String before, String after) {

        static Line of(WaveChange change) {
            WaveChange.Corrected text = change.text();
            return text == null
                    ? new Line(
                            EditorWords.time(change.at()),
                            change.by(),
                            change.subject() + ": not asked any more",
                            "",
                            "")
                    : new Line(
                            EditorWords.time(change.at()),
                            change.by(),
                            "%s (%s, %s)"
                                    .formatted(change.subject(), text.place().inWords(), text.language()),
                            text.before(),
                            text.after());
        }
    }

    /** An option of a list. */
    public record Option(String value, String label) {}
}
