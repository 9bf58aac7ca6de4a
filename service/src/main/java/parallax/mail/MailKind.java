package parallax.mail;

import java.util.Locale;

/** What a mail is for. A lost invitation may be sent a second time, the others never. */
public enum MailKind {
    INVITATION,
    REMINDER,
    /** To those who answered, where the consultancy wants it. */
    THANKS,
    /** After publication, to those who asked for the main findings. */
    FINDINGS;

    /** The name in the database and the API: such as {@code invitation}. */
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
