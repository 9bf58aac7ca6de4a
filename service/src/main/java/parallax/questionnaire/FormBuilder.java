package parallax.questionnaire;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

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
        if (audience.ratesTouchpoints()) {
            addTouchpoints(pages);
        }
        addItems(pages);
        return new Form(audience, wording.language(), questionnaire.scalePoints(), pages, Set.of());
    }

    private void addTouchpoints(List<FormPage> pages) {
        for (Phase phase : Phase.values()) {
            for (List<FormTouchpoint> part : evenParts(touchpointsOf(phase), Form.MOST_TOUCHPOINTS_A_PAGE)) {
                pages.add(FormPage.ofTouchpoints(pages.size() + 1, phase, wording.phase(phase), part));
            }
        }
    }

    private void addItems(List<FormPage> pages) {
        int position = 0;
        for (ItemPage page : questionnaire.pages()) {
            List<FormItem> asked = new ArrayList<>();
            for (Item item : page.items()) {
                if (item.isAskedOf(audience)) {
                    asked.add(item(item, position));
                }
                position++;
            }
            if (!asked.isEmpty()) {
                String title = need(page.titles().get(wording.language()), page.key());
                pages.add(FormPage.ofItems(pages.size() + 1, title, asked));
            }
        }
    }

    private FormItem item(Item item, int position) {
        ItemText text = need(item.text(audience, wording.language()).orElse(null), item.key());
        boolean hasEnds = item.kind() == ItemKind.ZERO_TO_TEN;
        return new FormItem(
                item,
                position,
                text.question(),
                text.hint().isEmpty() ? null : text.hint(),
                options(item),
                hasEnds ? need(item.offer().low().get(wording.language()), item.key()) : "",
                hasEnds ? need(item.offer().high().get(wording.language()), item.key()) : "");
    }

    private List<FormOption> options(Item item) {
        List<FormOption> options = new ArrayList<>();
        switch (item.kind()) {
            case AGREEMENT -> {
                addScale(options, wording.agreement(questionnaire.scalePoints()));
                options.add(new FormOption(
                        FormOption.NOT_APPLICABLE, wording.teams().wayOut(), true));
            }
            case ZERO_TO_TEN ->
                IntStream.rangeClosed(0, 10)
                        .forEach(value ->
                                options.add(new FormOption(Integer.toString(value), Integer.toString(value), false)));
            case SINGLE, MULTIPLE -> {
                for (Choice choice : item.offer().choices()) {
                    String label = need(choice.labels().get(wording.language()), item.key());
                    options.add(new FormOption(choice.key(), label, false));
                }
                if (item.offer().other()) {
                    options.add(new FormOption(Choice.OTHER, wording.other(), false));
                }
            }
            case WORDS, SHORT_TEXT, LONG_TEXT, NUMBER, DATE -> {}
        }
        return options;
    }

    private static void addScale(List<FormOption> options, List<String> words) {
        for (int value = 1; value <= words.size(); value++) {
            options.add(new FormOption(Integer.toString(value), words.get(value - 1), false));
        }
    }

    private <T> T need(@Nullable T text, String key) {
        if (text == null) {
            throw new IllegalArgumentException(
                    "'%s' lacks a text in '%s' for %s".formatted(key, wording.language(), audience.code()));
        }
        return text;
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
        Wording.Questions questions = wording.questions(audience);
        List<FormOption> options = new ArrayList<>();
        addScale(options, wording.scale(questionnaire.scalePoints(), measure));
        // importance needs no encounter: an unmet need is a finding, and nothing is mandatory
        if (measure == Measure.EXPERIENCE) {
            options.add(new FormOption(FormOption.NOT_APPLICABLE, questions.wayOut(), true));
        }
        Touchpoint touchpoint = questionnaire.touchpoints().get(position);
        String text = touchpoint
                .rewording(audience, measure, wording.language())
                .orElseGet(() -> questions.ask(measure, touchpoint, wording));
        return new FormQuestion(name(measure) + position, position, measure, text, options);
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
