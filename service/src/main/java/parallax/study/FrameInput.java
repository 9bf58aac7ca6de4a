package parallax.study;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import parallax.questionnaire.Audience;

/**
 * Team sizes and AAPOR dispositions of answers gathered elsewhere.
 *
 * @param audiences audience to {@code people} or disposition code to count
 */
record FrameInput(Map<String, @Nullable Map<String, @Nullable Integer>> audiences) {

    private static final String PEOPLE = "people";
    private static final int MOST_PEOPLE = 100_000_000;

    /** As it was sent; audiences of which nothing is known are absent. */
    static FrameInput from(Map<Audience, AudienceFrame> frames) {
        Map<String, @Nullable Map<String, @Nullable Integer>> audiences = new LinkedHashMap<>();
        for (Audience audience : Audience.values()) {
            AudienceFrame frame = frames.getOrDefault(audience, AudienceFrame.unknown());
            Map<String, @Nullable Integer> counts = new LinkedHashMap<>();
            if (frame.people() != null) {
                counts.put(PEOPLE, frame.people());
            }
            counts.putAll(new TreeMap<>(frame.dispositions()));
            if (!counts.isEmpty()) {
                audiences.put(audience.code(), counts);
            }
        }
        return new FrameInput(audiences);
    }

    /** @param answered people who have answered: no audience has fewer */
    Map<Audience, AudienceFrame> read(InputCheck check, Map<Audience, Integer> answered) {
        Map<Audience, AudienceFrame> frames = new EnumMap<>(Audience.class);
        audiences.forEach((code, counts) -> {
            String pointer = "/" + pointerPart(code);
            Audience audience = audience(code);
            if (audience == null) {
                check.error(pointer, InputCheck.visible(code), "Use customer, sales and marketing only.");
            } else if (counts == null) {
                check.error(pointer, null, "Send the counts of this audience, such as {\"people\": 14}.");
            } else {
                AudienceFrame frame = frame(counts, pointer, check);
                checkPeople(frame, answered.getOrDefault(audience, 0), pointer + "/" + PEOPLE, check);
                frames.put(audience, frame);
            }
        });
        return frames;
    }

    private static void checkPeople(AudienceFrame frame, int answered, String pointer, InputCheck check) {
        if (frame.people() != null && frame.people() < answered) {
            check.error(
                    pointer,
                    frame.people(),
                    "%,d people of this audience have answered; use %,d or more.".formatted(answered, answered));
        }
    }

    private static AudienceFrame frame(Map<String, @Nullable Integer> counts, String pointer, InputCheck check) {
        Map<String, Integer> dispositions = new TreeMap<>();
        Integer people = null;
        for (Map.Entry<String, @Nullable Integer> entry : counts.entrySet()) {
            String at = pointer + "/" + pointerPart(entry.getKey());
            Integer count = entry.getValue();
            boolean isPeople = entry.getKey().equals(PEOPLE);
            if (!isPeople && !AudienceFrame.DISPOSITIONS.contains(entry.getKey())) {
                check.error(
                        at,
                        count,
                        "Use people, or one of the disposition codes "
                                + String.join(", ", new TreeSet<>(AudienceFrame.DISPOSITIONS)) + ".");
            } else if (count == null || count < (isPeople ? 1 : 0) || count > MOST_PEOPLE) {
                check.error(
                        at, count, isPeople ? "Use a whole number of 1 or more." : "Use a whole number of 0 or more.");
            } else if (isPeople) {
                people = count;
            } else {
                dispositions.put(entry.getKey(), count);
            }
        }
        return new AudienceFrame(people, dispositions, null, null);
    }

    private static @Nullable Audience audience(String code) {
        Set<String> known = Set.of("customer", "sales", "marketing");
        return known.contains(code) ? Audience.ofCode(code) : null;
    }

    private static String pointerPart(String key) {
        return InputCheck.visible(key).replace("~", "~0").replace("/", "~1");
    }
}
