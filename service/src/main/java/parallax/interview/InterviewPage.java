package parallax.interview;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import parallax.questionnaire.FormItem;
import parallax.questionnaire.FormOption;
import parallax.questionnaire.FormPage;
import parallax.questionnaire.FormQuestion;
import parallax.questionnaire.FormTouchpoint;
import parallax.questionnaire.ItemKind;
import parallax.web.InputError;
import parallax.web.Page;
import parallax.web.PageContext;

/** A part of an interview: the wording to read aloud, and what was heard. */
public final class InterviewPage extends Page {

    private final InterviewFrame frame;
    private final FormPage page;
    private final Heard heard;
    private final List<InputError> errors;
    private final String version;
    private final boolean more;

    /** @param more whether a question of this page follows from an answer on it */
    InterviewPage(PageContext context, InterviewFrame frame, FormPage page, PostedPage.Reading reading, boolean more) {
        super("/templates/interview/interview.ftlh", context);
        this.frame = frame;
        this.page = page;
        this.heard = reading.shown();
        this.errors = reading.errors();
        this.version = reading.version();
        this.more = more;
    }

    public InterviewFrame getFrame() {
        return frame;
    }

    public int getNumber() {
        return page.number();
    }

    /** Of what was kept when the page was shown. */
    public String getVersion() {
        return version;
    }

    public String getPart() {
        List<FormPage> pages = frame.script().pages(heard);
        int place = 1 + pages.stream().map(FormPage::number).toList().indexOf(page.number());
        return "Part %d of %d".formatted(place, pages.size() + 1);
    }

    public String getHeading() {
        return frame.script().aloud(page.title());
    }

    public boolean isMore() {
        return more;
    }

    public boolean isFirst() {
        return frame.script().pages(heard).stream().noneMatch(other -> other.number() < page.number());
    }

    public List<InputError> getErrors() {
        return errors;
    }

    public List<Section> getSections() {
        List<Section> sections = new ArrayList<>();
        page.touchpoints().forEach(touchpoint -> sections.add(section(touchpoint)));
        frame.script().items(page, heard).forEach(item -> sections.add(section(item)));
        return sections;
    }

    private Section section(FormTouchpoint touchpoint) {
        String note = Heard.noteOfTouchpoint(touchpoint.position());
        return new Section(
                "t" + touchpoint.position(),
                touchpoint.label(),
                touchpoint.hint(),
                touchpoint.questions().stream().map(this::question).toList(),
                note,
                heard.value(note));
    }

    private Section section(FormItem item) {
        String note = Heard.noteOf(item);
        return new Section("s" + item.position(), null, null, List.of(question(item)), note, heard.value(note));
    }

    private Question question(FormQuestion question) {
        return new Question(
                question.name(),
                "single",
                frame.script().aloud(question.text()),
                null,
                options(question.name(), question.options()),
                heard.values(question.name()),
                "",
                "",
                "");
    }

    private Question question(FormItem item) {
        return new Question(
                item.name(),
                kind(item.kind()),
                frame.script().aloud(item.text()),
                item.hint() == null ? null : frame.script().aloud(item.hint()),
                options(item.name(), item.options()),
                heard.values(item.name()),
                item.item().offer().other() ? heard.other(item) : "",
                item.low(),
                item.high());
    }

    private List<Option> options(String field, List<FormOption> options) {
        return options.stream()
                .map(option -> new Option(
                        option.value(),
                        option.label(),
                        option.wayOut(),
                        heard.values(field).contains(option.value())))
                .toList();
    }

    private static String kind(ItemKind kind) {
        return switch (kind) {
            case AGREEMENT, SINGLE, ZERO_TO_TEN -> "single";
            case MULTIPLE -> "multiple";
            case WORDS -> "words";
            case SHORT_TEXT -> "line";
            case LONG_TEXT -> "text";
            case NUMBER -> "number";
            case DATE -> "date";
        };
    }

    /** A touchpoint with its ratings, or an item. */
    public record Section(
            String id,
            @Nullable String label,
            @Nullable String hint,
            List<Question> questions,
            String noteField,
            String note) {

        @Override
        public String toString() {
            return "Section " + id;
        }
    }

    /**
     * A question.
     *
     * @param other what was said beside "other"
     * @param low words at the low end; "" without
     */
    public record Question(
            String name,
            String kind,
            String text,
            @Nullable String hint,
            List<Option> options,
            List<String> values,
            String other,
            String low,
            String high) {

        /** Of three words, the one at a place from 0. */
        public String word(int place) {
            return place < values.size() ? values.get(place) : "";
        }

        @Override
        public String toString() {
            return "Question " + name;
        }
    }

    /** An answer to choose. */
    public record Option(String value, String label, boolean wayOut, boolean chosen) {}
}
