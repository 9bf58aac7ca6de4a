package parallax.editor;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import parallax.instrument.ConditionJson;

/** A plain condition between the form and JSON; one of several parts is kept as it is. */
final class ConditionChoice {

    static final String ALWAYS = "always";
    static final String KEPT = "kept";

    private ConditionChoice() {}

    static void fill(Map<String, String> values, @Nullable ConditionJson condition) {
        values.put("show", ALWAYS);
        if (condition == null) {
            return;
        }
        if (condition.met() != null) {
            values.put("show", "met:" + condition.met());
        } else if (condition.encountered() != null) {
            values.put("show", "touchpoint:" + condition.encountered());
        } else if (condition.item() != null) {
            values.put("show", "item:" + condition.item());
            values.put("answers", answers(condition));
        } else {
            values.put("show", KEPT);
        }
    }

    private static String answers(ConditionJson condition) {
        List<@Nullable String> oneOf = condition.oneOf();
        return oneOf == null
                ? condition.atLeast() + "–" + condition.atMost()
                : oneOf.stream().map(String::valueOf).collect(Collectors.joining(", "));
    }

    static @Nullable ConditionJson read(Map<String, String> values, @Nullable ConditionJson stored) {
        String show = values.getOrDefault("show", ALWAYS);
        if (show.equals(KEPT)) {
            return stored;
        }
        int colon = show.indexOf(':');
        if (colon < 0) {
            return null;
        }
        String what = show.substring(0, colon);
        String key = show.substring(colon + 1);
        return switch (what) {
            case "met" -> new ConditionJson(key, null, null, null, null, null, null, null, null);
            case "touchpoint" -> new ConditionJson(null, key, null, null, null, null, null, null, null);
            default -> ofItem(key, values.getOrDefault("answers", "").strip());
        };
    }

    private static ConditionJson ofItem(String key, String answers) {
        String[] limits = answers.split("\\s*[–—]\\s*|\\s+to\\s+", -1);
        if (limits.length == 2 && Arrays.stream(limits).allMatch(limit -> limit.matches("-?\\d{1,9}"))) {
            return new ConditionJson(
                    null, null, key, null, Integer.valueOf(limits[0]), Integer.valueOf(limits[1]), null, null, null);
        }
        List<@Nullable String> oneOf = List.copyOf(Arrays.stream(answers.split(",", -1))
                .map(String::strip)
                .filter(answer -> !answer.isEmpty())
                .toList());
        return new ConditionJson(null, null, key, oneOf, null, null, null, null, null);
    }
}
