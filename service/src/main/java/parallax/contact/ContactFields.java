package parallax.contact;

import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import parallax.questionnaire.Audience;

/**
 * What somebody says of one person: column names to texts, where "" takes a value away. A column that is absent says nothing.
 */
public final class ContactFields {

    /** What can be said of a person, besides segments. */
    public static final List<String> COLUMNS = List.of(
            "audience",
            "email",
            "phone",
            "name",
            "salutation",
            "role",
            "language",
            "account",
            "account_owner",
            "time_zone");
    /** What stands before the name of a segment. */
    public static final String SEGMENT = "segment.";

    /** Most segments of a person. */
    public static final int MOST_SEGMENTS = 20;

    private static final int LONGEST_TEXT = 200;
    private static final int LONGEST_SEGMENT = 100;
    /** Longest name of a segment, in characters. */
    public static final int LONGEST_VARIABLE = 60;

    private static final Pattern PHONE = Pattern.compile("[+(]{0,2}[0-9][0-9 ()/.\\-]{3,38}");
    private static final int MOST_DIGITS = 15;
    private static final int FEWEST_DIGITS = 5;

    private final Map<String, String> texts;
    private final Sink sink;

    /** Where problems go. */
    interface Sink {
        /**
         * Tells a problem.
         *
         * @param message what is wrong
         * @param fix what to do
         */
        void wrong(String column, @Nullable String value, String message, String fix);
    }

    /** @param texts by the names of {@link #COLUMNS}, and {@code segment.<name>} */
    ContactFields(Map<String, String> texts, Sink sink) {
        this.texts = texts;
        this.sink = sink;
    }

    /**
     * The person, laid over what was known of it. Problems go to the sink; the result is then of no use.
     *
     * @param known null: a new person
     */
    ContactData over(@Nullable ContactData known, List<String> languages) {
        ContactData before = known == null ? ContactData.unknown(languages.get(0)) : known;
        MailAddress mail = mail();
        boolean sameMail = mail != null && mail.key().equals(before.emailKey());
        ContactData data = new ContactData(
                audience(before.audience()),
                !has("email") || sameMail ? before.email() : mail == null ? null : mail.text(),
                !has("email") ? before.emailKey() : mail == null ? null : mail.key(),
                phone(before.phone()),
                text("name", before.name()),
                text("salutation", before.salutation()),
                text("role", before.role()),
                language(before.language(), languages),
                text("account", before.account()),
                text("account_owner", before.accountOwner()),
                timeZone(before.timeZone()),
                segments(before.segments()));
        checkWhole(data);
        return data;
    }

