package parallax.questionnaire;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A contact between client and customer.
 *
 * @param key stable across versions and waves: a lower-case letter, then letters, digits, {@code _} or {@code -}, 40 at most
 * @param labels language tag to name, each 1 to 60 characters long
 * @param hints language tag to one sentence that says what is meant, each 1 to 200 characters long; may be empty
 * @param phrases language tag to the name as it stands inside a question, article included ("our Lyon showroom"), each
 *     1 to 80 characters long; where there is none it is made from the label ("the " + label in lower case)
 * @param subjects language tag to the name as the subject of a question, where that is another form ("der Messestand"
 *     beside "dem Messestand"), each 1 to 80 characters long; where there is none it is the phrase
 * @param rewordings a consultant's own words for some of its questions; at most one for an audience, measure and language
 */
public record Touchpoint(
        String key,
        Map<String, String> labels,
        Owner owner,
        Phase phase,
        Map<String, String> hints,
        Map<String, String> phrases,
        Map<String, String> subjects,
        List<Rewording> rewordings) {

    public static final int LONGEST_LABEL = 60;
    public static final int LONGEST_HINT = 200;
    public static final int LONGEST_PHRASE = 80;

    public Touchpoint {
        Keys.check("touchpoint", key);
        labels = Keys.texts("label of touchpoint '%s'".formatted(key), labels, LONGEST_LABEL);
        hints = Keys.texts("hint of touchpoint '%s'".formatted(key), hints, LONGEST_HINT);
        phrases = Keys.texts("phrase of touchpoint '%s'".formatted(key), phrases, LONGEST_PHRASE);
        subjects = Keys.texts("subject of touchpoint '%s'".formatted(key), subjects, LONGEST_PHRASE);
        rewordings = List.copyOf(rewordings);
        if (rewordings.stream().map(Rewording::place).distinct().count() < rewordings.size()) {
            throw new UnfitModelException("a question of touchpoint '%s' is reworded twice".formatted(key));
        }
    }

    public Touchpoint(
            String key,
            Map<String, String> labels,
            Owner owner,
            Phase phase,
            Map<String, String> hints,
            Map<String, String> phrases) {
        this(key, labels, owner, phase, hints, phrases, Map.of(), List.of());
    }

    public Touchpoint(String key, Map<String, String> labels, Owner owner, Phase phase) {
        this(key, labels, owner, phase, Map.of(), Map.of());
    }

    public static boolean isKey(String text) {
        return Keys.isKey(text);
    }

    /**
     * The name in a language.
     *
     * @throws IllegalStateException when there is none: a questionnaire refuses touchpoints that lack one of its languages
     */
    public String label(String language) {
        String label = labels.get(language);
        if (label == null) {
            throw new IllegalStateException("touchpoint '%s' has no label in '%s'".formatted(key, language));
        }
        return label;
    }

    public Optional<String> hint(String language) {
        return Optional.ofNullable(hints.get(language));
    }

    /** The name inside a question, article included: as given, or made from the label. */
    public String phrase(Wording wording) {
        String phrase = phrases.get(wording.language());
        return phrase != null ? phrase : wording.phrase(label(wording.language()));
    }

    /** The name as the subject of a question: as given, or the phrase. */
    public String subject(Wording wording) {
        String subject = subjects.get(wording.language());
        return subject != null ? subject : phrase(wording);
    }

    /** A consultant's own words for a question; empty where it is generated. */
    public Optional<String> rewording(Audience audience, Measure measure, String language) {
        return rewordings.stream()
                .filter(rewording -> rewording.audience() == audience
                        && rewording.measure() == measure
                        && rewording.language().equals(language))
                .map(Rewording::text)
                .findFirst();
    }
}
