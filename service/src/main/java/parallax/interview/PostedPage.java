package parallax.interview;

import jakarta.ws.rs.core.MultivaluedMap;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import parallax.questionnaire.AnswerException;
import parallax.questionnaire.FormItem;
import parallax.questionnaire.FormPage;
import parallax.questionnaire.FormQuestion;
import parallax.questionnaire.FormTouchpoint;
import parallax.questionnaire.ItemAnswer;
import parallax.questionnaire.SentItem;
import parallax.web.InputError;

/** Reads a page of an interview as the interviewer sent it. Only what the page itself could have sent is accepted. */
final class PostedPage {

    static final String PAGE = "page";
    static final String GO = "go";
    static final String VERSION = "version";

    private final Script script;
    private final MultivaluedMap<String, String> form;
    private final List<InputError> errors = new ArrayList<>();
    private final Set<String> known = new HashSet<>(Set.of("_csrf", PAGE, GO, VERSION));
    private Heard heard;
    private Heard shown;
    private String lastNote = "";

    private PostedPage(Script script, MultivaluedMap<String, String> form, Heard kept) {
        this.script = script;
        this.form = form;
        this.heard = kept;
        this.shown = kept;
    }

    /**
     * A page as it was sent.
     *
     * @param version of what was kept when the page was shown
     * @param heard what is right of it, over what was heard before
     * @param shown all of it, for the page to show again
     */
    record Reading(String version, Heard heard, Heard shown, List<InputError> errors) {

        Reading {
            errors = List.copyOf(errors);
        }

        /** For a page that shows what is kept. */
        static Reading unchanged(FormPage page, Heard kept) {
            return new Reading(Script.version(page, kept), kept, kept, List.of());
        }
    }

    static Reading read(Script script, FormPage page, Heard kept, MultivaluedMap<String, String> form) {
        PostedPage posted = new PostedPage(script, form, kept);
        page.questions().forEach(posted::rating);
        for (FormTouchpoint touchpoint : page.touchpoints()) {
            posted.note(Heard.noteOfTouchpoint(touchpoint.position()));
        }
        for (FormItem item : script.items(page, kept)) {
            posted.item(item);
            posted.note(Heard.noteOf(item));
        }
        posted.requireRoom(kept);
        posted.refuseUnknown();
        return new Reading(version(form), posted.heard, posted.shown, posted.errors);
    }

    static String version(MultivaluedMap<String, String> form) {
        return Objects.requireNonNullElse(form.getFirst(VERSION), "");
    }

    private void rating(FormQuestion question) {
        List<String> sent = sent(question.name());
        shown = shown.with(question.name(), sent);
        boolean offered = question.options().stream()
                .anyMatch(option -> sent.size() == 1 && option.value().equals(sent.get(0)));
        if (offered || sent.isEmpty()) {
            heard = heard.with(question.name(), sent);
        } else {
            errors.add(InputError.field(
                    question.name(),
                    sent.get(0),
                    "“%s” takes one of its answers. Choose one.".formatted(script.aloud(question.text()))));
        }
    }

    private void item(FormItem item) {
        SentItem sent = SentItem.of(item, this::sent);
        shown = shown.with(item, new ItemAnswer(sent.values(), sent.other()));
        try {
            heard = heard.with(item, sent.answerTo(item));
        } catch (AnswerException wrong) {
            errors.add(InputError.field(
                    item.name(),
                    sent.values().get(0),
                    "“%s” %s".formatted(script.aloud(item.text()), Faults.of(wrong, item))));
        }
    }

    private void note(String field) {
        List<String> sent = sent(field);
        shown = shown.with(field, sent);
        lastNote = sent.isEmpty() ? lastNote : field;
        String fault = sent.isEmpty() ? null : Faults.ofNote(sent.get(0));
        if (fault == null) {
            heard = heard.with(field, sent);
        } else {
            errors.add(InputError.field(field, null, fault));
        }
    }

    private void requireRoom(Heard kept) {
        int tooLong = script.tooLong(heard);
        if (tooLong > 0) {
            errors.add(InputError.field(lastNote, null, Faults.ofNotes(tooLong)));
            heard = heard.with(lastNote, kept.values(lastNote));
        }
    }

    private List<String> sent(String name) {
        known.add(name);
        return Objects.requireNonNullElse(form.get(name), List.<String>of()).stream()
                .map(text -> text.replace("\r\n", "\n").strip())
                .filter(text -> !text.isEmpty())
                .toList();
    }

    private void refuseUnknown() {
        form.keySet().stream()
                .filter(name -> !known.contains(name))
                .sorted()
                .limit(20)
                .forEach(name -> errors.add(InputError.field(
                        name, null, "The form sent a field that this page does not ask. Open the page again.")));
    }
}
