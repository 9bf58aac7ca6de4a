package parallax.exchange;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import parallax.questionnaire.Audience;
import parallax.questionnaire.BankTouchpoint;
import parallax.questionnaire.Choice;
import parallax.questionnaire.Condition;
import parallax.questionnaire.Item;
import parallax.questionnaire.ItemKind;
import parallax.questionnaire.ItemPage;
import parallax.questionnaire.ItemText;
import parallax.questionnaire.Offer;
import parallax.questionnaire.Owner;
import parallax.questionnaire.Phase;
import parallax.questionnaire.Questionnaire;
import parallax.questionnaire.Touchpoint;

/** A questionnaire as it grows out of a file. */
final class Draft {

    private static final int MOST_TOUCHPOINTS = 100;

    private final Taking taking;
    private final Texts texts;
    private final List<NotCarried> notCarried;
    private final List<String> remarks = new ArrayList<>();
    private final Names keys;
    private final Set<String> takenOfBank = new HashSet<>();
    private final Names pageKeys = new Names(Set.of());
    private final List<Touchpoint> touchpoints = new ArrayList<>();
    private final List<ItemPage> pages = new ArrayList<>();
    private final Map<String, Variable> variables = new HashMap<>();
    private int scalePoints;
    private int items;
    private String pageCode = "";
    private Map<String, String> pageTitles = Map.of();
    private List<Item> pageItems = new ArrayList<>();

    /** @param languages those of the file that are taken, the first its own */
    Draft(Taking taking, List<String> languages, List<NotCarried> notCarried) {
        this.taking = taking;
        this.notCarried = notCarried;
        this.texts = new Texts(languages, notCarried);
        // touchpoints that stay, and those the bank knows, have their keys already
        Set<String> reserved = new HashSet<>();
        taking.bank().forEach(known -> reserved.add(known.touchpoint().key()));
        taking.current().touchpoints().forEach(touchpoint -> reserved.add(touchpoint.key()));
        this.keys = new Names(reserved);
        if (languages.isEmpty()) {
            throw new IllegalArgumentException("a draft needs a language");
        }
    }

    Texts texts() {
        return texts;
    }

    void note(String where, String what, String why) {
        texts.note(where, what, why);
    }

    void remark(String sentence) {
        if (!remarks.contains(sentence)) {
            remarks.add(sentence);
        }
    }

    Map<String, Variable> variables() {
        return variables;
    }

    void name(String name, Variable variable) {
        variables.put(name, variable);
    }

    void page(String code, Map<String, String> titles) {
        closePage();
        pageCode = code;
        pageTitles = titles;
    }

    private void closePage() {
        int number = 0;
        for (int from = 0; from < pageItems.size(); from += ItemPage.MOST_ITEMS) {
            number++;
            Map<String, String> titles = number == 1 ? pageTitles : numbered(pageTitles, number);
            int to = Math.min(pageItems.size(), from + ItemPage.MOST_ITEMS);
            pages.add(new ItemPage(pageKeys.key(pageCode, "p_"), titles, pageItems.subList(from, to)));
        }
        if (number > 1) {
            remark("Page “%s” has more than %d questions and became %d pages."
                    .formatted(Texts.named(first(pageTitles, pageCode)), ItemPage.MOST_ITEMS, number));
        }
        pageItems = new ArrayList<>();
    }

    private static Map<String, String> numbered(Map<String, String> titles, int number) {
        String end = " (" + number + ")";
        Map<String, String> numbered = new LinkedHashMap<>();
        titles.forEach((language, title) -> numbered.put(
                language, title.substring(0, Math.min(title.length(), ItemPage.LONGEST_TITLE - end.length())) + end));
        return numbered;
    }

    private static String first(Map<String, String> words, String otherwise) {
        return words.values().stream().findFirst().orElse(otherwise);
    }

    /** Whether a scale of so many points can be taken; the first that can settles it for all. */
    boolean takesScale(int points) {
        if (scalePoints == 0 && (points == 5 || points == 7)) {
            scalePoints = points;
        }
        return points == scalePoints;
    }

    /** Points of the scale, or 0 while no question settled them. */
    int scalePoints() {
        return scalePoints;
    }

