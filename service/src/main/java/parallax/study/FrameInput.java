package parallax.study;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import parallax.questionnaire.Audience;

/**
 * Team sizes and AAPOR dispositions of answers gathered elsewhere, and what is known of all customers.
 *
 * @param audiences audience to {@code people} or disposition code to count, and to {@code margins}
 */
record FrameInput(Map<String, @Nullable Map<String, @Nullable Object>> audiences) {

    private static final String PEOPLE = "people";
    private static final String MARGINS = "margins";
    private static final String BROKE_OFF = "BREAKOFF";
    private static final String REFUSED = "R";
    private static final int MOST_PEOPLE = 100_000_000;

    /** As it was sent; audiences of which nothing is known are absent. */
    static FrameInput from(Map<Audience, AudienceFrame> frames) {
        Map<String, @Nullable Map<String, @Nullable Object>> audiences = new LinkedHashMap<>();
        for (Audience audience : Audience.values()) {
            AudienceFrame frame = frames.getOrDefault(audience, AudienceFrame.unknown());
            Map<String, @Nullable Object> counts = new LinkedHashMap<>();
            if (frame.people() != null) {
                counts.put(PEOPLE, frame.people());
            }
            counts.putAll(new TreeMap<>(frame.dispositions()));
            if (!frame.margins().isEmpty()) {
                Map<String, Object> margins = new TreeMap<>();
                frame.margins().forEach((variable, shares) -> margins.put(variable, new TreeMap<>(shares)));
                counts.put(MARGINS, margins);
            }
            if (!counts.isEmpty()) {
                audiences.put(audience.code(), counts);
            }
        }
        return new FrameInput(audiences);
    }

    /**
     * What it must agree with.
     *
     * @param asked audiences of the wave
     * @param answered people who have answered: no audience has fewer
     * @param planned the wave's segment variables
     */
    record Known(Set<Audience> asked, Map<Audience, Integer> answered, List<SegmentVariable> planned) {

        Known {
            asked = Set.copyOf(asked);
            answered = Map.copyOf(answered);
            planned = List.copyOf(planned);
        }
    }

    /** Reads it, telling the check all that is wrong with it or contradicts what is known. */
    Map<Audience, AudienceFrame> read(InputCheck check, Known known) {
        Map<Audience, AudienceFrame> frames = new EnumMap<>(Audience.class);
        audiences.forEach((code, counts) -> {
            String pointer = "/" + pointerPart(code);
            Audience audience = audience(code);
            if (audience == null) {
                check.error(pointer, InputCheck.visible(code), "Use customer, sales and marketing only.");
            } else if (counts == null) {
                check.error(pointer, null, "Send the counts of this audience, such as {\"people\": 14}.");
            } else {
                Map<String, Map<String, Double>> margins = margins(audience, counts, pointer, known.planned(), check);
                AudienceFrame frame = frame(counts, margins, pointer, check);
                new FrameCheck(known, check).check(audience, frame, pointer);
                frames.put(audience, frame);
            }
        });
        return frames;
    }

    private static Map<String, Map<String, Double>> margins(
            Audience audience,
            Map<String, @Nullable Object> fields,
            String pointer,
            List<SegmentVariable> planned,
            InputCheck check) {
        if (!fields.containsKey(MARGINS)) {
            return Map.of();
        }
        if (audience != Audience.CUSTOMER) {
            check.error(
                    pointer + "/" + MARGINS, null, "Only customers can be weighted; leave out the margins of a team.");
            return Map.of();
        }
        return new MarginsInput(planned, pointer + "/" + MARGINS, check).read(fields.get(MARGINS));
    }

    private static AudienceFrame frame(
            Map<String, @Nullable Object> fields,
            Map<String, Map<String, Double>> margins,
            String pointer,
            InputCheck check) {
        Map<String, Integer> dispositions = new TreeMap<>();
        Integer people = null;
        for (Map.Entry<String, @Nullable Object> entry : fields.entrySet()) {
            String at = pointer + "/" + pointerPart(entry.getKey());
            Object value = entry.getValue();
            boolean isPeople = entry.getKey().equals(PEOPLE);
            if (entry.getKey().equals(MARGINS)) {
                continue;
            }
            if (!isPeople && !AudienceFrame.DISPOSITIONS.contains(entry.getKey())) {
                check.error(
                        at,
                        value,
                        "Use people, margins, or one of the disposition codes "
                                + String.join(", ", new TreeSet<>(AudienceFrame.DISPOSITIONS)) + ".");
            } else if (!(value instanceof Integer count) || count < (isPeople ? 1 : 0) || count > MOST_PEOPLE) {
                check.error(
                        at, value, isPeople ? "Use a whole number of 1 or more." : "Use a whole number of 0 or more.");
            } else if (isPeople) {
                people = count;
            } else {
                dispositions.put(entry.getKey(), count);
            }
        }
        checkBreakOffs(dispositions, pointer, check);
        return new AudienceFrame(people, dispositions, null, null, margins);
    }

    private static void checkBreakOffs(Map<String, Integer> dispositions, String pointer, InputCheck check) {
        int brokeOff = dispositions.getOrDefault(BROKE_OFF, 0);
        int refused = dispositions.getOrDefault(REFUSED, 0);
        if (brokeOff > refused) {
            check.error(
                    pointer + "/" + BROKE_OFF,
                    brokeOff,
                    "Break-offs are part of the refusals R, which are %,d; count them in R too, or use %,d or fewer."
                            .formatted(refused, refused));
        }
    }

    private static @Nullable Audience audience(String code) {
        Set<String> known = Set.of("customer", "sales", "marketing");
        return known.contains(code) ? Audience.ofCode(code) : null;
    }

    static String pointerPart(String key) {
        return InputCheck.visible(key).replace("~", "~0").replace("/", "~1");
    }
}
