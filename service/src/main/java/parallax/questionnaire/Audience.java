package parallax.questionnaire;

import java.util.Locale;

/** Who is asked. The teams answer the mirror of what customers answer. */
public enum Audience {
    CUSTOMER,
    SALES,
    MARKETING;

    public boolean isTeam() {
        return this != CUSTOMER;
    }

    /** The name in the API, the database and files: {@code customer}, {@code sales} or {@code marketing}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * The audience of a code.
     *
     * @throws IllegalArgumentException when the code names none; the message lists those that exist
     */
    public static Audience ofCode(String code) {
        return Codes.find(values(), Audience::code, code, "audience");
    }
}