    /**
     * A rating; the same name in the file's first language is the same touchpoint.
     *
     * @param code that says what it is about; empty: the key is made of the name
     */
    void touchpoint(String where, String code, Map<String, String> name, List<String> variableNames) {
        Map<String, String> labels = texts.plain(where, "name", name, Touchpoint.LONGEST_LABEL);
        if (labels.isEmpty()) {
            note(where, "touchpoint", "It has no name in a language that is taken. Add it in the editor.");
            return;
        }
        Touchpoint touchpoint = find(labels);
        if (touchpoint == null) {
            if (touchpoints.size() >= MOST_TOUCHPOINTS) {
                note(
                        where,
                        "touchpoint",
                        "At most %d touchpoints are rated. Leave some out.".formatted(MOST_TOUCHPOINTS));
                return;
            }
            touchpoint = touchpointOf(where, code, labels, whole(labels, name));
            touchpoints.add(touchpoint);
        } else {
            remark(
                    "Touchpoints rated more than once in the file stand once: each is asked for experience and importance here.");
        }
        for (String variable : variableNames) {
            name(variable, Variable.touchpoint(touchpoint.key()));
        }
    }

    /** Names that had to be cut stand whole in the hint. */
    private Map<String, String> whole(Map<String, String> labels, Map<String, String> names) {
        Map<String, String> hints = new LinkedHashMap<>();
        labels.forEach((language, label) -> {
            String whole = PlainText.of(names.getOrDefault(language, "")).text();
            if (whole.length() > Touchpoint.LONGEST_LABEL && whole.length() <= Touchpoint.LONGEST_HINT) {
                hints.put(language, whole);
            }
        });
        return hints;
    }

    private @Nullable Touchpoint find(Map<String, String> labels) {
        String language = labels.keySet().iterator().next();
        return touchpoints.stream()
                .filter(known -> labels.getOrDefault(language, "")
                        .equalsIgnoreCase(known.labels().get(language)))
                .findFirst()
                .orElse(null);
    }

