package parallax.mail;

import java.util.Locale;

/** What a mail is for. A lost invitation may be sent a second time, a reminder never. */
public enum MailKind {
    INVITATION,
    REMINDER;

    /** The name in the database and the API: {@code invitation} or {@code reminder}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * The kind of a code.
     *
     * @throws IllegalArgumentException when the code names none
     */
    public static MailKind ofCode(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}
