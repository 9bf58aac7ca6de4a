package parallax.message;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** What a text is for. */
public enum MessageKind {
    /** Sent by the account owner from their own mail tool, some days before. */
    HEADS_UP("Heads-up from the account owner", Placeholder.HEADS_UP, Set.of(Placeholder.SENDER_ADDRESS)),
    INVITATION("Invitation", Placeholder.ASKING, Set.of(Placeholder.LINK, Placeholder.PROMISE, Placeholder.STOP)),
    /** To those who have not begun. */
    REMINDER_OPEN(
            "Reminder to those who have not begun", Placeholder.ASKING, Set.of(Placeholder.LINK, Placeholder.STOP)),
    /** To those who have begun and not sent their answers. */
    REMINDER_STARTED(
            "Reminder to those who have begun", Placeholder.ASKING, Set.of(Placeholder.LINK, Placeholder.STOP)),
    THANKS("Thank-you", Placeholder.TELLING, Set.of(Placeholder.STOP)),
    /** After publication, to those who asked for it. */
    FINDINGS(
            "Findings letter",
            Placeholder.FINDINGS_LETTER,
            Set.of(Placeholder.FINDINGS, Placeholder.DECISION, Placeholder.STOP));

    private final String title;
    private final List<Placeholder> placeholders;
    private final Set<Placeholder> required;

    MessageKind(String title, List<Placeholder> placeholders, Set<Placeholder> required) {
        this.title = title;
        this.placeholders = placeholders;
        this.required = required;
    }

    /** As pages call it. */
    public String title() {
        return title;
    }

    /** Those its body may hold, in the order a letter has them. */
    List<Placeholder> placeholders() {
        return placeholders;
    }

    Set<Placeholder> required() {
        return required;
    }

    /** Whether it leaves from here; otherwise somebody else sends it. */
    boolean isSentByUs() {
        return this != HEADS_UP;
    }

    /** The name in the API, the database and files, such as {@code reminder_open}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<MessageKind> find(String code) {
        return Arrays.stream(values()).filter(kind -> kind.code().equals(code)).findFirst();
    }
}
