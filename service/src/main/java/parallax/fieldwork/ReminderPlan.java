package parallax.fieldwork;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import parallax.study.Wave;
import parallax.study.WaveState;

/** When the reminders of a wave leave: on their days after the launch, and none in the last two days before it closes. */
public final class ReminderPlan {

    /** Who is reminded later than this has no time left to answer at leisure. */
    private static final Duration BEFORE_CLOSE = Duration.ofDays(2);

    private ReminderPlan() {}

    /** Whether a reminder may still leave. */
    static boolean mayRemind(@Nullable Instant closesAt, Instant now) {
        return closesAt == null || !now.isAfter(closesAt.minus(BEFORE_CLOSE));
    }

    /** Whether reminders may leave from a wave now. */
    public static boolean mayRemind(Wave wave, Instant now) {
        return wave.state() == WaveState.OPEN && mayRemind(wave.closesAt(), now);
    }

    /** The reminders of a plan in the order of their days; step n stands at n − 1. */
    static List<Wave.Reminder> inOrder(Wave wave) {
        return wave.reminders().stream()
                .sorted(Comparator.comparingInt(Wave.Reminder::afterDays))
                .toList();
    }

    /** The reminders of a launched wave with their days; nothing before the launch. */
    public static List<Planned> of(Wave wave, Instant now) {
        Instant launchedAt = wave.launchedAt();
        List<Planned> planned = new ArrayList<>();
        if (launchedAt == null) {
            return planned;
        }
        for (Wave.Reminder reminder : inOrder(wave)) {
            Instant at = launchedAt.plus(Duration.ofDays(reminder.afterDays()));
            planned.add(new Planned(planned.size() + 1, at, !at.isAfter(now), !mayRemind(wave.closesAt(), at)));
        }
        return planned;
    }

    /** The latest one that is due; after a standstill nobody gets two at once. */
    static Optional<Planned> due(Wave wave, Instant now) {
        return mayRemind(wave, now)
                ? of(wave, now).stream().filter(Planned::isDue).reduce((earlier, later) -> later)
                : Optional.empty();
    }

    /** The next one that will leave, of an open wave. */
    public static Optional<Planned> next(Wave wave, Instant now) {
        return wave.state() == WaveState.OPEN
                ? of(wave, now).stream()
                        .filter(planned -> !planned.isDue() && !planned.isTooLate())
                        .findFirst()
                : Optional.empty();
    }

    /**
     * A reminder with its day.
     *
     * @param step from 1
     * @param at for those whose invitation left at the launch; later for whoever was invited later
     * @param isTooLate whether its day lies within the last two before the close, so that it never leaves
     */
    public record Planned(int step, Instant at, boolean isDue, boolean isTooLate) {}
}
