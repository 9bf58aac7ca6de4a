package parallax.fieldwork;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import parallax.mail.MailKind;
import parallax.questionnaire.Audience;

/** Names and times as pages print them. */
public final class Words {

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

    public static String audience(Audience audience) {
        return switch (audience) {
            case CUSTOMER -> "Customers";
            case SALES -> "Sales";
            case MARKETING -> "Marketing";
            case LEADERSHIP -> "Leadership";
        };
    }

    public static String moment(Instant at) {
        return MOMENT.format(at);
    }

    public static String clock(Instant at) {
        return CLOCK.format(at);
    }

    static String mail(MailKind kind) {
        return switch (kind) {
            case INVITATION -> "Invitation";
            case REMINDER -> "Reminder";
            case THANKS -> "Thank-you";
            case FINDINGS -> "Findings letter";
        };
    }

    static String mailState(String state) {
        return STATES.getOrDefault(state, state);
    }

    /** "1 person", "2 people". */
    public static String count(int number, String one, String many) {
        return number + " " + (number == 1 ? one : many);
    }

    public static String percent(double share) {
        return Math.round(100 * share) + "\u00A0%";
    }
}
