package parallax.interview;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import parallax.questionnaire.FormItem;
import parallax.questionnaire.FormOption;
import parallax.questionnaire.FormPage;
import parallax.questionnaire.FormQuestion;
import parallax.questionnaire.FormTouchpoint;
import parallax.web.InputError;

/** What another tab saved on a page since it was opened, so that neither tab writes over the other unseen. */
final class Meanwhile {

    private static final int LONGEST = 80;

    private final Script script;
    private final Heard kept;
    private final Heard sent;
    private final List<InputError> differences = new ArrayList<>();

    private Meanwhile(Script script, Heard kept, Heard sent) {
        this.script = script;
        this.kept = kept;
        this.sent = sent;
    }

    /** Each question of a page where what is kept differs from what was sent; empty when the page is as it was when it was opened. */
    static List<InputError> differences(Script script, FormPage page, Heard kept, PostedPage.Reading reading) {
        if (reading.version().equals(Script.version(page, kept))) {
            return List.of();
        }
        Meanwhile meanwhile = new Meanwhile(script, kept, reading.shown());
        page.questions().forEach(meanwhile::compare);
        for (FormTouchpoint touchpoint : page.touchpoints()) {
            meanwhile.note(Heard.noteOfTouchpoint(touchpoint.position()), touchpoint.label());
        }
        script.items(page, kept).forEach(meanwhile::compare);
        return meanwhile.differences;
    }

    private void compare(FormQuestion question) {
        compare(question.name(), question.text(), question.options());
    }

    private void compare(FormItem item) {
        compare(item.name(), item.text(), item.options());
        if (!kept.other(item).equals(sent.other(item))) {
            tell(item.name(), item.text(), kept.other(item));
        }
        note(Heard.noteOf(item), item.text());
    }

    private void compare(String field, String text, List<FormOption> options) {
        if (kept.values(field).equals(sent.values(field))) {
            return;
        }
        String there = kept.values(field).stream()
                .map(value -> options.stream()
                        .filter(option -> option.value().equals(value))
                        .map(FormOption::label)
                        .findFirst()
                        .orElse(value))
                .collect(Collectors.joining(", "));
        tell(field, text, there);
    }

    private void note(String field, String of) {
        if (!kept.value(field).equals(sent.value(field))) {
            tell(field, of, kept.value(field));
        }
    }

    private void tell(String field, String question, String there) {
        String shown = there.codePointCount(0, there.length()) > LONGEST
                ? there.substring(0, there.offsetByCodePoints(0, LONGEST)) + "…"
                : there;
        differences.add(InputError.field(
                field,
                null,
                "“%s” was saved in another tab meanwhile: %s. Save again to put yours in its place, or open this page anew to keep that."
                        .formatted(script.aloud(question), shown.isEmpty() ? "no answer" : "“" + shown + "”")));
    }
}
