package parallax.questionnaire;

import java.util.ArrayList;
import java.util.List;

/** Whether the forms of all audiences ask the same of the same touchpoints on the same scale. */
public final class Mirror {

    private Mirror() {}

    /** Where the forms of the audiences differ in keys, order, measures or scale, in words; empty when they mirror each other. */
    public static List<String> differences(Questionnaire questionnaire) {
        List<String> differences = new ArrayList<>();
        for (String language : questionnaire.languages()) {
            Form customers = Form.of(questionnaire, Audience.CUSTOMER, language);
            for (Audience audience : Audience.values()) {
                differences.addAll(differences(customers, Form.of(questionnaire, audience, language)));
            }
        }
        return differences;
    }

    static List<String> differences(Form one, Form other) {
        List<String> differences = new ArrayList<>();
        List<FormQuestion> ones = one.questions();
        List<FormQuestion> others = other.questions();
        if (ones.size() != others.size()) {
            differences.add("the %s form has %d questions, the %s form %d"
                    .formatted(
                            one.audience().code(), ones.size(), other.audience().code(), others.size()));
        }
        for (int i = 0; i < Math.min(ones.size(), others.size()); i++) {
            if (!sameItem(ones.get(i), others.get(i))) {
                differences.add("question %d differs between the %s and the %s form: '%s' and '%s'"
                        .formatted(
                                i + 1,
                                one.audience().code(),
                                other.audience().code(),
                                ones.get(i).text(),
                                others.get(i).text()));
            }
        }
        if (!keys(one).equals(keys(other))) {
            differences.add("the %s and the %s form ask about different touchpoints"
                    .formatted(one.audience().code(), other.audience().code()));
        }
        return differences;
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
