package parallax.instrument;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import parallax.questionnaire.Audience;
import parallax.questionnaire.Choice;
import parallax.questionnaire.Item;
import parallax.questionnaire.ItemKind;
import parallax.questionnaire.ItemPage;
import parallax.questionnaire.ItemText;
import parallax.questionnaire.Measure;
import parallax.questionnaire.Offer;
import parallax.questionnaire.Questionnaire;
import parallax.questionnaire.Rewording;
import parallax.questionnaire.Touchpoint;

/** All texts of a questionnaire by their place, to be read and written one by one. */
public final class ModelTexts {

    private ModelTexts() {}

    /** Every place of a text, in the order of the form, with what stands there by language tag. */
    public static Map<TextPlace, Map<String, String>> of(Questionnaire model) {
        Map<TextPlace, Map<String, String>> all = new LinkedHashMap<>();
        for (Touchpoint touchpoint : model.touchpoints()) {
            String key = touchpoint.key();
            all.put(new TextPlace(key, "label"), touchpoint.labels());
            all.put(new TextPlace(key, "hint"), touchpoint.hints());
            all.put(new TextPlace(key, "phrase"), touchpoint.phrases());
            all.put(new TextPlace(key, "subject"), touchpoint.subjects());
            for (Rewording rewording : touchpoint.rewordings()) {
                all.computeIfAbsent(new TextPlace(key, place(rewording)), place -> new TreeMap<>())
                        .put(rewording.language(), rewording.text());
            }
        }
        for (ItemPage page : model.pages()) {
            all.put(new TextPlace(page.key(), "title"), page.titles());
            page.items().forEach(item -> addAll(all, item));
        }
        model.texts().forEach((key, words) -> all.put(new TextPlace(TextPlace.STANDARD, key), words));
        return all;
    }

    private static void addAll(Map<TextPlace, Map<String, String>> all, Item item) {
        new TreeMap<>(item.wordings()).forEach((audience, texts) -> {
            Map<String, String> questions = new TreeMap<>();
            Map<String, String> hints = new TreeMap<>();
            texts.forEach((language, text) -> {
                questions.put(language, text.question());
                if (!text.hint().isEmpty()) {
                    hints.put(language, text.hint());
                }
            });
            all.put(new TextPlace(item.key(), "question." + audience.code()), questions);
            all.put(new TextPlace(item.key(), "hint." + audience.code()), hints);
        });
        item.offer()
                .choices()
                .forEach(choice -> all.put(new TextPlace(item.key(), "choice." + choice.key()), choice.labels()));
        if (item.kind() == ItemKind.ZERO_TO_TEN) {
            all.put(new TextPlace(item.key(), "low"), item.offer().low());
            all.put(new TextPlace(item.key(), "high"), item.offer().high());
        }
    }

    /**
     * The questionnaire with these texts in one language; an empty text takes away what stood there.
     *
     * @param texts places that {@link #of} names, and standard texts; what else stands in it is ignored
     * @throws IllegalArgumentException for a text that is too long, and for a touchpoint without name
     */
    public static Questionnaire with(Questionnaire model, String language, Map<TextPlace, String> texts) {
        Writing writing = new Writing(language, texts);
        List<Touchpoint> touchpoints =
                model.touchpoints().stream().map(writing::touchpoint).toList();
        List<ItemPage> pages = model.pages().stream()
                .map(page -> new ItemPage(
                        page.key(),
                        writing.put(page.key(), "title", page.titles()),
                        page.items().stream().map(writing::item).toList()))
                .toList();
        Map<String, Map<String, String>> own = new TreeMap<>(model.texts());
        texts.forEach((place, text) -> {
            if (place.subject().equals(TextPlace.STANDARD)) {
                Map<String, String> words =
                        writing.put(place.subject(), place.place(), own.getOrDefault(place.place(), Map.of()));
                own.put(place.place(), words);
                own.values().removeIf(Map::isEmpty);
            }
        });
        return new Questionnaire(model.languages(), model.scalePoints(), touchpoints, pages, own);
    }

    private static String place(Rewording rewording) {
        return "reworded." + rewording.audience().code() + "."
                + rewording.measure().code();
    }

    private record Writing(String language, Map<TextPlace, String> texts) {

        Map<String, String> put(String subject, String place, Map<String, String> now) {
            String text = texts.get(new TextPlace(subject, place));
            if (text == null) {
                return now;
            }
            Map<String, String> changed = new TreeMap<>(now);
            if (text.isBlank()) {
                changed.remove(language);
            } else {
                changed.put(language, text.strip());
            }
            return changed;
        }

        Touchpoint touchpoint(Touchpoint old) {
            String key = old.key();
            return new Touchpoint(
                    key,
                    put(key, "label", old.labels()),
                    old.owner(),
                    old.phase(),
                    put(key, "hint", old.hints()),
                    put(key, "phrase", old.phrases()),
                    put(key, "subject", old.subjects()),
                    rewordings(old));
        }

        private List<Rewording> rewordings(Touchpoint touchpoint) {
            List<Rewording> rewordings = new ArrayList<>(touchpoint.rewordings());
            for (Audience audience : Audience.raters()) {
                for (Measure measure : Measure.values()) {
                    String place = "reworded." + audience.code() + "." + measure.code();
                    String text = texts.get(new TextPlace(touchpoint.key(), place));
                    if (text != null) {
                        rewordings.removeIf(one ->
                                place(one).equals(place) && one.language().equals(language));
                        if (!text.isBlank()) {
                            rewordings.add(new Rewording(audience, measure, language, text.strip()));
                        }
                    }
                }
            }
            return rewordings;
        }

        Item item(Item old) {
            Map<Audience, Map<String, ItemText>> wordings = new EnumMap<>(Audience.class);
            old.wordings().forEach((audience, words) -> wordings.put(audience, words(old, audience, words)));
            Offer offer = old.offer();
            List<Choice> choices = offer.choices().stream()
                    .map(choice -> new Choice(choice.key(), put(old.key(), "choice." + choice.key(), choice.labels())))
                    .toList();
            Offer written = new Offer(
                    choices,
                    offer.other(),
                    put(old.key(), "low", offer.low()),
                    put(old.key(), "high", offer.high()),
                    offer.minimum(),
                    offer.maximum());
            return new Item(old.key(), old.kind(), wordings, written, old.showIf(), old.source());
        }

        private Map<String, ItemText> words(Item item, Audience audience, Map<String, ItemText> old) {
            String question = texts.get(new TextPlace(item.key(), "question." + audience.code()));
            String hint = texts.get(new TextPlace(item.key(), "hint." + audience.code()));
            ItemText now = old.get(language);
            String asked = question != null ? question.strip() : now == null ? "" : now.question();
            String below = hint != null ? hint.strip() : now == null ? "" : now.hint();
            Map<String, ItemText> changed = new TreeMap<>(old);
            if (asked.isEmpty()) {
                changed.remove(language);
            } else {
                changed.put(language, new ItemText(asked, below));
            }
            return changed;
        }
    }
}
