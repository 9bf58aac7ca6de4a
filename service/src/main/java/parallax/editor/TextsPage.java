package parallax.editor;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import parallax.editor.TextRows.Part;
import parallax.editor.TextRows.TextRow;
import parallax.instrument.TextPlace;
import parallax.questionnaire.Wording;
import parallax.study.Engagement;
import parallax.study.EngagementId;
import parallax.web.InputError;
import parallax.web.Page;
import parallax.web.PageContext;

/** Texts side by side. */
public final class TextsPage extends Page {

    static final String CHANGED =
            "Somebody changed this meanwhile to “%s”. Yours is still here: save again to keep it, or put theirs in its place.";

    private final Engagement engagement;
    private final boolean locked;
    private final View view;
    private final List<Line> lines;
    private final List<InputError> errors;

    TextsPage(
            PageContext context,
            Engagement engagement,
            boolean locked,
            View view,
            List<Line> lines,
            List<InputError> errors) {
        super("/templates/editor/texts.ftlh", context);
        this.engagement = engagement;
        this.locked = locked;
        this.view = view;
        this.lines = List.copyOf(lines);
        this.errors = List.copyOf(errors);
    }

    public Engagement getEngagement() {
        return engagement;
    }

    public boolean isLocked() {
        return locked;
    }

    public View getView() {
        return view;
    }

    public List<Line> getLines() {
        return lines;
    }

    public List<InputError> getErrors() {
        return errors;
    }

    /** Messages by field. */
    public Map<String, String> getMessages() {
        return errors.stream()
                .collect(Collectors.toMap(
                        error -> String.valueOf(error.pointer()), InputError::message, (one, other) -> one));
    }

    public List<Option> getLanguages() {
        return engagement.languages().stream()
                .map(tag -> new Option(tag, Wording.of(tag).name()))
                .toList();
    }

    public List<Option> getParts() {
        return List.of(
                new Option("questions", "Touchpoints and items"),
                new Option("ratings", "Own words for ratings"),
                new Option("standard", "Standard texts of the pages"));
    }

    /** Which texts are shown. */
    public record View(Part part, String from, String to) {

        public String code() {
            return part.name().toLowerCase(Locale.ROOT);
        }

        /** Whether the left column is the language that is translated from; else what stands there without own words. */
        public boolean translates() {
            return part == Part.QUESTIONS;
        }

        String url(EngagementId id) {
            return "/engagements/%s/questionnaire/texts?part=%s&from=%s&to=%s".formatted(id, code(), from, to);
        }
    }

    /**
     * A text.
     *
     * @param what it is, for people
     * @param opened as stored when the page was made
     * @param text as stored, or as typed
     */
    public record Line(String field, String what, String source, String opened, String text) {

        static Line of(TextRow row, TextEdit edit) {
            TextPlace place = row.place();
            String what = place.subject().equals(TextPlace.STANDARD)
                    ? place.place()
                    : place.subject() + ": " + place.inWords();
            return new Line(
                    TextEdit.field(place),
                    what,
                    row.source(),
                    row.text(),
                    edit.typed(place).orElse(row.text()));
        }
    }

    /** An option of a list. */
    public record Option(String value, String label) {}
}
