package parallax.interview;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import parallax.answering.Answers;
import parallax.answering.Note;
import parallax.questionnaire.Condition;
import parallax.questionnaire.Form;
import parallax.questionnaire.FormItem;
import parallax.questionnaire.FormOption;
import parallax.questionnaire.FormPage;
import parallax.questionnaire.FormQuestion;
import parallax.questionnaire.FormTouchpoint;
import parallax.questionnaire.ItemAnswer;
import parallax.questionnaire.Owner;
import parallax.questionnaire.Questionnaire;
import parallax.questionnaire.TextPiece;

/**
 * What is asked in an interview: the very form of the web, in the language of the person.
 *
 * @param pieces values of the places in its texts
 */
record Script(Questionnaire questionnaire, Form form, Map<TextPiece, String> pieces) {

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

    /** Pages that are asked for these answers. */
    List<FormPage> pages(Heard heard) {
        Condition.Given given = given(heard);
        return form.pages().stream().filter(page -> page.isAsked(given)).toList();
    }

    /** Items of a page that are asked for these answers. */
    List<FormItem> items(FormPage page, Heard heard) {
        Condition.Given given = given(heard);
        return page.items().stream().filter(item -> item.isAsked(given)).toList();
    }

    /** Without answers and notes to items that are no longer asked; one that goes may take others with it. */
    Heard asked(Heard heard) {
        Heard kept = heard;
        for (FormItem item : form.items()) {
            if (!item.isAsked(given(kept))) {
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

    Condition.Given given(Heard heard) {
        return new Given(this, heard);
    }

    private record Given(Script script, Heard heard) implements Condition.Given {

        @Override
        public boolean met(Owner owner) {
            List<FormTouchpoint> theirs = script.touchpoints().stream()
                    .filter(each -> isOf(each, owner))
                    .toList();
            return theirs.isEmpty()
                    || !theirs.stream().allMatch(each -> experience(each) == FormQuestion.NOT_ENCOUNTERED);
        }

        private boolean isOf(FormTouchpoint touchpoint, Owner owner) {
            Owner its = script.questionnaire()
                    .touchpoints()
                    .get(touchpoint.position())
                    .owner();
            // shared touchpoints are a meeting with both teams
            boolean team = owner == Owner.SALES || owner == Owner.MARKETING;
            return its == owner || team && its == Owner.SHARED;
        }

        private byte experience(FormTouchpoint touchpoint) {
            return heard.to(touchpoint.experience());
        }

        @Override
        public boolean encountered(String touchpoint) {
            return script.touchpoint(touchpoint).stream()
                    .map(this::experience)
                    .anyMatch(rating -> rating != FormQuestion.NOT_ANSWERED && rating != FormQuestion.NOT_ENCOUNTERED);
        }

        @Override
        public ItemAnswer answer(String item) {
            return script.item(item).map(heard::to).orElse(ItemAnswer.NONE);
        }
    }

    /** Words of the options of a question, for messages. */
    static String offered(Stream<FormOption> options) {
        return String.join(", ", options.map(FormOption::value).toList());
    }
}
