package parallax.study;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import parallax.questionnaire.BankTouchpoint;
import parallax.questionnaire.Item;
import parallax.questionnaire.ItemPage;
import parallax.questionnaire.ModelCheck;
import parallax.questionnaire.ModelProblem;
import parallax.questionnaire.Questionnaire;
import parallax.questionnaire.Touchpoint;
import parallax.questionnaire.Wording;

/** The library a new engagement starts from; read and checked once, at start. */
public final class Bank {

    private static final String TOUCHPOINTS = "/bank/touchpoints.json";
    private static final String INSTRUMENTS = "/bank/instruments.json";

    private final List<BankTouchpoint> touchpoints;
    private final List<BankInstrument> instruments;
    private final Map<String, Item> items = new HashMap<>();

    Bank(List<BankTouchpoint> touchpoints, List<BankInstrument> instruments) {
        this.touchpoints = List.copyOf(touchpoints);
        this.instruments = List.copyOf(instruments);
        Set<String> keys = new HashSet<>();
        for (BankTouchpoint entry : touchpoints) {
            String key = entry.touchpoint().key();
            if (!keys.add(key)) {
                throw new IllegalStateException("bank: touchpoint '%s' stands twice".formatted(key));
            }
            if (!entry.touchpoint().labels().keySet().equals(Wording.languages())) {
                throw new IllegalStateException("bank: touchpoint '%s' has labels in %s, forms are made in %s"
                        .formatted(
                                key,
                                new TreeSet<>(entry.touchpoint().labels().keySet()),
                                new TreeSet<>(Wording.languages())));
            }
            if (entry.source().isBlank()) {
                throw new IllegalStateException("bank: touchpoint '%s' has no source note".formatted(key));
            }
        }
        // the default selection must make a questionnaire
        defaultModel(List.copyOf(Wording.languages()), 5);
        checkInstruments();
    }

    /** That all of it can stand in one questionnaire, in all languages. */
    private void checkInstruments() {
        List<ItemPage> pages = instruments.stream()
                .flatMap(instrument -> instrument.pages().stream())
                .toList();
        Questionnaire all = new Questionnaire(
                List.copyOf(Wording.languages()),
                5,
                touchpoints.stream().map(BankTouchpoint::touchpoint).toList(),
                pages,
                Map.of());
        all.items().forEach(item -> items.put(item.key(), item));
        for (BankInstrument instrument : instruments) {
            if (!instrument.titles().keySet().equals(Wording.languages())) {
                throw new IllegalStateException("bank: instrument '%s' has titles in %s, forms are made in %s"
                        .formatted(
                                instrument.key(),
                                new TreeSet<>(instrument.titles().keySet()),
                                new TreeSet<>(Wording.languages())));
            }
        }
        List<ModelProblem> problems = ModelCheck.problems(all);
        if (!problems.isEmpty()) {
            throw new IllegalStateException("bank: " + problems);
        }
    }

    /** @throws IllegalStateException when the bank is missing or wrong; the message says where */
    static Bank load() {
        try (InputStream touchpoints = open(TOUCHPOINTS);
                InputStream instruments = open(INSTRUMENTS)) {
            return read(touchpoints, instruments);
        } catch (IOException e) {
            throw new UncheckedIOException("bank: cannot be read", e);
        }
    }

    private static InputStream open(String resource) {
        InputStream in = Bank.class.getResourceAsStream(resource);
        if (in == null) {
            throw new IllegalStateException("bank: " + resource + " is missing");
        }
        return in;
    }

    static Bank read(InputStream touchpoints, InputStream instruments) throws IOException {
        return new Bank(BankReader.touchpoints(touchpoints), BankReader.instruments(instruments));
    }

    /** In the order of the customer's way. */
    public List<BankTouchpoint> touchpoints() {
        return touchpoints;
    }

    public List<BankInstrument> instruments() {
        return instruments;
    }

    public Optional<BankInstrument> findInstrument(String key) {
        return instruments.stream()
                .filter(instrument -> instrument.key().equals(key))
                .findFirst();
    }

