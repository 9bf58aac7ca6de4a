package parallax.study;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import parallax.questionnaire.Measure;

/**
 * What is known of one audience of a wave without meeting a person.
 *
 * @param people size of a team or number of people invited; null: unknown
 * @param dispositions AAPOR code to count: I, P, R, NC, O, U (or its parts UH, UO), NE, and BREAKOFF for those who
 *     began and left
 * @param askedItems positions of the touchpoints this audience was asked about; null: all of the version
 * @param askedMeasures null: both
 * @param margins of customers, by segment variable and value, the share in (0, 1] known of all customers; they add up to 1
 */
public record AudienceFrame(
        @Nullable Integer people,
        Map<String, Integer> dispositions,
        @Nullable List<Integer> askedItems,
        @Nullable Set<Measure> askedMeasures,
        Map<String, Map<String, Double>> margins) {

    public static final Set<String> DISPOSITIONS = Set.of("I", "P", "R", "NC", "O", "U", "UH", "UO", "NE", "BREAKOFF");

    private static final List<String> ANSWERING = List.of("I", "P", "R");

    public AudienceFrame {
        dispositions = Map.copyOf(dispositions);
        margins = Map.copyOf(margins);
    }

    /** Without known margins. */
    public AudienceFrame(
            @Nullable Integer people,
            Map<String, Integer> dispositions,
            @Nullable List<Integer> askedItems,
            @Nullable Set<Measure> askedMeasures) {
        this(people, dispositions, askedItems, askedMeasures, Map.of());
    }

    /** Most people who may have answered, by its counts: complete, partial, and refused, which holds break-offs; null: unknown. */
    public @Nullable Integer mostAnswers() {
        Integer told = dispositions.isEmpty()
                ? null
                : (Integer) ANSWERING.stream()
                        .mapToInt(code -> dispositions.getOrDefault(code, 0))
                        .sum();
        if (people == null || told == null) {
            return people == null ? told : people;
        }
        return Math.min(people, told);
    }

    /** People in all dispositions; break-offs stand in R already. */
    int counted() {
        return dispositions.entrySet().stream()
                .filter(entry -> !entry.getKey().equals("BREAKOFF"))
                .mapToInt(Map.Entry::getValue)
                .sum();
    }

    public boolean hasNoCounts() {
        return people == null && dispositions.isEmpty();
    }

    public static AudienceFrame unknown() {
        return new AudienceFrame(null, Map.of(), null, null);
    }
}
