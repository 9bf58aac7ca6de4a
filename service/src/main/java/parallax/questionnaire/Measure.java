package parallax.questionnaire;

import java.util.Locale;

/** What a rating item asks of one touchpoint, in the order of the form. */
public enum Measure {
    EXPERIENCE,
    IMPORTANCE;

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * The value of a code.
     *
     * @throws IllegalArgumentException when the code names none; the message lists those that exist
     */
    public static Measure ofCode(String code) {
        return Codes.find(values(), Measure::code, code, "measure");
    }
}