    private Touchpoint touchpointOf(String where, String code, Map<String, String> labels, Map<String, String> hints) {
        Map<String, String> whole = new LinkedHashMap<>(labels);
        for (String language : texts.languages()) {
            if (!whole.containsKey(language)) {
                note(
                        where,
                        "name in " + language,
                        "The file does not say it; the words of another language stand there. Translate it in the editor.");
                whole.put(language, first(labels, ""));
            }
        }
        for (BankTouchpoint known : taking.bank()) {
            Touchpoint touchpoint = known.touchpoint();
            boolean same = labels.entrySet().stream()
                    .anyMatch(label -> label.getValue()
                            .equalsIgnoreCase(touchpoint.labels().get(label.getKey())));
            if (same && takenOfBank.add(touchpoint.key())) {
                return new Touchpoint(touchpoint.key(), whole, touchpoint.owner(), touchpoint.phase());
            }
        }
        remark(
                "The file does not say to whom touchpoints belong: those that the bank does not know by name stand as shared, in phase “use”. Set owner and phase in the editor.");
        String latin = (code.isEmpty() ? first(labels, "") : code)
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9]+", "_")
                .replaceAll("^_|_$", "");
        return new Touchpoint(
                keys.key(latin.length() < 3 ? where : latin, "t_"), whole, Owner.SHARED, Phase.USE, hints, Map.of());
    }

    /** Adds an item; what it is called in conditions, or null when it cannot be taken. */
    @Nullable
    Variable item(Question question) {
        if (items >= Questionnaire.MOST_ITEMS) {
            note(
                    question.where(),
                    "question",
                    "At most %d questions are asked. Leave some out.".formatted(Questionnaire.MOST_ITEMS));
            return null;
        }
        Map<String, String> words = texts.plain(question.where(), "question", question.words(), ItemText.LONGEST);
        if (words.isEmpty()) {
            note(
                    question.where(),
                    "question text",
                    "It is empty; its code stands there. Write the question in the editor.");
            words = Map.of(texts.languages().get(0), question.where());
        }
        Map<String, String> hints = texts.plain(question.where(), "help text", question.hints(), ItemText.LONGEST);
        Map<String, ItemText> wording = new LinkedHashMap<>();
        words.forEach((language, text) -> wording.put(language, new ItemText(text, hints.getOrDefault(language, ""))));
        Item item = new Item(
                keys.key(question.where(), "q_"),
                question.kind(),
                taking.audiences().stream().collect(Collectors.toMap(audience -> audience, audience -> wording)),
                question.offer(),
                question.showIf(),
                "");
        pageItems.add(item);
        items++;
        Offer offer = question.offer();
        int points = Math.max(scalePoints, 5);
        return switch (question.kind()) {
            case ZERO_TO_TEN -> variable(item, question, 0, 10);
            case AGREEMENT -> variable(item, question, 1, points);
            default -> variable(item, question, offer.minimum(), offer.maximum());
        };
    }

    private static Variable variable(Item item, Question question, int low, int high) {
        return new Variable(item.key(), item.kind(), question.choiceKeys(), low, high, null, question.showIf());
    }

    /** Choices of a question, with the key of each code put where asked; empty when there are too few. */
    List<Choice> choices(String where, Map<String, Map<String, String>> labels, Map<String, String> keysOfCodes) {
        List<Choice> choices = new ArrayList<>();
        Names names = new Names(Set.of(Choice.OTHER, "na"));
        labels.forEach((code, source) -> {
            Map<String, String> words =
                    texts.plain(where, "answer “%s”".formatted(Texts.named(code)), source, Choice.LONGEST_LABEL);
            if (choices.size() >= Offer.MOST_CHOICES) {
                note(
                        where,
                        "answer “%s”".formatted(Texts.named(code)),
                        "At most %d answers are offered. Put some together.".formatted(Offer.MOST_CHOICES));
                return;
            }
            String key = names.key(code, "c");
            keysOfCodes.put(code, key);
            choices.add(
                    new Choice(key, words.isEmpty() ? Map.of(texts.languages().get(0), Texts.named(code)) : words));
        });
        return choices;
    }

    Reading finish() {
        closePage();
        texts.finish();
        boolean kept = touchpoints.isEmpty();
        Questionnaire current = taking.current();
        List<String> languages = kept ? current.languages() : texts.languages();
        if (kept) {
            keepTouchpoints(current);
        }
        if (items == 0 && kept) {
            throw new NothingToTakeException(notCarried);
        }
        if (items > 0) {
            remark("The file knows one audience. Its questions are asked of %s, all in the same words. %s"
                    .formatted(
                            taking.audiences().stream()
                                    .sorted()
                                    .map(Audience::code)
                                    .collect(Collectors.joining(", ")),
                            "What a team believes of customers is asked in other words: write them in the editor."));
        }
        int points = scalePoints == 0 || kept ? current.scalePoints() : scalePoints;
        Questionnaire questionnaire = new Questionnaire(
                languages,
                points,
                kept ? current.touchpoints() : touchpoints,
                kept ? InLanguages.of(languages).pages(pages) : pages,
                current.texts());
        return new Reading(questionnaire, kept ? 0 : touchpoints.size(), notCarried, remarks);
    }

    private void keepTouchpoints(Questionnaire current) {
        remark("The file rates no touchpoints that can be taken; those of the engagement stay.");
        List<String> missing = current.languages().stream()
                .filter(language -> !texts.languages().contains(language))
                .toList();
        if (!missing.isEmpty()) {
            remark("The file has no texts in %s. Write them in the editor before a launch."
                    .formatted(String.join(", ", missing)));
        }
        String surplus = texts.languages().stream()
                .filter(language -> !current.languages().contains(language))
                .collect(Collectors.joining(", "));
        if (!surplus.isEmpty()) {
            note(
                    "languages",
                    surplus,
                    "The engagement is not asked in it. Add the language to the engagement first, then take the file again.");
        }
    }

    /**
     * A question as it will be asked.
     *
     * @param where its code in the file
     * @param words language to question, as the file has it
     * @param hints language to help text, as the file has it
     * @param choiceKeys code in the file to key
     */
    record Question(
            String where,
            ItemKind kind,
            Map<String, String> words,
            Map<String, String> hints,
            Offer offer,
            Map<String, String> choiceKeys,
            @Nullable Condition showIf) {}
}