    /** The key of the person these fields speak of; null when neither address can be read. */
    @Nullable
    String key() {
        String email = texts.getOrDefault("email", "");
        try {
            return email.isEmpty()
                    ? ContactData.phoneKey(texts.getOrDefault("phone", ""))
                    : MailAddress.of(email).key();
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    private boolean has(String column) {
        return texts.containsKey(column);
    }

    private void checkWhole(ContactData data) {
        if (data.email() == null && data.phone() == null) {
            if (texts.getOrDefault("email", "").isEmpty()
                    && texts.getOrDefault("phone", "").isEmpty()) {
                sink.wrong(
                        "email",
                        null,
                        "a person needs a mail address or a phone number",
                        "type one of them, or leave the row out");
            }
        } else if (data.audience() == Audience.CUSTOMER && data.account() == null) {
            sink.wrong(
                    "account",
                    null,
                    "a customer needs an account: figures are shown only where several companies answered",
                    "type the company's name");
        }
    }

    private @Nullable Audience audience(@Nullable Audience before) {
        String typed = texts.getOrDefault("audience", "");
        if (!has("audience") && before != null) {
            return before;
        }
        for (Audience audience : Audience.values()) {
            if (audience.code().equals(typed.toLowerCase(Locale.ROOT))) {
                return audience;
            }
        }
        sink.wrong(
                "audience",
                typed.isEmpty() ? null : typed,
                "must be customer, sales, marketing or leadership",
                "type one of these words");
        return null;
    }

    private @Nullable MailAddress mail() {
        String typed = texts.getOrDefault("email", "");
        if (typed.isEmpty()) {
            return null;
        }
        try {
            return MailAddress.of(typed);
        } catch (IllegalArgumentException e) {
            sink.wrong("email", typed, String.valueOf(e.getMessage()), "correct the address, or type it here");
            return null;
        }
    }

    private @Nullable String phone(@Nullable String before) {
        String typed = text("phone", before);
        if (!has("phone") || typed == null) {
            return typed;
        }
        long digits = typed.chars().filter(c -> c >= '0' && c <= '9').count();
        if (!PHONE.matcher(typed).matches() || digits < FEWEST_DIGITS || digits > MOST_DIGITS) {
            sink.wrong(
                    "phone",
                    typed,
                    "must be one phone number of %d to %d digits; spaces, + ( ) / . and - may stand between"
                            .formatted(FEWEST_DIGITS, MOST_DIGITS),
                    "type one number, or empty the cell where there is a mail address");
        }
        return typed;
    }

    private String language(String before, List<String> languages) {
        String typed = texts.getOrDefault("language", "");
        if (typed.isEmpty()) {
            return before;
        }
        for (String language : languages) {
            if (language.equalsIgnoreCase(typed)) {
                return language;
            }
        }
        sink.wrong(
                "language",
                typed,
                "this engagement speaks %s".formatted(String.join(", ", languages)),
                "type one of these, or empty the cell for %s".formatted(languages.get(0)));
        return before;
    }

    private @Nullable String timeZone(@Nullable String before) {
        String typed = text("time_zone", before);
        if (!has("time_zone") || typed == null) {
            return typed;
        }
        try {
            return ZoneId.of(typed).getId();
        } catch (DateTimeException e) {
            sink.wrong("time_zone", typed, "is no time zone; write it such as Europe/Berlin", "or empty the cell");
        }
        return null;
    }

    private Map<String, String> segments(Map<String, String> before) {
        Map<String, String> segments = new LinkedHashMap<>(before);
        for (String column : texts.keySet()) {
            if (column.startsWith(SEGMENT)) {
                String variable = column.substring(SEGMENT.length());
                checkVariable(column, variable);
                String value = checked(column, LONGEST_SEGMENT);
                if (value == null) {
                    segments.remove(variable);
                } else {
                    segments.put(variable, value);
                }
            }
        }
        if (segments.size() > MOST_SEGMENTS) {
            sink.wrong(
                    "segments",
                    null,
                    "a person has %d segments at most".formatted(MOST_SEGMENTS),
                    "leave segments out that nobody will compare");
        }
        return segments;
    }

    private void checkVariable(String column, String variable) {
        if (variable.isBlank()
                || variable.length() > LONGEST_VARIABLE
                || variable.chars().anyMatch(Character::isISOControl)) {
            sink.wrong(
                    column,
                    null,
                    "the name of a segment has 1 to %d characters on one line".formatted(LONGEST_VARIABLE),
                    "name it shorter");
        }
    }

    private @Nullable String text(String column, @Nullable String before) {
        return has(column) ? checked(column, LONGEST_TEXT) : before;
    }

    private @Nullable String checked(String column, int longest) {
        String text = Normalizer.normalize(texts.getOrDefault(column, ""), Normalizer.Form.NFC);
        if (text.length() > longest) {
            sink.wrong(column, text, "has %d characters, %d at most".formatted(text.length(), longest), "shorten it");
        }
        if (text.chars().anyMatch(Character::isISOControl)) {
            sink.wrong(
                    column,
                    text,
                    "holds a line break or another control character; write it on one line",
                    "type it anew");
        }
        return text.isEmpty() ? null : text;
    }
}
