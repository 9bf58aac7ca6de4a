package parallax.exchange;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import parallax.questionnaire.Audience;
import parallax.questionnaire.Choice;
import parallax.questionnaire.Condition;
import parallax.questionnaire.Form;
import parallax.questionnaire.FormOption;
import parallax.questionnaire.FormPage;
import parallax.questionnaire.FormQuestion;
import parallax.questionnaire.FormTouchpoint;
import parallax.questionnaire.Item;
import parallax.questionnaire.ItemPage;
import parallax.questionnaire.ItemText;
import parallax.questionnaire.Offer;
import parallax.questionnaire.Questionnaire;
import parallax.questionnaire.Wording;

/** Writes the form of an audience as JSON of SurveyJS, all languages in one file. */
final class SurveyJs {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private final Questionnaire questionnaire;
    private final Audience audience;
    private final SurveyJsNames names;

    private SurveyJs(Questionnaire questionnaire, Audience audience) {
        this.questionnaire = questionnaire;
        this.audience = audience;
        this.names = new SurveyJsNames(questionnaire);
    }

    static ObjectNode write(Questionnaire questionnaire, Audience audience) {
        return new SurveyJs(questionnaire, audience).survey();
    }

    private ObjectNode survey() {
        ObjectNode survey = NODES.objectNode();
        survey.put("locale", questionnaire.defaultLanguage());
        survey.put("showQuestionNumbers", "off");
        ArrayNode pages = survey.putArray("pages");
        if (audience.ratesTouchpoints()) {
            ratings(pages);
        }
        for (ItemPage page : questionnaire.pages()) {
            List<Item> asked = page.items().stream()
                    .filter(item -> item.isAskedOf(audience))
                    .toList();
            if (!asked.isEmpty()) {
                ObjectNode node = pages.addObject();
                node.put("name", page.key());
                node.set("title", localized(page.titles()));
                ArrayNode elements = node.putArray("elements");
                asked.forEach(item -> elements.add(item(item)));
            }
        }
        return survey;
    }

    /** Forms of the ratings alone are whole in every language, whatever is still to be translated of the items. */
    private void ratings(ArrayNode pages) {
        Questionnaire ratings =
                new Questionnaire(questionnaire.languages(), questionnaire.scalePoints(), questionnaire.touchpoints());
        Map<String, Form> forms = new LinkedHashMap<>();
        ratings.languages().forEach(language -> forms.put(language, Form.of(ratings, audience, language)));
        List<FormPage> first = forms.values().iterator().next().pages();
        for (int i = 0; i < first.size(); i++) {
            int page = i;
            ObjectNode node = pages.addObject();
            node.put("name", "touchpoints_" + (page + 1));
            node.set(
                    "title",
                    localized(each(forms, form -> form.pages().get(page).title())));
            ArrayNode elements = node.putArray("elements");
            for (int j = 0; j < first.get(page).touchpoints().size(); j++) {
                int place = j;
                elements.add(touchpoint(
                        each(forms, form -> form.pages().get(page).touchpoints().get(place))));
            }
        }
    }

    private ObjectNode touchpoint(Map<String, FormTouchpoint> spoken) {
        ObjectNode panel = NODES.objectNode();
        String key = spoken.values().iterator().next().key();
        panel.put("type", "panel");
        panel.put("name", key + "_panel");
        panel.set("title", localized(each(spoken, FormTouchpoint::label)));
        Map<String, String> hints = new LinkedHashMap<>();
        spoken.forEach((language, touchpoint) -> {
            if (touchpoint.hint() != null) {
                hints.put(language, touchpoint.hint());
            }
        });
        if (!hints.isEmpty()) {
            panel.set("description", localized(hints));
        }
        ArrayNode elements = panel.putArray("elements");
        elements.add(rating(names.experience(key), each(spoken, FormTouchpoint::experience)));
        elements.add(rating(names.importance(key), each(spoken, FormTouchpoint::importance)));
        return panel;
    }

    private ObjectNode rating(String name, Map<String, FormQuestion> spoken) {
        ObjectNode question = NODES.objectNode();
        question.put("type", "radiogroup");
        question.put("name", name);
        question.set("title", localized(each(spoken, FormQuestion::text)));
        ArrayNode choices = question.putArray("choices");
        List<FormOption> options = spoken.values().iterator().next().options();
        for (int i = 0; i < options.size(); i++) {
            int place = i;
            choices.add(choice(
                    options.get(i).value(),
                    each(spoken, asked -> asked.options().get(place).label())));
        }
        return question;
    }

