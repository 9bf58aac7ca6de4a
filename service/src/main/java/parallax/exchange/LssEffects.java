package parallax.exchange;

import java.util.LinkedHashMap;
import java.util.Map;
import parallax.exchange.LssSurvey.Question;

/** Settings of a LimeSurvey question that change how it is asked or checked, and that have no like here. */
final class LssEffects {

    private static final String NO_CHECK = "Answers are not checked against it. Say in the hint what is wanted.";
    private static final String NO_FILTER = "All parts are shown. Use a condition on a question of its own, if needed.";
    private static final String FIXED_ORDER =
            "Everybody reads the same order, so that answers of customers and teams compare. Nothing to do.";

    private static final Map<String, String> EFFECTS = Map.ofEntries(
            Map.entry("array_filter", NO_FILTER),
            Map.entry("array_filter_exclude", NO_FILTER),
            Map.entry("em_validation_q", NO_CHECK),
            Map.entry("em_validation_sq", NO_CHECK),
            Map.entry("min_answers", NO_CHECK),
            Map.entry("max_answers", NO_CHECK),
            Map.entry("exclude_all_others", NO_CHECK),
            Map.entry("equals_num_value", NO_CHECK),
            Map.entry("multiflexible_max", NO_CHECK),
            Map.entry("maximum_chars", NO_CHECK),
            Map.entry("random_order", FIXED_ORDER),
            Map.entry("random_group", FIXED_ORDER),
            Map.entry("prefix", "Words before and after the field are not shown. Put them into the question."),
            Map.entry("suffix", "Words before and after the field are not shown. Put them into the question."),
            Map.entry("time_limit", "Nobody is timed here. Nothing to do."));

    private LssEffects() {}

    /** Setting to why it is not carried and what to do. */
    static Map<String, String> of(Question question) {
        Map<String, String> effects = new LinkedHashMap<>();
        question.attributes().forEach((name, value) -> add(effects, name, value));
        question.spoken().forEach((name, values) -> values.values().forEach(value -> add(effects, name, value)));
        return effects;
    }

    private static void add(Map<String, String> effects, String name, String value) {
        String why = EFFECTS.get(name);
        boolean off = value.isBlank() || value.equals("0") || value.equals("N");
        if (why != null && !off) {
            effects.put("%s (%s)".formatted(name, Texts.named(value)), why);
        }
    }
}
