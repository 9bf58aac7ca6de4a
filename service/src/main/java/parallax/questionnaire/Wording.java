package parallax.questionnaire;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The words of all forms in one language. Scale words run from the low end to the high end, the same for all audiences.
 *
 * @param language language tag
 * @param name the language's own name
 * @param scales scale points (5, 7) to measure to words
 * @param agreements scale points (5, 7) to the words of how far one agrees, low end first
 * @param customers questions and way out of the customers' form
 * @param teams questions and way out of the mirror
 * @param other the words of a choice that is not among those offered
 * @param insideQuestion a label as it stands inside a question when its touchpoint has no phrase in this language
 */
public record Wording(
        String language,
        String name,
        Map<Integer, Map<Measure, List<String>>> scales,
        Map<Integer, List<String>> agreements,
        Questions customers,
        Questions teams,
        Map<Phase, String> phases,
        String other,
        UnaryOperator<String> insideQuestion) {

    /** The place in a question where a touchpoint stands. */
    static final String TOUCHPOINT = "{touchpoint}";

    /** The place in a frame where a hint stands. */
    static final String HINT = "{hint}";

    private static final Map<String, Wording> WORDINGS = Stream.of(
                    English.wording(), German.wording(), French.wording(), Spanish.wording(), Arabic.wording())
            .collect(Collectors.toMap(Wording::language, Function.identity(), (one, other) -> one, TreeMap::new));

    public Wording {
        scales = Map.copyOf(scales);
        agreements = Map.copyOf(agreements);
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

    /** Words of how far one agrees, low end first. */
    public List<String> agreement(int points) {
        List<String> words = agreements.get(points);
        if (words == null) {
            throw new IllegalArgumentException("there is no agreement scale of %d points".formatted(points));
        }
        return words;
    }

    public Questions questions(Audience audience) {
        return audience.isTeam() ? teams : customers;
    }

    public String phase(Phase phase) {
        return phases.getOrDefault(phase, phase.code());
    }

    /** A label as it stands inside a question when its touchpoint has no phrase in this language. */
    String phrase(String label) {
        return insideQuestion.apply(label);
    }

    /** Scale points to measure to words, out of the words of each. */
    static Map<Integer, Map<Measure, List<String>>> scales(
            List<String> experience5, List<String> importance5, List<String> experience7, List<String> importance7) {
        return Map.of(
                5, Map.of(Measure.EXPERIENCE, experience5, Measure.IMPORTANCE, importance5),
                7, Map.of(Measure.EXPERIENCE, experience7, Measure.IMPORTANCE, importance7));
    }

    static Map<Phase, String> phases(String discover, String decide, String buy, String use) {
        return Map.of(Phase.DISCOVER, discover, Phase.DECIDE, decide, Phase.BUY, buy, Phase.USE, use);
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

        String ask(Measure measure, Touchpoint touchpoint, Wording wording) {
            return switch (measure) {
                case EXPERIENCE -> experience.replace(TOUCHPOINT, touchpoint.phrase(wording));
                case IMPORTANCE -> importance.replace(TOUCHPOINT, touchpoint.subject(wording));
            };
        }
    }
}
