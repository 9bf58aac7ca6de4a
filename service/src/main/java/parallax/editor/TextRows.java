package parallax.editor;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import parallax.instrument.ModelTexts;
import parallax.instrument.TextPlace;
import parallax.questionnaire.Audience;
import parallax.questionnaire.Form;
import parallax.questionnaire.FormQuestion;
import parallax.questionnaire.Measure;
import parallax.questionnaire.Questionnaire;
import parallax.questionnaire.Rewording;
import parallax.questionnaire.Touchpoint;

/** The texts of a part of the questionnaire, side by side in two languages. */
final class TextRows {

    private final Questionnaire model;
    private final String from;
    private final String to;

    TextRows(Questionnaire model, String from, String to) {
        this.model = model;
        this.from = from;
        this.to = to;
    }

    List<TextRow> of(Part part) {
        return switch (part) {
            case QUESTIONS -> questions();
            case RATINGS -> ratings();
            case STANDARD -> standard();
        };
    }

    /** All of them. */
    List<TextRow> all() {
        return Stream.of(Part.values()).flatMap(part -> of(part).stream()).toList();
    }

    private List<TextRow> questions() {
        List<TextRow> rows = new ArrayList<>();
        ModelTexts.of(model).forEach((place, texts) -> {
            boolean elsewhere =
                    place.subject().equals(TextPlace.STANDARD) || place.place().startsWith("reworded.");
            if (!elsewhere) {
                rows.add(new TextRow(place, texts.getOrDefault(from, ""), texts.getOrDefault(to, "")));
            }
        });
        return rows;
    }

    /** Generated questions on touchpoints beside one's own words for them. */
    private List<TextRow> ratings() {
        // what is not translated yet has no generated questions
        List<Touchpoint> plain = model.touchpoints().stream()
                .filter(touchpoint -> touchpoint.labels().containsKey(to))
                .map(touchpoint -> new Touchpoint(
                        touchpoint.key(),
                        touchpoint.labels(),
                        touchpoint.owner(),
                        touchpoint.phase(),
                        touchpoint.hints(),
                        touchpoint.phrases(),
                        touchpoint.subjects(),
                        List.<Rewording>of()))
                .toList();
        if (plain.isEmpty()) {
            return List.of();
        }
        Questionnaire generated = new Questionnaire(model.languages(), model.scalePoints(), plain);
        Map<TextPlace, Map<String, String>> own = ModelTexts.of(model);
        List<TextRow> rows = new ArrayList<>();
        for (Audience audience : Audience.raters()) {
            for (FormQuestion question : Form.of(generated, audience, to).questions()) {
                TextPlace place = place(plain.get(question.position()), audience, question.measure());
                String text = own.getOrDefault(place, Map.of()).getOrDefault(to, "");
                rows.add(new TextRow(place, question.text(), text));
            }
        }
        return rows;
    }

    private static TextPlace place(Touchpoint touchpoint, Audience audience, Measure measure) {
        return new TextPlace(touchpoint.key(), "reworded." + audience.code() + "." + measure.code());
    }

    private List<TextRow> standard() {
        List<TextRow> rows = new ArrayList<>();
        StandardTexts.in(to)
                .forEach((key, text) -> rows.add(new TextRow(
                        new TextPlace(TextPlace.STANDARD, key),
                        text,
                        model.texts().getOrDefault(key, Map.of()).getOrDefault(to, ""))));
        return rows;
    }

    /** What is shown on one page. */
    enum Part {
        QUESTIONS,
        RATINGS,
        STANDARD;

        static Part of(String name) {
            return Stream.of(values())
                    .filter(part -> part.name().equalsIgnoreCase(name))
                    .findFirst()
                    .orElse(QUESTIONS);
        }
    }

    /**
     * A text.
     *
     * @param source in the other language; of ratings the generated question, of standard texts the standard one
     * @param text as stored; empty where there is none
     */
    record TextRow(TextPlace place, String source, String text) {}
}
