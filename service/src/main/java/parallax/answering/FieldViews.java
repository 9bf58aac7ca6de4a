package parallax.answering;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import parallax.answering.FieldView.OptionView;
import parallax.answering.QuestionPage.Mood;
import parallax.questionnaire.Choice;
import parallax.questionnaire.FormItem;
import parallax.questionnaire.FormOption;
import parallax.questionnaire.FormQuestion;
import parallax.questionnaire.ItemAnswer;
import parallax.questionnaire.ItemKind;
import parallax.questionnaire.Measure;
import parallax.web.InputError;

/** Makes of questions what their template shows. */
final class FieldViews {

    private final QuestionPage.State state;

    FieldViews(QuestionPage.State state) {
        this.state = state;
    }

    FieldView of(FormQuestion question, boolean touchpointHasHint) {
        Optional<String> error = error(question.name());
        List<String> describedBy = new ArrayList<>();
        if (touchpointHasHint && question.measure() == Measure.EXPERIENCE) {
            describedBy.add("h" + question.position());
        }
        error.ifPresent(message -> describedBy.add("e-" + question.name()));
        String chosen = question.write(state.answers().to(question));
        return new FieldView(
                question.name(),
                "radio",
                question.text(),
                null,
                question.options().stream()
                        .map(option ->
                                option(option, option.label(), option.value().equals(chosen)))
                        .toList(),
                List.of(),
                "",
                0,
                null,
                String.join(" ", describedBy),
                error.orElse(null),
                state.mood() == Mood.CHECK && state.answers().isOpen(question),
                question.measure() == Measure.IMPORTANCE,
                state.answers().isOptional(question));
    }

    FieldView of(FormItem item) {
        ItemAnswer answer =
                state.typed().getOrDefault(item.position(), state.answers().to(item));
        Optional<String> error = error(item.name());
        String hint = state.asked().hint(item).orElse(null);
        String note = note(item);
        List<String> describedBy = new ArrayList<>();
        if (hint != null) {
            describedBy.add("h-" + item.name());
        }
        if (note != null) {
            describedBy.add("n-" + item.name());
        }
        error.ifPresent(message -> describedBy.add("e-" + item.name()));
        return new FieldView(
                item.name(),
                kind(item.kind()),
                state.asked().text(item),
                hint,
                item.options().stream()
                        .map(option -> option(
                                option, label(item, option), answer.values().contains(option.value())))
                        .toList(),
                written(item, answer),
                answer.other(),
                item.kind().longestText(),
                note,
                String.join(" ", describedBy),
                error.orElse(null),
                state.mood() == Mood.CHECK && state.answers().isOpen(item),
                false,
                false);
    }

    private static OptionView option(FormOption option, String label, boolean chosen) {
        return new OptionView(
                option.value(), label, option.wayOut(), option.value().equals(Choice.OTHER), chosen);
    }

    /** The ends of a 0–10 item carry their words. */
    private String label(FormItem item, FormOption option) {
        if (item.kind() == ItemKind.ZERO_TO_TEN) {
            String word =
                    option.value().equals("0") ? item.low() : option.value().equals("10") ? item.high() : "";
            if (!word.isEmpty()) {
                return state.asked().texts().get("item.end", Map.of("number", option.label(), "word", word));
            }
        }
        return option.label();
    }

    private static String kind(ItemKind kind) {
        return switch (kind) {
            case AGREEMENT, SINGLE, ZERO_TO_TEN -> "radio";
            case MULTIPLE -> "check";
            case WORDS -> "words";
            case SHORT_TEXT -> "line";
            case LONG_TEXT -> "area";
            case NUMBER -> "number";
            case DATE -> "day";
        };
    }

    private @Nullable String note(FormItem item) {
        Texts texts = state.asked().texts();
        return switch (item.kind()) {
            case NUMBER ->
                texts.get(
                        "item.number",
                        Map.of(
                                "min", Integer.toString(item.item().offer().minimum()),
                                "max", Integer.toString(item.item().offer().maximum())));
            case DATE -> texts.get("item.day");
            case AGREEMENT, SINGLE, MULTIPLE, ZERO_TO_TEN, WORDS, SHORT_TEXT, LONG_TEXT -> null;
        };
    }

    /** As many as the item has fields. */
    private static List<String> written(FormItem item, ItemAnswer answer) {
        if (!item.options().isEmpty()) {
            return List.of();
        }
        List<String> written = new ArrayList<>(answer.values());
        while (written.size() < item.kind().mostTexts()) {
            written.add("");
        }
        return written;
    }

    private Optional<String> error(String field) {
        return state.errors().stream()
                .filter(wrong -> field.equals(wrong.pointer()))
                .map(InputError::message)
                .findFirst();
    }
}
