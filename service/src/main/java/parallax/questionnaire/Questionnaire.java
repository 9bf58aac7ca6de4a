package parallax.questionnaire;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What an engagement asks, once, for all audiences. The position of a touchpoint in the list is the position of its
 * answers in every response of that version.
 *
 * @param languages language tags, the first is the default
 * @param scalePoints 5 or 7, the same for all audiences
 */
public record Questionnaire(List<String> languages, int scalePoints, List<Touchpoint> touchpoints) {

    private static final int MOST_TOUCHPOINTS = 100;

    public Questionnaire {
        languages = List.copyOf(languages);
        touchpoints = List.copyOf(touchpoints);
        if (languages.isEmpty()) {
            throw new IllegalArgumentException("a questionnaire needs at least one language");
        }
        if (scalePoints != 5 && scalePoints != 7) {
            throw new IllegalArgumentException("scale_points must be 5 or 7, was " + scalePoints);
        }
        if (touchpoints.isEmpty() || touchpoints.size() > MOST_TOUCHPOINTS) {
            throw new IllegalArgumentException("a questionnaire has 1 to %d touchpoints, this one has %d"
                    .formatted(MOST_TOUCHPOINTS, touchpoints.size()));
        }
        Set<String> keys = new HashSet<>();
        for (Touchpoint touchpoint : touchpoints) {
            if (!keys.add(touchpoint.key())) {
                throw new IllegalArgumentException("touchpoint key '%s' stands twice".formatted(touchpoint.key()));
            }
            for (String language : languages) {
                if (!touchpoint.labels().containsKey(language)) {
                    throw new IllegalArgumentException(
                            "touchpoint '%s' has no label in '%s'".formatted(touchpoint.key(), language));
                }
            }
        }
    }

    public String defaultLanguage() {
        return languages.get(0);
    }

    /** Position of a touchpoint, or -1 when it is not asked. */
    public int positionOf(String key) {
        for (int i = 0; i < touchpoints.size(); i++) {
            if (touchpoints.get(i).key().equals(key)) {
                return i;
            }
        }
        return -1;
    }
}
