package parallax.interview;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import parallax.web.Slice;

/**
 * Where a part of the call list begins.
 *
 * @param asOf when its first part was asked for: the order depends on the time
 * @param key of {@link CallOrder} after which it begins; "" for the first part
 */
record CallCursor(Instant asOf, String key) {

    private static final Duration KEPT = Duration.ofDays(1);

    /** @throws parallax.web.RefusedException INVALID when it is none of ours, or older than a day */
    static CallCursor of(@Nullable String after, Instant now) {
        String text = Slice.after(after).orElse("");
        if (after == null || text.isEmpty()) {
            return new CallCursor(now, "");
        }
        int bar = text.indexOf('|');
        try {
            Instant asOf = Instant.ofEpochMilli(Long.parseLong(text.substring(0, Math.max(0, bar))));
            if (!asOf.isAfter(now) && asOf.isAfter(now.minus(KEPT))) {
                return new CallCursor(asOf, text.substring(bar + 1));
            }
        } catch (NumberFormatException | DateTimeException noneOfOurs) {
            // told below
        }
        throw Slice.wrongCursor(after);
    }

    /** The text of the part that begins after a row. */
    String at(String keyOfRow) {
        return asOf.toEpochMilli() + "|" + keyOfRow;
    }
}
