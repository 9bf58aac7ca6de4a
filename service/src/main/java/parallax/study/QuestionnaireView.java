package parallax.study;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import parallax.questionnaire.Audience;
import parallax.questionnaire.Form;
import parallax.questionnaire.FormQuestion;
import parallax.questionnaire.Measure;
import parallax.questionnaire.Questionnaire;
import parallax.questionnaire.Wording;

/**
 * The whole model of a questionnaire.
 *
 * @param version absent for the one that can still be changed
 * @param audiences who is asked; the teams' forms are the mirror of the customers'
 * @param scale measure to language to words, low end first
 * @param items what is asked, in the order of the forms
 * @param pages which touchpoints stand together
 * @param logic rules that skip or show items; there are none yet
 */
record QuestionnaireView(
        @Nullable Integer version,
        List<String> languages,
        int scalePoints,
        List<String> audiences,
        Map<String, Map<String, List<String>>> scale,
        List<TouchpointJson> touchpoints,
        List<Item> items,
        List<PageOfItems> pages,
        List<String> logic) {

    static QuestionnaireView of(Questionnaire questionnaire, @Nullable Integer version) {
        Form form = Form.of(questionnaire, Audience.CUSTOMER, questionnaire.defaultLanguage());
        return new QuestionnaireView(
                version,
                questionnaire.languages(),
                questionnaire.scalePoints(),
                Arrays.stream(Audience.values()).map(Audience::code).toList(),
                scale(questionnaire),
                questionnaire.touchpoints().stream().map(TouchpointJson::from).toList(),
                form.questions().stream()
                        .map(question -> Item.of(questionnaire, question))
                        .toList(),
                form.pages().stream()
                        .map(page -> new PageOfItems(
                                page.number(),
                                page.phase().code(),
                                page.touchpoints().stream()
                                        .map(touchpoint -> touchpoint.key())
                                        .toList()))
                        .toList(),
                List.of());
    }

    private static Map<String, Map<String, List<String>>> scale(Questionnaire questionnaire) {
        Map<String, Map<String, List<String>>> scale = new LinkedHashMap<>();
        for (Measure measure : Measure.values()) {
            Map<String, List<String>> words = new LinkedHashMap<>();
            for (String language : questionnaire.languages()) {
                words.put(language, Wording.of(language).scale(questionnaire.scalePoints(), measure));
            }
            scale.put(measure.code(), words);
        }
        return scale;
    }

    /** A rating item. */
    record Item(String touchpoint, String measure, boolean mandatory) {

        static Item of(Questionnaire questionnaire, FormQuestion question) {
            return new Item(
                    questionnaire.touchpoints().get(question.position()).key(),
                    question.measure().code(),
                    false);
        }
    }

    /** Touchpoints of one page, by key. */
    record PageOfItems(int number, String phase, List<String> touchpoints) {}
}
