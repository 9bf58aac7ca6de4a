package parallax.fieldwork;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import parallax.questionnaire.Audience;

/** Names and times as pages print them. */
final class Words {

    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern(
                    "EEE d MMM yyyy, HH:mm 'UTC'", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);
    private static final DateTimeFormatter CLOCK =
            DateTimeFormatter.ofPattern("HH:mm 'UTC'", Locale.ENGLISH).withZone(ZoneOffset.UTC);
    private static final Map<String, String> STATES = Map.of(
            "queued", "Waiting",
            "sending", "Leaving",
            "accepted", "Sent",
            "deferred", "Later, once more",
            "failed", "Failed",
            "unknown", "Not known",
            "suppressed", "Held back");

    private Words() {}

    static String audience(Audience audience) {
        return switch (audience) {
            case CUSTOMER -> "Customers";
            case SALES -> "Sales";
            case MARKETING -> "Marketing";
            case LEADERSHIP -> "Leadership";
        };
    }

    static String moment(Instant at) {
        return MOMENT.format(at);
    }

    static String clock(Instant at) {
        return CLOCK.format(at);
    }

    static String mailState(String state) {
        return STATES.getOrDefault(state, state);
    }

    /** "1 person", "2 people". */
    static String count(int number, String one, String many) {
        return number + " " + (number == 1 ? one : many);
    }

    static String percent(double share) {
        return Math.round(100 * share) + "\u00A0%";
    }
}
