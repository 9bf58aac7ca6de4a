package parallax.exchange;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import parallax.exchange.LssSurvey.Question;

/** What conditions of LimeSurvey call a question or a part of one. */
final class LssNames {

    private LssNames() {}

    /** @param part code of the part; empty for the whole */
    static List<String> of(Question question, String part) {
        // the survey's own number comes first in the old names, and is left out when they are looked up
        String old = "X" + question.group() + "X" + question.id() + part;
        return List.of(part.isEmpty() ? question.code() : question.code() + "_" + part, old);
    }

    /** An old name without the number of the survey, which each import changes; other names as they are. */
    static String withoutSurvey(String name) {
        return name.replaceFirst("^[0-9]+(?=X[0-9]+X)", "");
    }

    /** A part as a question of its own: "Question: part". */
    static Question part(Question question, Question part) {
        Map<String, String> words = new LinkedHashMap<>();
        question.words()
                .forEach((language, text) -> words.put(
                        language,
                        text.strip().replaceFirst(":$", "") + ": "
                                + part.words().getOrDefault(language, part.code())));
        return new Question(
                question.id() + part.code(),
                "0",
                question.group(),
                part.type(),
                question.code() + "_" + part.code(),
                false,
                question.mandatory(),
                part.order(),
                0,
                part.relevance(),
                words,
                question.hints(),
                Map.of(),
                Map.of(),
                List.of(),
                List.of());
    }
}