    /** What a new engagement in these languages starts with: the default touchpoints and instruments. */
    Questionnaire defaultModel(List<String> languages, int scalePoints) {
        List<ItemPage> pages = instruments.stream()
                .filter(BankInstrument::byDefault)
                .flatMap(instrument -> instrument.pages().stream())
                .toList();
        return new Questionnaire(
                languages, scalePoints, defaultTouchpoints(languages), inLanguages(pages, languages), Map.of());
    }

    /** Pages in these languages; words they lack come from the bank where they are the bank's. */
    public List<ItemPage> inLanguages(List<ItemPage> pages, List<String> languages) {
        BankWords words = new BankWords(languages);
        return pages.stream()
                .map(page -> words.page(page, findPage(page.key()), items))
                .toList();
    }

    private Optional<ItemPage> findPage(String key) {
        return instruments.stream()
                .flatMap(instrument -> instrument.pages().stream())
                .filter(page -> page.key().equals(key))
                .findFirst();
    }

    public List<Touchpoint> defaultTouchpoints() {
        return touchpoints.stream()
                .filter(BankTouchpoint::byDefault)
                .map(BankTouchpoint::touchpoint)
                .toList();
    }

    /** As above, with the words of these languages only: an engagement keeps no words that it does not use. */
    List<Touchpoint> defaultTouchpoints(List<String> languages) {
        return defaultTouchpoints().stream()
                .map(touchpoint -> inLanguages(touchpoint, languages))
                .toList();
    }

    /**
     * A touchpoint in these languages. Words it lacks come from the bank when it is the bank's and was not renamed; the label
     * of a language is missing afterwards when nobody knows it.
     */
    public Touchpoint inLanguages(Touchpoint touchpoint, List<String> languages) {
        Optional<Touchpoint> known = find(touchpoint.key()).filter(entry -> isNamedSo(entry, touchpoint.labels()));
        Set<String> missing = new HashSet<>(languages);
        missing.removeAll(touchpoint.labels().keySet());
        return new Touchpoint(
                touchpoint.key(),
                words(touchpoint, known, Touchpoint::labels, languages, missing),
                touchpoint.owner(),
                touchpoint.phase(),
                words(touchpoint, known, Touchpoint::hints, languages, missing),
                words(touchpoint, known, Touchpoint::phrases, languages, missing),
                words(touchpoint, known, Touchpoint::subjects, languages, missing),
                touchpoint.rewordings().stream()
                        .filter(rewording -> languages.contains(rewording.language()))
                        .toList());
    }

    private static Map<String, String> words(
            Touchpoint touchpoint,
            Optional<Touchpoint> known,
            Function<Touchpoint, Map<String, String>> part,
            List<String> languages,
            Set<String> missing) {
        Map<String, String> words = new HashMap<>(part.apply(touchpoint));
        known.ifPresent(entry -> part.apply(entry).forEach((language, text) -> {
            if (missing.contains(language)) {
                words.put(language, text);
            }
        }));
        words.keySet().retainAll(languages);
        return words;
    }

    public Optional<Touchpoint> find(String key) {
        return touchpoints.stream()
                .map(BankTouchpoint::touchpoint)
                .filter(touchpoint -> touchpoint.key().equals(key))
                .findFirst();
    }

    /**
     * The bank's words for a touchpoint in the languages of its labels; none for one that was renamed or is one's own.
     *
     * @param part which words, such as {@code Touchpoint::hints}
     */
    Map<String, String> wordsOf(
            String key, Map<String, String> labels, Function<Touchpoint, Map<String, String>> part) {
        Map<String, String> words = new HashMap<>(find(key)
                .filter(touchpoint -> isNamedSo(touchpoint, labels))
                .map(part)
                .orElse(Map.of()));
        words.keySet().retainAll(labels.keySet());
        return words;
    }

    private static boolean isNamedSo(Touchpoint touchpoint, Map<String, String> labels) {
        return labels.entrySet().stream()
                .allMatch(label -> label.getValue().equals(touchpoint.labels().get(label.getKey())));
    }
}
