package parallax.questionnaire;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * The words of all forms in one language. Scale words run from the low end to the high end, the same for all audiences.
 *
 * @param language language tag
 * @param name the language's own name
 * @param scales scale points (5, 7) to measure to words
 * @param customers questions and way out of the customers' form
 * @param teams questions and way out of the mirror
 */
public record Wording(
        String language,
        String name,
        Map<Integer, Map<Measure, List<String>>> scales,
        Questions customers,
        Questions teams,
        Map<Phase, String> phases) {

    /** The place in a question where a touchpoint stands. */
    static final String TOUCHPOINT = "{touchpoint}";

    private static final String HINT = "{hint}";

    private static final Map<String, Wording> WORDINGS = new TreeMap<>(Map.of("en", english()));

    public Wording {
        scales = Map.copyOf(scales);
        phases = Map.copyOf(phases);
    }

    /** Language tags that forms can be made in. */
    public static Set<String> languages() {
        return Set.copyOf(WORDINGS.keySet());
    }

    public static Optional<Wording> find(String language) {
        return Optional.ofNullable(WORDINGS.get(language));
    }

    /** @throws IllegalArgumentException when there are no words in that language; the message lists those there are */
    public static Wording of(String language) {
        return find(language)
                .orElseThrow(() -> new IllegalArgumentException("there are no forms in language '%s' yet: use one of %s"
                        .formatted(language, String.join(", ", WORDINGS.keySet()))));
    }

    /** Words of a scale, low end first. */
    public List<String> scale(int points, Measure measure) {
        Map<Measure, List<String>> scale = scales.get(points);
        List<String> words = scale == null ? null : scale.get(measure);
        if (words == null) {
            throw new IllegalArgumentException("there is no scale of %d points".formatted(points));
        }
        return words;
    }

    public Questions questions(Audience audience) {
        return audience.isTeam() ? teams : customers;
    }

    public String phase(Phase phase) {
        return phases.getOrDefault(phase, phase.code());
    }

    /**
     * A label as it stands inside a question: with an article, and with a small first letter unless the label looks like a
     * name or an abbreviation.
     */
    String phrase(String label) {
        String inside =
                looksLikeName(label) ? label : label.substring(0, 1).toLowerCase(Locale.ROOT) + label.substring(1);
        boolean hasArticle = List.of("the ", "our ", "your ", "their ", "a ", "an ").stream()
                .anyMatch(article -> inside.toLowerCase(Locale.ROOT).startsWith(article));
        return hasArticle ? inside : "the " + inside;
    }

    private static boolean looksLikeName(String label) {
        String first = label.split("\\s", 2)[0];
        return first.chars().skip(1).anyMatch(Character::isUpperCase)
                || (first.length() == 1 && !first.equals("A"))
                || label.chars().noneMatch(Character::isLowerCase);
    }

    private static Wording english() {
        List<String> experience5 = List.of("Very poor", "Poor", "Acceptable", "Good", "Very good");
        List<String> experience7 =
                List.of("Very poor", "Poor", "Rather poor", "Acceptable", "Rather good", "Good", "Very good");
        List<String> importance5 = List.of(
                "Not important", "Slightly important", "Moderately important", "Very important", "Extremely important");
        List<String> importance7 = List.of(
                "Not important",
                "Slightly important",
                "Somewhat important",
                "Moderately important",
                "Quite important",
                "Very important",
                "Extremely important");
        return new Wording(
                "en",
                "English",
                Map.of(
                        5, Map.of(Measure.EXPERIENCE, experience5, Measure.IMPORTANCE, importance5),
                        7, Map.of(Measure.EXPERIENCE, experience7, Measure.IMPORTANCE, importance7)),
                new Questions(
                        "How good was your experience with {touchpoint}?",
                        "How important is {touchpoint} to you?",
                        "I did not encounter this",
                        HINT),
                new Questions(
                        "How do you think customers rate their experience with {touchpoint}?",
                        "How important is {touchpoint} in your own view?",
                        "I can’t judge this",
                        "Customers read: “" + HINT + "”"),
                Map.of(
                        Phase.DISCOVER, "Discover",
                        Phase.DECIDE, "Decide",
                        Phase.BUY, "Buy",
                        Phase.USE, "Use"));
    }

    /**
     * What an audience is asked of a touchpoint.
     *
     * @param experience question with {@code {touchpoint}} where its phrase stands
     * @param importance likewise
     * @param wayOut the answer of somebody who cannot tell
     * @param hint how a touchpoint's hint, which is written for customers, is passed on; {@code {hint}} where it stands
     */
    public record Questions(String experience, String importance, String wayOut, String hint) {

        public Questions {
            for (String question : List.of(experience, importance)) {
                if (!question.contains(TOUCHPOINT)) {
                    throw new IllegalArgumentException(
                            "question '%s' does not name its touchpoint".formatted(question));
                }
            }
        }

        String hint(String ofCustomers) {
            return hint.replace(HINT, ofCustomers);
        }

        String ask(Measure measure, String phrase) {
            return switch (measure) {
                case EXPERIENCE -> experience.replace(TOUCHPOINT, phrase);
                case IMPORTANCE -> importance.replace(TOUCHPOINT, phrase);
            };
        }
    }
}
