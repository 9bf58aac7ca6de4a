package parallax.fieldwork;

import java.time.Duration;
import java.util.List;

/** How long an answer took, no finer than these classes: a time to the minute would point at a person. */
public final class MinuteClass {

    /** Minutes at which a class ends; the last one has no end. */
    private static final List<Integer> ENDS = List.of(2, 4, 6, 8, 10, 15, 20, 30, 60);

    private MinuteClass() {}

    /** The number of the class, from 0. */
    static int of(Duration time) {
        int number = 0;
        while (number < ENDS.size() && time.toMinutes() >= ENDS.get(number)) {
            number++;
        }
        return number;
    }

    /** Such as "4 to 6 minutes". */
    public static String inWords(int number) {
        if (number == 0) {
            return "under %d minutes".formatted(ENDS.get(0));
        }
        return number >= ENDS.size()
                ? "over an hour"
                : "%d to %d minutes".formatted(ENDS.get(number - 1), ENDS.get(number));
    }
}
