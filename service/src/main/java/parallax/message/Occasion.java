package parallax.message;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import parallax.questionnaire.Audience;
import parallax.study.Engagement;
import parallax.study.Wave;

/**
 * What all mails of a wave say alike, from the settings that hold it.
 *
 * @param minutes audience to how long its form takes
 * @param people audience to its size; absent where unknown
 * @param closesAt null: no closing date is set
 * @param deletionAt when names are deleted; null: {@code keptDays} after the close
 */
public record Occasion(
        Engagement engagement,
        Map<Audience, Integer> minutes,
        Map<Audience, Integer> people,
        @Nullable Instant closesAt,
        @Nullable Instant deletionAt,
        int keptDays) {

    public Occasion {
        minutes = Map.copyOf(minutes);
        people = Map.copyOf(people);
    }

    /**
     * The occasion of a wave.
     *
     * @param wave null: none is planned yet
     * @param keptDays days after the close until people are deleted
     */
    public static Occasion of(
            Engagement engagement,
            @Nullable Wave wave,
            Map<Audience, Integer> minutes,
            Map<Audience, Integer> people,
            int keptDays) {
        Instant closesAt = wave == null ? null : wave.closesAt();
        Instant deletion = wave == null || closesAt == null
                ? null
                : closesAt.plus(Duration.ofDays(wave.graceDays() + (long) keptDays));
        return new Occasion(engagement, known(minutes), known(people), closesAt, deletion, keptDays);
    }

    private static Map<Audience, Integer> known(Map<Audience, Integer> numbers) {
        Map<Audience, Integer> known = new EnumMap<>(Audience.class);
        known.putAll(numbers);
        return known;
    }

    /** Fewest answers a figure of an audience stands on. */
    int fewestAnswers(Audience audience) {
        return audience.isTeam() ? engagement.minimumTeam() : engagement.minimumGroup();
    }
}
