package parallax.study;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import parallax.instrument.ItemPageJson;
import parallax.questionnaire.Audience;
import parallax.questionnaire.Measure;
import parallax.questionnaire.Questionnaire;
import parallax.questionnaire.Wording;

/**
 * The whole model of a questionnaire.
 *
 * @param version absent for the one that can still be changed
 * @param audiences who is asked; the teams' forms are the mirror of the customers'
 * @param scale measure to language to words, low end first
 * @param pages of items, asked after the touchpoints; an item's wordings say who is asked, its {@code show_if} when
 * @param texts own words for standard texts of the answering pages: key to language to words
 */
public record QuestionnaireView(
        @Nullable Integer version,
        List<String> languages,
        int scalePoints,
        List<String> audiences,
        Map<String, Map<String, List<String>>> scale,
        List<TouchpointJson> touchpoints,
        List<@Nullable ItemPageJson> pages,
        Map<String, Map<String, String>> texts) {

    public static QuestionnaireView of(Questionnaire questionnaire, @Nullable Integer version) {
        return new QuestionnaireView(
                version,
                questionnaire.languages(),
                questionnaire.scalePoints(),
                Arrays.stream(Audience.values()).map(Audience::code).toList(),
                scale(questionnaire),
                questionnaire.touchpoints().stream().map(TouchpointJson::from).toList(),
                ItemPageJson.from(questionnaire.pages()),
                sorted(questionnaire.texts()));
    }

    private static Map<String, Map<String, String>> sorted(Map<String, Map<String, String>> texts) {
        Map<String, Map<String, String>> sorted = new TreeMap<>();
        texts.forEach((key, words) -> sorted.put(key, new TreeMap<>(words)));
        return sorted;
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
}
