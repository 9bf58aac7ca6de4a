package parallax.study;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import parallax.questionnaire.Audience;
import parallax.questionnaire.ItemKind;
import parallax.questionnaire.Owner;
import parallax.questionnaire.Phase;

/** How pages name what the API has codes for. */
final class Words {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("d MMM yyyy, HH:mm 'UTC'", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);

    private Words() {}

    static String time(Instant instant) {
        return TIME.format(instant);
    }

    static String of(Audience audience) {
        return switch (audience) {
            case CUSTOMER -> "Customers";
            case SALES -> "Sales";
            case MARKETING -> "Marketing";
            case LEADERSHIP -> "Leadership";
        };
    }

    static String of(Set<Audience> audiences) {
        return audiences.stream().sorted().map(Words::of).collect(Collectors.joining(", "));
    }

    static String of(ItemKind kind) {
        return switch (kind) {
            case AGREEMENT -> "How far one agrees";
            case SINGLE -> "One of several choices";
            case MULTIPLE -> "Any of several choices";
            case ZERO_TO_TEN -> "0 to 10";
            case WORDS -> "Up to three words";
            case SHORT_TEXT -> "One line of text";
            case LONG_TEXT -> "Text";
            case NUMBER -> "A whole number";
            case DATE -> "A date";
        };
    }

    static String of(Owner owner) {
        return switch (owner) {
            case SALES -> "Sales";
            case MARKETING -> "Marketing";
            case SHARED -> "Shared";
            case OTHER -> "Other";
        };
    }

    static String of(Phase phase) {
        return switch (phase) {
            case DISCOVER -> "Discover";
            case DECIDE -> "Decide";
            case BUY -> "Buy";
            case USE -> "Use";
        };
    }

    static String of(WaveState state) {
        return switch (state) {
            case DRAFT -> "Draft";
            case OPEN -> "Open";
            case CLOSING -> "Closing";
            case CLOSED -> "Closed";
            case SEALED -> "Sealed";
        };
    }

    /** The class of the tag a state is shown in. */
    static String tag(WaveState state) {
        return switch (state) {
            case DRAFT -> "tag-todo";
            case OPEN, CLOSING -> "tag-notice";
            case CLOSED, SEALED -> "tag-done";
        };
    }

    static String explained(WaveState state) {
        return switch (state) {
            case DRAFT -> "Nobody was asked yet.";
            case OPEN -> "Answers are coming in.";
            case CLOSING -> "The closing date has passed; late answers still count during the days of grace.";
            case CLOSED -> "All answers are counted; none is taken any more.";
            case SEALED -> "All answers are counted, and the keys are destroyed.";
        };
    }

    static String count(int count, String one, String many) {
        return count + " " + (count == 1 ? one : many);
    }

    static String days(List<Wave.Reminder> reminders) {
        return reminders.isEmpty()
                ? "none"
                : "after "
                        + reminders.stream()
                                .map(reminder -> Integer.toString(reminder.afterDays()))
                                .collect(Collectors.joining(" and "))
                        + " days";
    }
}