    private ObjectNode item(Item item) {
        ObjectNode question = NODES.objectNode();
        Map<String, ItemText> texts = item.wordings().getOrDefault(audience, Map.of());
        Map<String, String> hints = new LinkedHashMap<>();
        texts.forEach((language, text) -> {
            if (!text.hint().isEmpty()) {
                hints.put(language, text.hint());
            }
        });
        question.put("type", type(item));
        question.put("name", item.key());
        question.set("title", localized(each(texts, ItemText::question)));
        if (!hints.isEmpty()) {
            question.set("description", localized(hints));
        }
        answers(item, question);
        Condition showIf = item.showIf();
        if (showIf != null) {
            question.put("visibleIf", names.expression(showIf));
        }
        return question;
    }

    private static String type(Item item) {
        return switch (item.kind()) {
            case AGREEMENT, SINGLE -> "radiogroup";
            case MULTIPLE -> "checkbox";
            case ZERO_TO_TEN -> "rating";
            case WORDS -> "multipletext";
            case SHORT_TEXT, NUMBER, DATE -> "text";
            case LONG_TEXT -> "comment";
        };
    }

    private void answers(Item item, ObjectNode question) {
        Offer offer = item.offer();
        switch (item.kind()) {
            case AGREEMENT -> agreement(question.putArray("choices"));
            case SINGLE, MULTIPLE -> {
                ArrayNode choices = question.putArray("choices");
                for (Choice choice : offer.choices()) {
                    choices.add(choice(choice.key(), choice.labels()));
                }
                if (offer.other()) {
                    question.put("showOtherItem", true);
                    question.set("otherText", localized(words(Wording::other)));
                }
            }
            case ZERO_TO_TEN -> {
                question.put("rateMin", 0);
                question.put("rateMax", 10);
                question.put("rateCount", 11);
                question.set("minRateDescription", localized(offer.low()));
                question.set("maxRateDescription", localized(offer.high()));
            }
            case WORDS -> {
                ArrayNode items = question.putArray("items");
                for (int word = 1; word <= 3; word++) {
                    items.addObject().put("name", "word" + word).put("title", String.valueOf(word));
                }
            }
            case NUMBER -> {
                question.put("inputType", "number");
                question.put("min", offer.minimum());
                question.put("max", offer.maximum());
            }
            case DATE -> question.put("inputType", "date");
            case SHORT_TEXT, LONG_TEXT -> {}
        }
    }

    private void agreement(ArrayNode choices) {
        for (int point = 1; point <= questionnaire.scalePoints(); point++) {
            int place = point - 1;
            choices.add(choice(
                    String.valueOf(point),
                    words(wording ->
                            wording.agreement(questionnaire.scalePoints()).get(place))));
        }
        choices.add(choice(
                FormOption.NOT_APPLICABLE,
                words(wording -> wording.questions(Audience.SALES).wayOut())));
    }

    private Map<String, String> words(Function<Wording, String> word) {
        Map<String, String> words = new LinkedHashMap<>();
        questionnaire.languages().forEach(language -> words.put(language, word.apply(Wording.of(language))));
        return words;
    }

    private ObjectNode choice(String value, Map<String, String> labels) {
        ObjectNode choice = NODES.objectNode();
        choice.put("value", value);
        choice.set("text", localized(labels));
        return choice;
    }

    /** Texts by language; "default" is the questionnaire's first. */
    private ObjectNode localized(Map<String, String> texts) {
        ObjectNode localized = NODES.objectNode();
        for (String language : questionnaire.languages()) {
            String text = texts.get(language);
            if (text != null) {
                localized.put(localized.isEmpty() ? "default" : language, text);
                if (!language.equals(questionnaire.defaultLanguage()) && localized.size() == 1) {
                    localized.put(language, text);
                }
            }
        }
        return localized;
    }

    private static <A, B> Map<String, B> each(Map<String, A> spoken, Function<A, B> part) {
        Map<String, B> parts = new LinkedHashMap<>();
        spoken.forEach((language, whole) -> parts.put(language, part.apply(whole)));
        return parts;
    }
}
