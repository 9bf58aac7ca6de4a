package parallax.fieldwork;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Mails of a wave.
 *
 * @param leavesTheHouse false: no mail server is set, mails are only shown here
 * @param teamReminders team to number of reminders; who got one is not told
 * @param next cursor; null at the end (and shown so)
 */
public record MailList(
        boolean leavesTheHouse,
        List<Item> items,
        Map<String, Integer> teamReminders,
        @JsonInclude @Nullable String next) {

    public MailList {
        items = List.copyOf(items);
        teamReminders = Map.copyOf(teamReminders);
    }

    /**
     * One mail.
     *
     * @param to address; null when the person has none any more
     * @param state queued, sending, accepted, deferred, failed, unknown or suppressed
     * @param reply the mail server's last words
     * @param shown the mail itself; null whenever mails really leave, and of a sealed wave
     */
    public record Item(
            UUID id,
            String audience,
            String kind,
            int step,
            @Nullable String to,
            String state,
            Instant dueAt,
            int attempts,
            @Nullable String reply,
            @Nullable Shown shown) {

        @Override
        public String toString() {
            return "Mail " + id;
        }
    }

    /** A mail as it would be read; in a list its link only. toString tells nothing: it holds a personal link. */
    public record Shown(
            @Nullable String from,
            @Nullable String subject,
            @Nullable String text,
            String link) {

        @Override
        public String toString() {
            return "Shown";
        }
    }
}
