package parallax.questionnaire;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Generates the form of one audience. There is one builder for all audiences: that is what makes the forms mirrors. */
final class FormBuilder {

    private final Questionnaire questionnaire;
    private final Audience audience;
    private final Wording wording;

    FormBuilder(Questionnaire questionnaire, Audience audience, Wording wording) {
        this.questionnaire = questionnaire;
        this.audience = audience;
        this.wording = wording;
    }

    Form build() {
        List<FormPage> pages = new ArrayList<>();
        for (Phase phase : Phase.values()) {
            List<FormTouchpoint> touchpoints = touchpointsOf(phase);
            for (List<FormTouchpoint> part : evenParts(touchpoints, Form.MOST_TOUCHPOINTS_A_PAGE)) {
                pages.add(new FormPage(pages.size() + 1, phase, wording.phase(phase), part));
            }
        }
        return new Form(audience, wording.language(), questionnaire.scalePoints(), pages);
    }

    private List<FormTouchpoint> touchpointsOf(Phase phase) {
        return IntStream.range(0, questionnaire.touchpoints().size())
                .filter(position -> questionnaire.touchpoints().get(position).phase() == phase)
                .mapToObj(this::touchpoint)
                .toList();
    }

    private FormTouchpoint touchpoint(int position) {
        Touchpoint touchpoint = questionnaire.touchpoints().get(position);
        return new FormTouchpoint(
                position,
                touchpoint.key(),
                touchpoint.label(wording.language()),
                touchpoint
                        .hint(wording.language())
                        .map(wording.questions(audience)::hint)
                        .orElse(null),
                question(position, Measure.EXPERIENCE),
                question(position, Measure.IMPORTANCE));
    }

    private FormQuestion question(int position, Measure measure) {
        String phrase = questionnaire.touchpoints().get(position).phrase(wording);
        Wording.Questions questions = wording.questions(audience);
        List<FormOption> options = new ArrayList<>();
        List<String> words = wording.scale(questionnaire.scalePoints(), measure);
        for (int value = 1; value <= words.size(); value++) {
            options.add(new FormOption(Integer.toString(value), words.get(value - 1), false));
        }
        // importance needs no encounter: an unmet need is a finding, and nothing is mandatory
        if (measure == Measure.EXPERIENCE) {
            options.add(new FormOption(FormOption.NOT_APPLICABLE, questions.wayOut(), true));
        }
        return new FormQuestion(name(measure) + position, position, measure, questions.ask(measure, phrase), options);
    }

    private static String name(Measure measure) {
        return switch (measure) {
            case EXPERIENCE -> "x";
            case IMPORTANCE -> "i";
        };
    }

    /** As few parts as the limit allows, of sizes that differ by one at most: four touchpoints become two and two. */
    private static <T> List<List<T>> evenParts(List<T> all, int most) {
        int parts = (all.size() + most - 1) / most;
        List<List<T>> result = new ArrayList<>();
        for (int part = 0; part < parts; part++) {
            result.add(all.subList(
                    (part * all.size() + parts - 1) / parts, ((part + 1) * all.size() + parts - 1) / parts));
        }
        return result;
    }
}
