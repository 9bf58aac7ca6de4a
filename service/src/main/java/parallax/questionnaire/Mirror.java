package parallax.questionnaire;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Whether the forms of all audiences ask the same of the same touchpoints on the same scale. Generated questions do; one
 * that a consultant reworded must still name its touchpoint, or the gap would be between two different things. Items cannot
 * drift apart: one item, with one scale, serves all audiences.
 */
public final class Mirror {

    private Mirror() {}

    /** Where the forms of the audiences differ in keys, order, measures, scale or in what a question is about; empty when they mirror each other. */
    public static List<ModelProblem> differences(Questionnaire questionnaire) {
        Questionnaire ratings =
                new Questionnaire(questionnaire.languages(), questionnaire.scalePoints(), questionnaire.touchpoints());
        List<ModelProblem> differences = new ArrayList<>();
        for (String language : ratings.languages()) {
            Form customers = Form.of(ratings, Audience.CUSTOMER, language);
            for (Audience audience : Audience.raters()) {
                differences.addAll(differences(customers, Form.of(ratings, audience, language)));
            }
        }
        for (Touchpoint touchpoint : ratings.touchpoints()) {
            for (Rewording rewording : touchpoint.rewordings()) {
                unnamed(ratings, touchpoint, rewording).ifPresent(differences::add);
            }
        }
        return differences;
    }

    static List<ModelProblem> differences(Form one, Form other) {
        List<ModelProblem> differences = new ArrayList<>();
        List<FormQuestion> ones = one.questions();
        List<FormQuestion> others = other.questions();
        if (ones.size() != others.size()) {
            differences.add(new ModelProblem(
                    null,
                    one.language(),
                    "the %s form has %d questions, the %s form %d"
                            .formatted(
                                    one.audience().code(),
                                    ones.size(),
                                    other.audience().code(),
                                    others.size())));
        }
        for (int i = 0; i < Math.min(ones.size(), others.size()); i++) {
            if (!sameItem(ones.get(i), others.get(i))) {
                differences.add(new ModelProblem(
                        null,
                        one.language(),
                        "question %d differs between the %s and the %s form: '%s' and '%s'"
                                .formatted(
                                        i + 1,
                                        one.audience().code(),
                                        other.audience().code(),
                                        ones.get(i).text(),
                                        others.get(i).text())));
            }
        }
        if (!keys(one).equals(keys(other))) {
            differences.add(new ModelProblem(
                    null,
                    one.language(),
                    "the %s and the %s form ask about different touchpoints"
                            .formatted(one.audience().code(), other.audience().code())));
        }
        return differences;
    }

    /** That a reworded question no longer names its touchpoint. */
    private static Optional<ModelProblem> unnamed(
            Questionnaire questionnaire, Touchpoint touchpoint, Rewording rewording) {
        if (!questionnaire.languages().contains(rewording.language())) {
            return Optional.empty();
        }
        Wording wording = Wording.of(rewording.language());
        String text = rewording.text().toLowerCase(Locale.ROOT);
        boolean named = Stream.of(
                        touchpoint.label(rewording.language()), touchpoint.phrase(wording), touchpoint.subject(wording))
                .anyMatch(name -> text.contains(name.toLowerCase(Locale.ROOT)));
        return named
                ? Optional.empty()
                : Optional.of(new ModelProblem(
                        touchpoint.key(),
                        rewording.language(),
                        "The %s question for %s no longer names “%s”, so it may ask about something else than the others' forms. Name it, or take the generated wording."
                                .formatted(
                                        rewording.measure().code(),
                                        rewording.audience().code(),
                                        touchpoint.label(rewording.language()))));
    }

    private static boolean sameItem(FormQuestion one, FormQuestion other) {
        return one.name().equals(other.name())
                && one.position() == other.position()
                && one.measure() == other.measure()
                && scale(one).equals(scale(other));
    }

    /** Values and words of the scale; of the way out its value only, since its words differ on purpose. */
    private static List<String> scale(FormQuestion question) {
        return question.options().stream()
                .map(option -> option.wayOut() ? option.value() : option.value() + " " + option.label())
                .toList();
    }

    private static List<List<String>> keys(Form form) {
        return form.pages().stream()
                .map(page ->
                        page.touchpoints().stream().map(FormTouchpoint::key).toList())
                .toList();
    }
}
