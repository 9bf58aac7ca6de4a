package parallax.results;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import parallax.finding.FigureKey;
import parallax.finding.Findings;
import parallax.questionnaire.Audience;
import parallax.questionnaire.Form;
import parallax.questionnaire.FormOption;
import parallax.questionnaire.FormQuestion;
import parallax.questionnaire.Measure;
import parallax.questionnaire.Wording;

/**
 * A question a figure stands on, as one audience reads it in one language.
 *
 * @param question complete in itself
 * @param answers words of the scale from the low end to the high end, then the way out where there is one
 */
record AskedItem(String audience, String measure, String language, String question, List<String> answers) {

    AskedItem {
        answers = List.copyOf(answers);
    }

    /** None for figures of the whole wave. */
    static List<AskedItem> of(Findings findings, FigureKey key) {
        List<AskedItem> items = new ArrayList<>();
        if (key.touchpoint() == null) {
            return items;
        }
        int position = findings.questionnaire().positionOf(key.touchpoint());
        for (Audience audience : audiences(key)) {
            for (String language : findings.questionnaire().languages()) {
                if (Wording.find(language).isPresent()) {
                    Form.of(findings.questionnaire(), audience, language).questions().stream()
                            .filter(question -> question.position() == position
                                    && measures(key).contains(question.measure()))
                            .map(question -> of(audience, language, question))
                            .forEach(items::add);
                }
            }
        }
        return items;
    }

    private static AskedItem of(Audience audience, String language, FormQuestion question) {
        return new AskedItem(
                audience.code(),
                question.measure().code(),
                language,
                question.text(),
                question.options().stream().map(FormOption::label).toList());
    }

    /** Whose answers a figure stands on. */
    static Set<Audience> audiences(FigureKey key) {
        Set<Audience> audiences = new LinkedHashSet<>();
        switch (key.kind()) {
            case PERCEPTION_GAP, PRIORITY_GAP -> {
                audiences.add(Audience.CUSTOMER);
                if (key.team() != null) {
                    audiences.add(key.team());
                }
            }
            case TOP2_GAP, ALIGNMENT_GAP -> {
                audiences.add(key.team() == null ? Audience.SALES : Audience.CUSTOMER);
                audiences.add(key.team() == null ? Audience.MARKETING : key.team());
            }
            case SERVICE_GAP, PRIORITY, GRID -> audiences.add(Audience.CUSTOMER);
            case ALIGNMENT_INDEX -> audiences.addAll(Audience.raters());
            case MEAN, TOP2, REACH, RECOMMENDATION, CSAT, CES, TREND, RESPONSE_RATE -> {
                if (key.audience() != null) {
                    audiences.add(key.audience());
                }
            }
        }
        return audiences;
    }

    static Set<Measure> measures(FigureKey key) {
        return key.kind().hasMeasure() ? Set.of(key.measure()) : Set.of(Measure.values());
    }
}
