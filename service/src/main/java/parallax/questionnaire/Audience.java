package parallax.questionnaire;

import java.util.List;
import java.util.Locale;

/** Who is asked. Sales and marketing answer the mirror of what customers answer. */
public enum Audience {
    CUSTOMER,
    SALES,
    MARKETING,
    /** Asked about the two teams' alignment only; rates no touchpoint. */
    LEADERSHIP;

    private static final List<Audience> RATERS = List.of(CUSTOMER, SALES, MARKETING);

    /** Those who rate touchpoints, customers first: gaps are between them. */
    public static List<Audience> raters() {
        return RATERS;
    }

    public boolean ratesTouchpoints() {
        return this != LEADERSHIP;
    }

    public boolean isTeam() {
        return this != CUSTOMER;
    }

    /** The name in the API, the database and files: {@code customer}, {@code sales}, {@code marketing} or {@code leadership}. */
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
