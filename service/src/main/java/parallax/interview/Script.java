package parallax.interview;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import parallax.answering.Answers;
import parallax.answering.Note;
import parallax.questionnaire.Form;
import parallax.questionnaire.FormItem;
import parallax.questionnaire.FormOption;
import parallax.questionnaire.FormPage;
import parallax.questionnaire.FormQuestion;
import parallax.questionnaire.FormTouchpoint;
import parallax.questionnaire.ItemAnswer;
import parallax.questionnaire.Questionnaire;
import parallax.questionnaire.SentItem;
import parallax.questionnaire.TextPiece;
import parallax.questionnaire.Walk;

/**
 * What is asked in an interview: the very form of the web, in the language of the person.
 *
 * @param pieces values of the places in its texts
 */
record Script(Questionnaire questionnaire, Form form, Map<TextPiece, String> pieces) {

    /** Bytes of a character as JSON writes it, at most: four in UTF-8; a line end takes two. */
    private static final int CHARACTER = 4;
    /** What the name of a field and the marks around it take, with a rating. */
    private static final int FIELD = 24;

    Script {
        pieces = Map.copyOf(pieces);
    }

    String language() {
        return form.language();
    }

    String aloud(String text) {
        return TextPiece.fill(text, pieces);
    }

    List<FormTouchpoint> touchpoints() {
        return form.pages().stream()
                .flatMap(page -> page.touchpoints().stream())
                .toList();
    }

    Optional<FormTouchpoint> touchpoint(String key) {
        return touchpoints().stream()
                .filter(touchpoint -> touchpoint.key().equals(key))
                .findFirst();
    }

    Optional<FormItem> item(String key) {
        return form.items().stream().filter(item -> item.key().equals(key)).findFirst();
    }

    /** The way that these answers lead. */
    Walk walk(Heard heard) {
        return Walk.through(questionnaire, form, new Said(this, heard));
    }

    /** Pages that are asked for these answers. */
    List<FormPage> pages(Heard heard) {
        return walk(heard).pages();
    }

    /** Items of a page that are asked for these answers. */
    List<FormItem> items(FormPage page, Heard heard) {
        return walk(heard).items(page);
    }

    /** Without answers and notes to items that are no longer asked; one that goes may take others with it. */
    Heard asked(Heard heard) {
        Walk walk = walk(heard);
        Heard kept = heard;
        for (FormItem item : form.items()) {
            if (!walk.asks(item)) {
                kept = kept.with(item, ItemAnswer.NONE).with(Heard.noteOf(item), List.of());
            }
        }
        return kept;
    }

    /** Whether nothing at all was answered; notes alone are no interview. */
    boolean isEmpty(Heard heard) {
        return form.questions().stream().allMatch(question -> heard.to(question) == FormQuestion.NOT_ANSWERED)
                && form.items().stream().allMatch(item -> heard.to(item).isNone());
    }

    /** What was noted, in the order of the form. */
    List<Note> notes(Heard heard) {
        List<Note> notes = new ArrayList<>();
        touchpoints()
                .forEach(touchpoint -> notes.add(
                        new Note(touchpoint.key(), heard.value(Heard.noteOfTouchpoint(touchpoint.position())))));
        form.items().forEach(item -> notes.add(new Note(item.key(), heard.value(Heard.noteOf(item)))));
        notes.removeIf(note -> note.text().isEmpty());
        return notes;
    }

    /** By how many characters, about, the notes are too long; 0 or less: they have room. */
    int tooLong(Heard heard) {
        return notes(heard).stream().mapToInt(note -> note.bytes(language())).sum() - Note.MOST_BYTES;
    }

    /** Bytes that the longest draft of this form takes. */
    int longest() {
        int most = 2
                + 2 * Note.MOST_BYTES
                + FIELD * (form.questions().size() + touchpoints().size());
        for (FormItem item : form.items()) {
            boolean written = item.options().isEmpty();
            most += 3 * FIELD
                    + (written
                            ? item.kind().mostTexts() * (CHARACTER * item.kind().longestText() + 3)
                            : 0);
            most += item.options().stream()
                    .mapToInt(option -> option.value().length() + 3)
                    .sum();
            most += item.item().offer().other() ? CHARACTER * item.kind().longestText() : 0;
        }
        return most;
    }

    /** Which fields a page keeps, whatever is asked on it. */
    static List<String> fields(FormPage page) {
        List<String> fields = new ArrayList<>();
        page.questions().forEach(question -> fields.add(question.name()));
        page.touchpoints().forEach(touchpoint -> fields.add(Heard.noteOfTouchpoint(touchpoint.position())));
        page.items()
                .forEach(item -> fields.addAll(List.of(item.name(), SentItem.otherField(item), Heard.noteOf(item))));
        return fields;
    }

    /** Tells apart what was heard on a page. */
    static String version(FormPage page, Heard heard) {
        return heard.version(fields(page));
    }

    /** Tells apart all that was heard. */
    String version(Heard heard) {
        return heard.version(
                form.pages().stream().flatMap(page -> fields(page).stream()).toList());
    }

    /** The answers as a ballot takes them. */
    Answers answers(Heard heard) {
        Answers answers = Answers.none(questionnaire.touchpoints().size());
        for (FormQuestion question : form.questions()) {
            answers = answers.with(question, heard.to(question));
        }
        for (FormItem item : form.items()) {
            answers = answers.with(item, heard.to(item));
        }
        return answers;
    }

    private record Said(Script script, Heard heard) implements Walk.Replies {

        @Override
        public byte experience(int position) {
            return script.touchpoints().stream()
                    .filter(touchpoint -> touchpoint.position() == position)
                    .findFirst()
                    .map(touchpoint -> heard.to(touchpoint.experience()))
                    .orElse(FormQuestion.NOT_ANSWERED);
        }

        @Override
        public ItemAnswer to(FormItem item) {
            return heard.to(item);
        }
    }

    /** Words of the options of a question, for messages. */
    static String offered(Stream<FormOption> options) {
        return String.join(", ", options.map(FormOption::value).toList());
    }
}
