package parallax.study;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Shares known of all customers, by segment variable and value, such as {@code {"region": {"North": 0.4, "South": 0.6}}}.
 *
 * @param planned the wave's segment variables; there are no margins of others
 */
record MarginsInput(List<SegmentVariable> planned, String pointer, InputCheck check) {

    /** Shares are often printed rounded. */
    private static final double MAY_MISS_ONE_BY = 0.001;

    private static final String EXAMPLE = "such as {\"region\": {\"North\": 0.4, \"South\": 0.6}}";

    /** Empty if anything was wrong, which the check tells. */
    Map<String, Map<String, Double>> read(@Nullable Object margins) {
        Map<String, Map<String, Double>> read = new TreeMap<>();
        if (!(margins instanceof Map<?, ?> byVariable)) {
            check.error(pointer, margins, "Send shares by segment variable and value, " + EXAMPLE + ".");
            return Map.of();
        }
        byVariable.forEach((key, shares) -> {
            String name = String.valueOf(key);
            String at = pointer + "/" + FrameInput.pointerPart(name);
            SegmentVariable variable = planned.stream()
                    .filter(candidate -> candidate.variable().equals(name))
                    .findFirst()
                    .orElse(null);
            if (variable == null) {
                check.error(at, InputCheck.visible(name), unplanned());
            } else if (shares instanceof Map<?, ?> byValue) {
                read.put(name, shares(variable, byValue, at));
            } else {
                check.error(at, shares, "Send a share for each value, " + EXAMPLE + ".");
            }
        });
        return read;
    }

    private String unplanned() {
        return planned.isEmpty()
                ? "This wave has no segment variables yet; import its answers or plan its segments first."
                : "Use the wave's segment variables: %s."
                        .formatted(String.join(
                                ", ",
                                planned.stream().map(SegmentVariable::variable).toList()));
    }

    private Map<String, Double> shares(SegmentVariable variable, Map<?, ?> byValue, String at) {
        Map<String, Double> shares = new TreeMap<>();
        double sum = 0;
        boolean known = true;
        for (Map.Entry<?, ?> entry : byValue.entrySet()) {
            String value = String.valueOf(entry.getKey());
            String atValue = at + "/" + FrameInput.pointerPart(value);
            if (!variable.values().contains(value)) {
                check.error(
                        atValue,
                        InputCheck.visible(value),
                        "Use the values of %s: %s."
                                .formatted(variable.variable(), String.join(", ", variable.values())));
                known = false;
            } else if (!(entry.getValue() instanceof Number share)
                    || !(share.doubleValue() > 0 && share.doubleValue() <= 1)) {
                check.error(atValue, entry.getValue(), "Use a share over 0 and up to 1, such as 0.4.");
                known = false;
            } else {
                shares.put(value, share.doubleValue());
                sum += share.doubleValue();
            }
        }
        if (known) {
            checkWhole(variable, shares, sum, at);
        }
        return shares;
    }

    private void checkWhole(SegmentVariable variable, Map<String, Double> shares, double sum, String at) {
        List<String> missing = new ArrayList<>(variable.values());
        missing.removeAll(shares.keySet());
        if (!missing.isEmpty()) {
            check.error(at, null, "Add a share for %s.".formatted(String.join(", ", missing)));
        } else if (Math.abs(sum - 1) > MAY_MISS_ONE_BY) {
            check.error(
                    at,
                    null,
                    String.format(Locale.ROOT, "The shares must add up to 1, within 0.001; they add up to %.4f.", sum));
        }
    }
}
